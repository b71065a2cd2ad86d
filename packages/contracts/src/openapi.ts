import type { Operation } from './operation.js';
import { common, ProblemBody, statusOf, type Refusals } from './problem.js';
import { bodySchema, parametersOf, schemaOf } from './openapi-input.js';

type Json = Record<string, unknown>;

const problem: Json = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

/** The OpenAPI 3.1 document of the operations that have a route. */
export function openapi(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    if (!operation.http) continue;
    const path = `/api${operation.http.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [operation.http.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Vững Mạnh', version: '1' },
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemBody, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
    },
    security: [{ session: [] }],
  };
}

function describe(operation: Operation): Json {
  const isGet = operation.http?.method === 'GET';
  return {
    operationId: operation.subject,
    tags: [operation.subject.slice(0, operation.subject.indexOf('.'))],
    ...('audit' in operation ? { summary: operation.audit } : {}),
    ...('anyone' in operation.access ? { security: [] } : {}),
    ...('grant' in operation.access ? { 'x-permission': operation.access.grant } : {}),
    parameters: [...parametersOf(operation), ...headersOf(operation)],
    ...(isGet ? {} : { requestBody: { required: true, content: { 'application/json': { schema: bodySchema(operation) } } } }),
    responses: { ...successOf(operation), ...refusalsOf(operation) },
  };
}

function headersOf(operation: Operation): Json[] {
  const header = (name: string, description: string): Json => ({ name, in: 'header', required: true, description, schema: { type: 'string' } });
  if (operation.http?.method === 'GET') return [];
  const site = header('X-Requested-With', 'vungmanh');
  if ('anyone' in operation.access) return [site];
  const key = header('Idempotency-Key', 'One per intent; the same key is answered the same.');
  const seen = header('If-Match', 'The ETag of the version that was seen.');
  return 'on' in operation && operation.on === 'existing' ? [site, key, seen] : [site, key];
}

function successOf(operation: Operation): Json {
  if ('download' in operation && operation.download) return { 200: { description: 'The file.', content: { '*/*': {} } } };
  const created = 'on' in operation && operation.on === 'new';
  const headers = {
    ...(operation.versioned ? { ETag: { schema: { type: 'string' } } } : {}),
    ...(created ? { Location: { schema: { type: 'string' } } } : {}),
  };
  return {
    [created ? 201 : 200]: {
      description: created ? 'Made.' : 'Done.',
      ...(Object.keys(headers).length > 0 ? { headers } : {}),
      content: { 'application/json': { schema: schemaOf(operation.output, 'output') } },
    },
  };
}

function refusalsOf(operation: Operation): Json {
  const all: Refusals = { ...common, ...operation.errors };
  const byStatus: Record<number, string[]> = {};
  for (const [code, { kind }] of Object.entries(all)) (byStatus[statusOf[kind]] ??= []).push(code);
  return Object.fromEntries(Object.entries(byStatus).map(([status, codes]) => [status, { description: codes.join(', '), ...problem }]));
}
