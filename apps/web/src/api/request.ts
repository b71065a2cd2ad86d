import { apart, askedHeader } from '@vungmanh/contracts/asked';
import type { Operation } from '@vungmanh/contracts/operation';

/** What a call carries beside its input. */
export interface Carried {
  /** Idempotency key, one per intent of the person; the same again when the same intent is retried. */
  readonly key?: string;
  /** The version that the person was looking at. */
  readonly version?: number;
}

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** The header that a page of another site cannot send without asking: the defence against forged requests. */
export const ours = { 'X-Requested-With': 'vungmanh' } as const;

function addQuery(query: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined) return;
  if (Array.isArray(value)) for (const one of value) addQuery(query, name, one);
  else query.append(name, String(value));
}

/**
 * The HTTP request of an operation: `:name` in the path takes a field of the input, the rest goes to the query of a GET
 * or else to a JSON body. Throws for an operation that has no HTTP route or lacks a field of its path: a defect of the page.
 */
export function requestOf(
  operation: Pick<Operation, 'subject' | 'type' | 'http'>,
  input: Readonly<Record<string, unknown>>,
  carried: Carried = {},
): Sent {
  const { http } = operation;
  if (!http) throw new Error(`${operation.subject} has no HTTP route`);
  const rest = { ...input };
  const path = http.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    if (value === undefined || value === '') throw new Error(`${operation.subject} needs ${name} in its path`);
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const headers: Record<string, string> = { ...ours, Accept: 'application/json' };
  if (carried.key !== undefined) headers['Idempotency-Key'] = carried.key;
  if (carried.version !== undefined) headers['If-Match'] = `"${carried.version}"`;
  if (http.method === 'GET') {
    const query = new URLSearchParams();
    const { open, asked } = apart(rest);
    for (const [name, value] of Object.entries(open)) addQuery(query, name, value);
    if (asked !== undefined) headers[askedHeader] = asked;
    const text = query.toString();
    return { method: 'GET', url: `/api${path}${text && `?${text}`}`, headers };
  }
  return { method: http.method, url: `/api${path}`, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(rest) };
}
