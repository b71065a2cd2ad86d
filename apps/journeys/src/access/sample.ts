import type { Operation } from '@vungmanh/contracts/operation';
import { z } from 'zod';

/** An id that nothing has. */
export const NOTHING = '0199a000-0000-7000-8000-000000000000';

interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** Texts that satisfy the patterns of the contracts: whichever fits. */
const TEXTS = [
  '2026-10',
  '2026-H1',
  'aaaaaaaa',
  'ROLE_OF_NOBODY',
  '00:00',
  '2026',
  '1',
  '0'.repeat(64),
  '19:30',
  '012345678901',
  '0912345678',
  'A',
  '2026-Q4',
  '2026-2031',
];
const FORMATS: Record<string, string> = { uuid: NOTHING, date: '2026-10-05', 'date-time': '2026-10-05T01:00:00Z' };

/** The smallest input that an operation's contract takes: what it must have and nothing else. Throws where none was found. */
export function sampleOf(operation: Operation): Record<string, unknown> {
  const sample = valueOf(z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema);
  const parsed = operation.input.safeParse(sample);
  if (!parsed.success) throw new Error(`${operation.subject}: ${JSON.stringify(sample)} is no input: ${parsed.error.message}`);
  return sample as Record<string, unknown>;
}

function valueOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const among = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (among?.[0] && schema.type === undefined) return valueOf(among[0]);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, valueOf(schema.properties?.[name] ?? {})]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}));
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case 'boolean':
      return false;
    default:
      return textOf(schema);
  }
}

function textOf({ format, pattern, minLength = 1 }: Schema): string {
  const known = FORMATS[format ?? ''];
  if (known !== undefined) return known;
  const patterned = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return TEXTS.find((text) => text.length >= minLength && (patterned?.test(text) ?? true)) ?? 'a'.repeat(minLength);
}
