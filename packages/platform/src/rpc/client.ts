import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { nuid, type Msg } from '@nats-io/transport-node';
import type { Operation, OutputOf, SentOf } from '@vungmanh/contracts/operation';
import { randomUUID } from 'node:crypto';
import { ActorTokens } from '../actor/token.js';
import { inboxOf, NATS, type Nats } from '../nats.js';
import { Problem, refuse } from '../problem.js';
import { Outgoing } from './outgoing.js';
import { Pending } from './pending.js';
import { unzipped } from './stored.js';
import { header, problemFrom, requestHeaders, type Envelope } from './wire.js';

/** A reply as it came: bytes, headers. */
export type RpcReply = Msg;

const QUERY_MS = 2000;
/** A file is drawn before it can be named. */
const DOWNLOAD_MS = 15_000;
/** An unexecuted request may be sent again; three times with pauses that do not march in step. */
const PAUSES_MS = [50, 150, 400];

/**
 * Calls other services: one reply subscription for the process and a map of pending calls, where Nest's client makes an
 * inbox, a subscription and an unsubscription for every call.
 */
@Injectable()
export class RpcClient implements OnModuleInit {
  private readonly pending = new Pending();
  private readonly outgoing = new Outgoing();
  private readonly inbox: string;

  constructor(
    @Inject(NATS) private readonly nats: Nats,
    private readonly tokens: ActorTokens,
  ) {
    this.inbox = `${inboxOf(tokens.service)}.${nuid.next()}.`;
  }

  onModuleInit(): void {
    this.nats.subscribe(`${this.inbox}*`, {
      callback: (error, msg) => {
        if (!error) this.pending.settle(msg.subject.slice(this.inbox.length), msg);
      },
    });
    void this.watch();
  }

  private async watch(): Promise<void> {
    for await (const status of this.nats.status()) if (status.type === 'disconnect') this.pending.failAll();
    this.pending.failAll();
  }

  /** Calls an operation in the service's own name. Throws the {@link Problem} of the answer. */
  async call<O extends Operation>(contract: O, input: SentOf<O>, envelope: Partial<Envelope> = {}): Promise<OutputOf<O>> {
    return this.forward(contract, JSON.stringify(input), envelope);
  }

  /** {@link call} with an input that is JSON already: what is only handed on need not be read first. Its owner checks it as any other. */
  async forward<O extends Operation>(contract: O, input: string, envelope: Partial<Envelope> = {}): Promise<OutputOf<O>> {
    const actor = envelope.actor ?? (await this.tokens.forService());
    const key = contract.type === 'command' ? (envelope.key ?? randomUUID()) : undefined;
    const reply = await this.send(contract, input, { ...envelope, actor, key, trace: envelope.trace ?? randomUUID() });
    // The owner has checked its own output against the same contract.
    return JSON.parse(reply.headers?.has(header.etag) ? unzipped(reply.data) : reply.string()) as OutputOf<O>;
  }

  /**
   * Sends a body that is JSON already, as text or bytes, and answers the reply as bytes with its headers. Throws the problem of the answer,
   * `request/unavailable` when nobody could execute it, `request/timeout` when nobody knows.
   */
  async send(contract: Operation, body: string | Uint8Array, envelope: Envelope): Promise<RpcReply> {
    const patience = 'deadlineSeconds' in contract ? Number(contract.deadlineSeconds) * 1000 : 'download' in contract ? DOWNLOAD_MS : QUERY_MS;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.once(contract.subject, body, envelope, patience);
      } catch (error) {
        const pause = PAUSES_MS[attempt];
        if (!(error instanceof Problem) || error.code !== 'request/unavailable' || pause === undefined) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
      }
    }
  }

  private async once(subject: string, body: string | Uint8Array, envelope: Envelope, patience: number): Promise<Msg> {
    if (this.nats.isClosed()) throw refuse('request/unavailable');
    const { token, reply } = this.pending.open(patience);
    const headers = requestHeaders(envelope, patience);
    this.outgoing.send(() => {
      try {
        this.nats.publish(`rpc.${subject}`, body, { reply: this.inbox + token, headers });
      } catch (error) {
        this.pending.fail(token, error);
      }
    });
    const msg = await reply;
    if (msg.headers?.has(header.problem)) throw problemFrom(msg.string());
    return msg;
  }
}
