import { refuse } from '@vungmanh/platform/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pagePolicy } from '../http/headers.js';
import { type Asset, loadAssets } from './assets.js';

/** Where the build of `apps/web` lies beside this one. */
export const webDirectory = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/**
 * Serves the web build: files by their name, and the page for every other address, because the application reads the address
 * itself. Without a build there is no page.
 */
export async function serveWeb(fastify: FastifyInstance, directory: string): Promise<void> {
  const index = join(directory, 'index.html');
  if (!existsSync(index)) return;
  const parts = (await readFile(index, 'utf8')).split('__NONCE__');
  const assets = await loadAssets(directory);
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const asset = assets.get(path);
    if (asset) return sendAsset(request, reply, asset);
    // What looks like a file or a call and is not there must not be answered with a page.
    if (/^\/(api|health|oidc)([/;.]|$)/i.test(path) || /\.\w+$/.test(path)) throw refuse('request/not-found');
    return sendPage(reply, parts);
  });
}

function sendPage(reply: FastifyReply, parts: readonly string[]): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .type('text/html; charset=utf-8')
    .headers({ 'Cache-Control': 'no-store', 'Content-Security-Policy': pagePolicy(nonce) })
    .send(parts.join(nonce));
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  reply.type(asset.type).headers({
    ETag: asset.etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': asset.forever ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send();
  const accepted = String(request.headers['accept-encoding'] ?? '');
  for (const encoding of ['br', 'gzip'] as const) {
    const packed = asset[encoding];
    if (packed && new RegExp(`\\b${encoding}\\b`).test(accepted)) return reply.header('Content-Encoding', encoding).send(packed);
  }
  return reply.send(asset.plain);
}
