import type { Operation } from '@vungmanh/contracts/operation';
import { randomUUID } from 'node:crypto';

/** No aggregate has got so far: what is let in is stale and changes nothing. */
const NEVER = 999_999;

/** The idempotency key and the version that a command demands. */
export function demandsOf(operation: Operation): { key?: string; ifMatch?: number } {
  if (operation.type === 'query') return {};
  return { key: randomUUID(), ...('on' in operation && operation.on === 'existing' ? { ifMatch: NEVER } : {}) };
}

/** The code with which the gateway refuses a request, or `done`. */
export async function overHttp(operation: Operation, input: Record<string, unknown>, cookie: string | undefined): Promise<string> {
  if (!operation.http) throw new Error(`${operation.subject} has no way over HTTP`);
  const baseUrl = process.env['TEST_BASE_URL'] ?? '';
  const rest = { ...input };
  const path = operation.http.path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const { key, ifMatch } = demandsOf(operation);
  const isGet = operation.http.method === 'GET';
  const query = isGet
    ? `?${new URLSearchParams(Object.entries(rest).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])))}`
    : '';
  const response = await fetch(`${baseUrl}/api${path}${query}`, {
    method: operation.http.method,
    redirect: 'manual',
    headers: {
      'x-requested-with': 'vungmanh',
      origin: baseUrl,
      ...(cookie === undefined ? {} : { cookie }),
      ...(isGet ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    ...(isGet ? {} : { body: JSON.stringify(rest) }),
  });
  const body = await response.text();
  return response.ok ? 'done' : String((JSON.parse(body) as { code?: unknown }).code);
}
