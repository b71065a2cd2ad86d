import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { ServiceName } from '@vungmanh/contracts/service';
import { connectNats } from '../nats.js';
import { Handlers } from './handlers.js';
import { EventStream } from './stream.js';

/** A province's largest projection must be made anew within this. */
const PATIENCE_MS = 600_000;
const subjectOf = (service: ServiceName): string => `ctl.${service}.reproject`;

/** Takes the operator's word to make projections anew; only the operator's user may publish below `ctl.>`. */
@Injectable()
export class Control implements OnApplicationBootstrap {
  constructor(
    private readonly handlers: Handlers,
    private readonly stream: EventStream,
  ) {}

  onApplicationBootstrap(): void {
    const service = this.handlers.service;
    this.stream.nats.subscribe(subjectOf(service), {
      queue: service,
      callback: (_error, msg) => {
        this.reproject(msg.string() || undefined).then(
          (names) => msg.respond(JSON.stringify({ names })),
          (error: unknown) => msg.respond(JSON.stringify({ error: String(error) })),
        );
      },
    });
  }

  /** Empties and fills the projection of that name, or all of them, from their owners while reads go on. Answers their names. */
  async reproject(name?: string): Promise<string[]> {
    const projections = this.handlers.projectionsNamed(name);
    for (const projection of projections) await this.handlers.projections.fill(projection, true);
    return projections.map((p) => p.name);
  }
}

/** Asks a running service to make a projection, or all of its projections, anew; for the operator's command line. */
export async function requestReproject(at: { nats: string; keys: string }, service: ServiceName, name = ''): Promise<string[]> {
  const nats = await connectNats(at.nats, { user: 'operator', keysDir: at.keys });
  try {
    const reply = await nats.request(subjectOf(service), name, { timeout: PATIENCE_MS });
    const answer: { names?: string[]; error?: string } = reply.json();
    if (!answer.names) throw new Error(answer.error);
    return answer.names;
  } finally {
    await nats.close();
  }
}
