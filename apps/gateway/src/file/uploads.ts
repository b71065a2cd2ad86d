import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UPLOAD_BYTES, type Uploaded, uploadRefusals } from '@vungmanh/contracts/gateway/upload';
import { Files } from '@vungmanh/platform/files';
import { Log } from '@vungmanh/platform/log';
import { Problem, refuse } from '@vungmanh/platform/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { SignedIn } from '../session/signed-in.js';
import { Sniffer } from './sniffer.js';

const SWEEP_MS = 3_600_000;

/** `POST /api/files`: the body is the file. It goes sealed to the store, nameless and nobody's until a command of its owner attaches it. */
@Injectable()
export class Uploads implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly files: Files,
    private readonly signedIn: SignedIn,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.files.sweep().then(
        (removed) => this.log.info('files that nobody attached are gone', { removed }),
        (error: unknown) => this.log.error('the sweep of pending files failed', error),
      );
    }, SWEEP_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  mount(fastify: FastifyInstance): void {
    // In a context of its own: everywhere else anything but JSON is refused.
    void fastify.register((inner, _options, done) => {
      inner.removeAllContentTypeParsers();
      inner.addContentTypeParser('*', (_request, body, parsed) => parsed(null, body));
      inner.post('/api/files', { bodyLimit: UPLOAD_BYTES, config: { takesBytes: true } }, (request, reply) => this.take(request, reply));
      done();
    });
  }

  private async take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { actor } = await this.signedIn.session(request);
    if (Number(request.headers['content-length'] ?? 0) > UPLOAD_BYTES) throw tooLarge();
    if (!(request.body instanceof Readable)) throw refuse('request/malformed');
    const sniffer = new Sniffer();
    const { fileId, type, size, sha256 } = await this.files.put(watched(request.body, sniffer), { by: actor.id, type: () => sniffer.type() });
    const uploaded: Uploaded = { fileId, type: sniffer.type(), size, sha256 };
    this.log.info('a file was uploaded', { trace: request.id, fileId, type, size });
    return reply.code(201).send(uploaded);
  }
}

const tooLarge = (): Problem => new Problem('too-large', 'gateway/file-too-large', uploadRefusals['gateway/file-too-large'].title);

async function* watched(body: Readable, sniffer: Sniffer): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > UPLOAD_BYTES) throw tooLarge();
    sniffer.see(chunk);
    yield chunk;
  }
}
