import type { Page } from '@vungmanh/contracts/types';
import { refuse } from '../problem.js';

/** Reads an opaque cursor back into the sort key and id of the last row of the page before; refuses a forged one. */
export function readCursor(cursor: string | undefined, length: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every((k) => typeof k === 'string')) return keys;
  } catch {
    // falls through to the refusal
  }
  throw refuse('request/invalid', { errors: [{ pointer: '/cursor', detail: 'Trang này không còn. Hãy quay lại trang đầu.' }] });
}

/** Cuts `limit + 1` rows into a page; `keyOf` gives the sort key and id from which the next page goes on. */
export function pageOf<Row>(rows: Row[], limit: number, keyOf: (row: Row) => string[]): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') } : { items };
}
