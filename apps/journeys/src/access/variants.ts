import type { Operation } from '@vungmanh/contracts/operation';
import { randomUUID } from 'node:crypto';
import type { Request } from './ask.js';
import type { Thing } from './oracle.js';

/** What an odd form of a request is made from. */
export interface Odd {
  readonly operation: Operation;
  readonly request: Request;
  /** What it is about, and another thing of its kind, in reach of whoever asks where there is one. */
  readonly thing: Thing | undefined;
  readonly other: Thing | undefined;
  /** A key with which somebody else has done something. */
  readonly foreignKey: string;
}

/** An odd form of a request, or undefined where an operation has none. */
type Form = (odd: Odd) => Request | undefined;

const idsIn = ({ fields }: Thing): string[] => Object.values(fields).filter((value): value is string => typeof value === 'string');
const percent = (text: string): string => [...text].map((c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`).join('');
const withHeader = (request: Request, name: string, value: string): Request => ({ ...request, headers: { ...request.headers, [name]: value } });
const without = (request: Request, name: string): Request => ({
  ...request,
  headers: Object.fromEntries(Object.entries(request.headers).filter(([header]) => header !== name)),
});

/** Every id of the thing rewritten wherever the request names it. */
function rewritten(request: Request, thing: Thing | undefined, write: (id: string) => string): Request | undefined {
  if (!thing) return undefined;
  const all = (text: string): string => idsIn(thing).reduce((now, id) => now.replaceAll(id, write(id)), text);
  const query = request.query.map(([name, value]): [string, string] => [name, all(value)]);
  return { ...request, path: all(request.path), query, ...(request.body === undefined ? {} : { body: all(request.body) }) };
}

/** The field by which the path names the thing, if it does. */
const inPath = ({ operation, thing }: Odd): string | undefined =>
  [...(operation.http?.path.matchAll(/:(\w+)/g) ?? [])].map(([, name = '']) => name).find((name) => name in (thing?.fields ?? {}));

/** The field by which query or body name the thing. */
function beside({ request, thing }: Odd): string | undefined {
  const known = request.body === undefined ? request.query.map(([name]) => name) : Object.keys(JSON.parse(request.body) as object);
  return known.find((name) => name in (thing?.fields ?? {}));
}

interface Variant {
  readonly same: boolean;
  /** The gateway refuses so whoever asks and whatever is asked about: it says nothing of either. */
  readonly refusedAtTheDoor?: string;
  readonly form: Form;
}

/** The forms that must answer as the plain one does, and those that may only refuse more. */
export const variants: Readonly<Record<string, Variant>> = {
  'method override GET': { same: true, form: ({ request }) => withHeader(request, 'x-http-method-override', 'GET') },
  'method override POST': { same: true, form: ({ request }) => withHeader(request, 'x-method-override', 'POST') },
  'method in the query': { same: false, form: ({ request }) => ({ ...request, query: [...request.query, ['_method', 'POST']] }) },
  'trailing slash': { same: false, form: ({ request }) => ({ ...request, path: `${request.path}/` }) },
  'doubled slash': { same: false, form: ({ request }) => ({ ...request, path: `/${request.path}` }) },
  'id percent-encoded': {
    same: true,
    form: (odd) => {
      const name = inPath(odd);
      const id = name === undefined ? undefined : String(odd.thing?.fields[name]);
      return id === undefined ? undefined : { ...odd.request, path: odd.request.path.replaceAll(id, percent(id)) };
    },
  },
  'id percent-encoded twice': {
    same: false,
    form: (odd) => {
      const name = inPath(odd);
      const id = name === undefined ? undefined : String(odd.thing?.fields[name]);
      return id === undefined ? undefined : { ...odd.request, path: odd.request.path.replaceAll(id, percent(percent(id))) };
    },
  },
  'id in upper case': { same: false, form: ({ request, thing }) => rewritten(request, thing, (id) => id.toUpperCase()) },
  'id in braces': { same: false, form: ({ request, thing }) => rewritten(request, thing, (id) => `{${id}}`) },
  // The path names the thing, query or body another: the path holds.
  'another id beside the path': {
    same: false,
    form: (odd) => {
      const name = inPath(odd);
      const other = name === undefined ? undefined : odd.other?.fields[name];
      if (name === undefined || typeof other !== 'string') return undefined;
      const { request } = odd;
      if (request.body === undefined) return { ...request, query: [...request.query, [name, other]] };
      return { ...request, body: JSON.stringify({ ...(JSON.parse(request.body) as object), [name]: other }) };
    },
  },
  // Another first and the thing last: where the last one counts, it is the thing that is judged.
  'the id twice': {
    same: false,
    form: (odd) => {
      const name = beside(odd);
      const other = name === undefined ? undefined : odd.other?.fields[name];
      if (name === undefined || typeof other !== 'string') return undefined;
      const { request } = odd;
      if (request.body === undefined) return { ...request, query: [[name, other], ...request.query] };
      return { ...request, body: `{${JSON.stringify(name)}:${JSON.stringify(other)},${request.body.slice(1)}` };
    },
  },
  HEAD: { same: false, form: ({ request }) => (request.method === 'GET' ? { ...request, method: 'HEAD' } : undefined) },
  OPTIONS: {
    same: false,
    form: ({ request: { body: _body, ...rest } }) => ({ ...rest, method: 'OPTIONS' }),
  },
  'no If-Match': { same: false, form: ({ request }) => (request.headers['if-match'] ? without(request, 'if-match') : undefined) },
  'If-Match of anything': {
    same: false,
    refusedAtTheDoor: 'request/stale',
    form: ({ request }) => (request.headers['if-match'] ? withHeader(request, 'if-match', '*') : undefined),
  },
  'no Idempotency-Key': {
    same: false,
    form: ({ request }) => (request.headers['idempotency-key'] ? without(request, 'idempotency-key') : undefined),
  },
  'Idempotency-Key of another person': {
    same: true,
    form: ({ request, foreignKey }) => (request.headers['idempotency-key'] ? withHeader(request, 'idempotency-key', foreignKey) : undefined),
  },
  'no Content-Type': { same: false, form: ({ request }) => (request.body === undefined ? undefined : without(request, 'content-type')) },
  'a form': {
    same: false,
    form: ({ request }) => (request.body === undefined ? undefined : withHeader(request, 'content-type', 'application/x-www-form-urlencoded')),
  },
  'a name in a header': {
    same: true,
    form: ({ request }) => ({
      ...request,
      headers: { ...request.headers, 'x-user': 'canbo.tinh', 'x-actor': randomUUID(), 'x-forwarded-user': 'admin' },
    }),
  },
};
