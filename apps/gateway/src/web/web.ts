import fastifyStatic from '@fastify/static';
import { refuse } from '@vungmanh/platform/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pagePolicy } from '../http/headers.js';

/** Where the build of `apps/web` lies beside this one. */
export const webDirectory = fileURLToPath(new URL('../../../web/dist', import.meta.url));
const YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves the web build: files by their name (those below `assets` carry a hash in it and never change), and the page for every
 * other address, because the application reads the address itself. Without a build there is no page.
 */
export async function serveWeb(fastify: FastifyInstance, directory: string): Promise<void> {
  const index = join(directory, 'index.html');
  if (!existsSync(index)) return;
  const [before = '', ...after] = (await readFile(index, 'utf8')).split('__NONCE__');
  await fastify.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    index: false,
    globIgnore: ['index.html', '**/*.map', '**/*.br', '**/*.gz'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      void response.header('Cache-Control', path.startsWith(join(directory, 'assets')) ? YEAR : 'no-cache');
      void response.header('Content-Security-Policy', pagePolicy('none'));
    },
  });
  fastify.get('/*', (request, reply) => page(request, reply, (nonce) => [before, ...after].join(nonce)));
}

function page(request: FastifyRequest, reply: FastifyReply, html: (nonce: string) => string): FastifyReply {
  const path = request.url.split('?', 1)[0] ?? '/';
  // What looks like a file or a call and is not there must not be answered with a page.
  if (/^\/(api|health)(\/|$)/i.test(path) || /\.[a-z0-9]+$/i.test(path)) throw refuse('request/not-found');
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .type('text/html; charset=utf-8')
    .headers({ 'Cache-Control': 'no-store', 'Content-Security-Policy': pagePolicy(nonce) })
    .send(html(nonce));
}
