import { askedHeader, askedIn } from '@vungmanh/contracts/asked';
import type { Operation } from '@vungmanh/contracts/operation';
import { Id } from '@vungmanh/contracts/types';
import { refuse } from '@vungmanh/platform/problem';
import type { Envelope } from '@vungmanh/platform/rpc/wire';
import type { FastifyRequest } from 'fastify';
import { queryReader } from './query-input.js';

/** Visible ASCII: it travels in headers and logs. */
const KEY = /^[\x21-\x7e]{1,100}$/;
const ETAG = /^"(\d{1,9})"$/;

/** How the input of an operation is read from a request: JSON, passed on and not looked at. Made once per route. */
export function inputReader(operation: Operation): (request: FastifyRequest) => string | Uint8Array {
  const fromQuery = queryReader(operation.input);
  if (operation.http?.method === 'GET') {
    return ({ params, query, headers }) =>
      JSON.stringify(fromQuery({ ...(query as object), ...hiddenIn(headers[askedHeader]), ...(params as object) }));
  }
  if (!operation.http?.path.includes(':')) return ({ body }) => bytesOf(body);
  return ({ params, body }) => withFields(bytesOf(body).toString('utf8'), fromQuery(params as Record<string, unknown>));
}

/** What is not to stand in an address. */
function hiddenIn(said: string | string[] | undefined): Record<string, string> {
  if (said === undefined) return {};
  const fields = typeof said === 'string' ? askedIn(said) : undefined;
  if (!fields) throw refuse('request/malformed');
  return fields;
}

const NOTHING = Buffer.from('{}');
const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) && body.length > 0 ? body : NOTHING);

/** Adds fields at the end of an object's text, where they win over fields of the same name. The service parses the whole and checks it. */
function withFields(body: string, fields: Record<string, unknown>): string {
  const text = body.trim();
  if (!text.startsWith('{') || !text.endsWith('}')) throw refuse('request/malformed');
  const start = text.slice(0, -1).trimEnd();
  return `${start}${start === '{' ? '' : ','}${JSON.stringify(fields).slice(1)}`;
}

/** The account that this request is done for, as the page says; whether its holder may is the service's to know. */
export function onBehalfOfIn({ headers }: FastifyRequest): string | undefined {
  const said = headers['x-on-behalf-of'];
  if (said === undefined) return undefined;
  const account = Id.safeParse(said);
  if (!account.success) throw refuse('request/malformed');
  return account.data;
}

/** The idempotency key and the seen version that a command demands. */
export function demandsOf(operation: Operation, request: FastifyRequest): Pick<Envelope, 'key' | 'ifMatch'> {
  if (operation.type === 'query') return {};
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key)) throw refuse('request/key-required');
  if (!('on' in operation) || operation.on !== 'existing') return { key };
  const seen = request.headers['if-match'];
  if (seen === undefined) throw refuse('request/precondition-required');
  const version = ETAG.exec(seen)?.[1];
  // An ETag that we never gave names no version that stands.
  if (version === undefined) throw refuse('request/stale');
  return { key, ifMatch: Number(version) };
}
