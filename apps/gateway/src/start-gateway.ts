import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '@vungmanh/platform/clock';
import type { Config } from '@vungmanh/platform/config';
import { clockOf } from '@vungmanh/platform/moved-clock';
import { Log, nestLogger } from '@vungmanh/platform/log';
import { operated, Root, type RunningService } from '@vungmanh/platform/start';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Uploads } from './file/uploads.js';
import { Budget } from './http/budget.js';
import { data, everywhere, overTls } from './http/headers.js';
import { refuseForeignPages } from './http/our-page.js';
import { problemOf, sendProblem } from './http/problem.js';
import { Routes } from './route/routes.js';
import { gateway } from './service.js';
import { ProviderProxy } from './sign-on/provider-proxy.js';
import { serveWeb, webDirectory } from './web/web.js';

/** No JSON that a person sends is larger; a file goes through `POST /api/files`. */
const BODY_BYTES = 1024 * 1024;

interface Around {
  clock?: Clock;
  /** The web build to serve. */
  web?: string;
}

/** Starts the only HTTP door; resolves when it listens. */
export async function startGateway(
  config: Config,
  { clock = clockOf(config), web = webDirectory }: Around = {},
): Promise<RunningService<NestFastifyApplication>> {
  const headers = { ...everywhere, ...data, ...(config.mode === 'production' ? overTls : {}) };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // Without it nobody can say for another where they come from.
    trustProxy: config.trustedProxies === undefined ? false : [...config.trustedProxies],
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(reply.headers(headers), problemOf(error));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(Root.of(gateway, config, clock), adapter, {
    bodyParser: false,
    logger: nestLogger(new Log(config)),
  });
  const fastify: FastifyInstance = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    refuseForeignPages(request);
    done();
  });
  await app.register(fastifyCookie);
  await app.get(Budget).mount(fastify);
  // Bytes: what a service wants of them, the service says; they are read and parsed once, there.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.get(Routes).mount(fastify);
  app.get(Uploads).mount(fastify);
  app.get(ProviderProxy).mount(fastify);
  await serveWeb(fastify, web);
  await app.listen(config.port, config.host);
  return operated(app, config);
}
