import { z } from 'zod';

type Read = (text: string) => unknown;

const asText: Read = (text) => text;
const asNumber: Read = (text) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text);
const asBoolean: Read = (text) => (text === 'true' ? true : text === 'false' ? false : text);

/** Field by field, how the text of a query becomes what the contract wants; made once per route. What cannot is left for the contract to refuse. */
export function queryReader(input: z.ZodType): (query: Readonly<Record<string, unknown>>) => Record<string, unknown> {
  const inner = unwrap(input);
  const readers = new Map<string, { read: Read; many: boolean }>();
  if (inner instanceof z.ZodObject) {
    for (const [name, type] of Object.entries(inner.shape as Record<string, z.ZodType>)) {
      const field = unwrap(type);
      const many = field instanceof z.ZodArray;
      readers.set(name, { read: readerOf(many ? unwrap(field.element as z.ZodType) : field), many });
    }
  }
  return (query) => {
    // Without a prototype, so that a field called __proto__ is a field like any other and is refused like any other.
    const read: Record<string, unknown> = Object.create(null);
    for (const [name, value] of Object.entries(query)) {
      const field = readers.get(name);
      read[name] = field ? convert(value, field) : value;
    }
    return read;
  };
}

/** A field named once is a list of one where the contract wants a list; named twice it stays a list, and is refused where it does not. */
function convert(value: unknown, { read, many }: { read: Read; many: boolean }): unknown {
  if (Array.isArray(value)) return value.map((v) => (typeof v === 'string' ? read(v) : v));
  const one = typeof value === 'string' ? read(value) : value;
  return many ? [one] : one;
}

function readerOf(type: z.ZodType): Read {
  if (type instanceof z.ZodNumber) return asNumber;
  if (type instanceof z.ZodBoolean) return asBoolean;
  return asText;
}

/** What stands below `optional`, `default`, `nullable`, `readonly`, and at the sending end of a pipe. */
function unwrap(type: z.ZodType): z.ZodType {
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault || type instanceof z.ZodNullable || type instanceof z.ZodReadonly)
    return unwrap(type.unwrap() as z.ZodType);
  if (type instanceof z.ZodPrefault || type instanceof z.ZodCatch) return unwrap(type.unwrap() as z.ZodType);
  if (type instanceof z.ZodPipe) return unwrap(type.in as z.ZodType);
  return type;
}
