import { z } from 'zod';
import type { Operation } from './operation.js';

type Json = Record<string, unknown>;

/** JSON Schema of a contract's type, as it is sent (`input`) or answered (`output`). */
export function schemaOf(type: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return schema;
}

/** The names of the fields that the route takes from its path. */
export function pathParameters(operation: Operation): string[] {
  return Array.from(operation.http?.path.matchAll(/:(\w+)/g) ?? [], (m) => m[1] ?? '');
}

const propertiesOf = (schema: Json): Record<string, Json> => (schema['properties'] ?? {}) as Record<string, Json>;
const requiredOf = (schema: Json): string[] => (schema['required'] ?? []) as string[];

/** Path and query parameters. */
export function parametersOf(operation: Operation): Json[] {
  const schema = schemaOf(operation.input, 'input');
  const inPath = pathParameters(operation);
  const properties = Object.entries(propertiesOf(schema));
  const queried = operation.http?.method === 'GET' ? properties.filter(([name]) => !inPath.includes(name)) : [];
  return [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: propertiesOf(schema)[name] ?? {} })),
    ...queried.map(([name, type]) => ({ name, in: 'query', required: requiredOf(schema).includes(name), schema: type })),
  ];
}

/** The body: the input without what the path says. */
export function bodySchema(operation: Operation): Json {
  const schema = schemaOf(operation.input, 'input');
  const inPath = pathParameters(operation);
  if (!('properties' in schema)) return schema;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(propertiesOf(schema)).filter(([name]) => !inPath.includes(name))),
    required: requiredOf(schema).filter((name) => !inPath.includes(name)),
  };
}
