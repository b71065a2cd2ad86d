import type { Operation } from '@vungmanh/contracts/operation';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Player } from './cast.js';

/** No aggregate has got so far: what is let in is stale and changes nothing. */
const NEVER = 999_999;

/** A request as it goes over the line. */
export interface Request {
  method: string;
  /** Below `/api`, percent-encoded. */
  path: string;
  query: [name: string, value: string][];
  headers: Record<string, string>;
  body?: string;
}

export interface Answer {
  readonly status: number;
  /** The code with which it was refused, `done` where it was not, empty where nothing was said. */
  readonly code: string;
  readonly body: unknown;
}

/** The idempotency key and the version that a command demands. */
export function demandsOf(operation: Operation): { key?: string; ifMatch?: number } {
  if (operation.type === 'query') return {};
  return { key: randomUUID(), ...('on' in operation && operation.on === 'existing' ? { ifMatch: NEVER } : {}) };
}

/** The plain form of a request: as the web application sends it. */
export function requestOf(operation: Operation, input: Record<string, unknown>, who: Pick<Player, 'cookie' | 'onBehalfOf'> | undefined): Request {
  if (!operation.http) throw new Error(`${operation.subject} has no way over HTTP`);
  const rest = { ...input };
  const path = operation.http.path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const { key, ifMatch } = demandsOf(operation);
  const isGet = operation.http.method === 'GET';
  const baseUrl = process.env['TEST_BASE_URL'] ?? '';
  return {
    method: operation.http.method,
    path,
    query: isGet ? Object.entries(rest).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)])) : [],
    headers: {
      'x-requested-with': 'vungmanh',
      origin: baseUrl,
      ...(who ? { cookie: who.cookie } : {}),
      ...(who?.onBehalfOf ? { 'x-on-behalf-of': who.onBehalfOf } : {}),
      ...(isGet ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    ...(isGet ? {} : { body: JSON.stringify(rest) }),
  };
}

const kept = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends it as it is: no client between that would make it well-formed. */
export async function send({ method, path, query, headers, body }: Request): Promise<Answer> {
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query)}`;
  const sent = request(`${process.env['TEST_BASE_URL'] ?? ''}/api`, { method, path: `/api${path}${search}`, agent: kept, headers });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const { statusCode: status = 0 } = response;
  const isJson = /json/.test(response.headers['content-type'] ?? '') && text !== '';
  const read: unknown = isJson ? JSON.parse(text) : text;
  const code = status < 300 ? 'done' : isJson ? String((read as { code?: unknown }).code) : '';
  return { status, code, body: read };
}
