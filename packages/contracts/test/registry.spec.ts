import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { openapi } from '../src/openapi.js';
import { pathParameters } from '../src/openapi-input.js';
import type { Operation } from '../src/operation.js';
import { events, eventsIn, operations, operationsIn } from '../src/registry.js';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((f) => f.isFile() && f.name.endsWith('.ts') && !f.name.includes('.spec.') && f.name !== 'registry.ts')
  .map((f) => join(f.parentPath, f.name));

const routed = operations.filter((o) => o.http);
/** `/members/:id` and `/members/count` are two routes; `/members/:id` and `/members/:personId` are one. */
const routeOf = (o: Operation): string => `${o.http?.method} ${o.http?.path.replace(/:\w+/g, ':')}`;
const twice = (all: string[]): string[] => all.filter((one, i) => all.indexOf(one) !== i);

describe('the list of operations', () => {
  it('misses no contract module, and every event says who hears it', async () => {
    const found: string[] = [];
    for (const file of files) {
      const module: object = await import(pathToFileURL(file).href);
      for (const e of eventsIn(module)) if (!events.includes(e) || !e.heardBy) found.push(`${relative(src, file)}: ${e.name}`);
      for (const o of operationsIn(module)) if (!operations.includes(o)) found.push(`${relative(src, file)}: ${o.subject}`);
    }
    expect(found).toEqual([]);
    expect(operations.length).toBeGreaterThan(20);
    expect(events.length).toBeGreaterThan(5);
  });

  it('has no subject and no route twice', () => {
    expect(twice(operations.map((o) => o.subject))).toEqual([]);
    expect(twice(routed.map(routeOf))).toEqual([]);
  });

  it('takes from a path only fields that the input has', () => {
    const wrong = routed.filter((o) => pathParameters(o).some((name) => !(o.input instanceof z.ZodObject && name in o.input.shape)));
    expect(wrong.map((o) => o.subject)).toEqual([]);
  });

  it('asks with GET and changes with anything else', () => {
    expect(routed.filter((o) => (o.type === 'query') !== (o.http?.method === 'GET')).map((o) => o.subject)).toEqual([]);
  });

  it('gives no route to what services ask among themselves, and to everything else one', () => {
    expect(operations.filter((o) => 'internal' in o.access === (o.http !== undefined)).map((o) => o.subject)).toEqual([]);
  });

  it('lets only the gateway be asked without a session', () => {
    expect(operations.filter((o) => 'anyone' in o.access && !o.subject.startsWith('gateway.')).map((o) => o.subject)).toEqual([]);
  });

  it('names a field of the input where the guard looks for the organization', () => {
    const wrong = operations.filter((o) => 'grant' in o.access && o.access.on && !(o.input instanceof z.ZodObject && o.access.on in o.input.shape));
    expect(wrong.map((o) => o.subject)).toEqual([]);
  });

  it('marks what answers a file, so that the gateway streams it', () => {
    const files = routed.filter((o) => o.output instanceof z.ZodObject && Object.keys(o.output.shape).sort().join() === 'fileId,name,type');
    expect(files.filter((o) => !('download' in o && o.download)).map((o) => o.subject)).toEqual([]);
  });

  it('refuses unknown fields of every input', () => {
    expect(operations.filter((o) => o.input.safeParse({ 'no-such-field': 1 }).success).map((o) => o.subject)).toEqual([]);
  });

  it('declares refusals under the name of a service', () => {
    const wrong = operations.flatMap((o) => Object.keys(o.errors)).filter((code) => !/^[a-z]+\/[a-z0-9-]+$/.test(code));
    expect(wrong).toEqual([]);
  });

  it('marks a changing act on one existing thing as such: its answer carries the next version', () => {
    expect(operations.filter((o) => 'on' in o && o.on === 'existing' && !o.versioned).map((o) => o.subject)).toEqual([]);
  });
});

describe('openapi.json', () => {
  const document = openapi(operations) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; parameters: { in: string; name: string }[] }>>;
  };

  it('holds every route and nothing else', () => {
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((o) => o.operationId));
    expect(ids.sort()).toEqual(routed.map((o) => o.subject).sort());
    expect(document.openapi).toBe('3.1.0');
  });

  it('describes path, query, headers and body of an operation', () => {
    const grant = document.paths['/api/accounts/{accountId}/grants']?.['post'];
    expect(grant).toMatchObject({
      operationId: 'identity.account.grant',
      summary: 'Giao quyền',
      requestBody: { content: { 'application/json': { schema: { required: ['roleCode', 'nodeId', 'below'], additionalProperties: false } } } },
      responses: { 201: {}, 409: {}, 428: {} },
    });
    expect(grant?.parameters.map((p) => `${p.in} ${p.name}`)).toEqual(['path accountId', 'header X-Requested-With', 'header Idempotency-Key']);
    expect(document.paths['/api/accounts']?.['get']?.parameters.map((p) => p.name)).toEqual(['cursor', 'limit', 'search']);
  });

  it('can be printed', () => {
    expect(JSON.stringify(document)).not.toContain('undefined');
  });
});
