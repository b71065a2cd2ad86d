import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { statusOf, type FieldError, type Kind } from '@vungmanh/contracts/problem';
import { Problem } from '../problem.js';

/** Header names of a request and of its reply. The body of both is the JSON itself. */
export const header = {
  actor: 'actor',
  key: 'key',
  ifMatch: 'if-match',
  /** Milliseconds that the caller is willing to wait, counted from its arrival. */
  patience: 'patience',
  trace: 'trace',
  problem: 'problem',
  /** Version of the aggregate in the reply. */
  version: 'version',
  /** Id of what a command made. */
  id: 'id',
  /** Of a stored answer, whose body is gzipped JSON. */
  etag: 'etag',
} as const;

/** What travels beside the input of a request. */
export interface Envelope {
  actor: string;
  trace: string;
  key?: string | undefined;
  ifMatch?: number | undefined;
}

export function requestHeaders(envelope: Envelope, patienceMs: number): MsgHdrs {
  const h = headers();
  h.set(header.actor, envelope.actor);
  h.set(header.trace, envelope.trace);
  h.set(header.patience, String(patienceMs));
  if (envelope.key !== undefined) h.set(header.key, envelope.key);
  if (envelope.ifMatch !== undefined) h.set(header.ifMatch, String(envelope.ifMatch));
  return h;
}

const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && kind in statusOf;

/** Rebuilds the problem that a reply carries. */
export function problemFrom(json: string): Problem {
  const body: { kind?: unknown; code?: unknown; title?: unknown; detail?: string; errors?: FieldError[] } = JSON.parse(json);
  const more = { ...(body.detail ? { detail: body.detail } : {}), ...(body.errors ? { errors: body.errors } : {}) };
  return new Problem(isKind(body.kind) ? body.kind : 'internal', String(body.code), String(body.title), more);
}
