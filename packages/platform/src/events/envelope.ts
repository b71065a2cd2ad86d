import type { JsMsg } from '@nats-io/jetstream';
import { eventHeader } from './stream.js';

/** What travels with an event: enough to apply it once, to follow it, and to keep it as a dead letter. */
export interface Envelope {
  /** Id of the outbox row; the inbox knows an event by it. */
  readonly id: string;
  /** `<service>.<noun>.<past participle>.v<n>`. */
  readonly name: string;
  /** When the owner's transaction published it, ISO 8601. */
  readonly at: string;
  readonly trace: string;
  /** Its place in the stream; 0 when it is replayed from a dead letter. */
  readonly seq: number;
  /** `{ items }`, not yet checked against the contract. */
  readonly payload: unknown;
}

/** Reads a message of the stream; `undefined` for one that no relay of ours has sent. */
export function envelopeOf(message: JsMsg): Envelope | undefined {
  const id = message.headers?.get(eventHeader.id);
  if (!id) return undefined;
  try {
    return {
      id,
      name: message.subject.slice('evt.'.length),
      at: message.headers?.get(eventHeader.at) || message.time.toISOString(),
      trace: message.headers?.get(eventHeader.trace) || id,
      seq: message.seq,
      payload: message.json(),
    };
  } catch {
    return undefined;
  }
}
