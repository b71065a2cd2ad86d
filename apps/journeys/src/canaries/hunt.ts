import { eachValue } from '@vungmanh/testing/dump';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Canaries, Kind } from './canaries.js';

/** Where which kinds were found: `<place>` → kinds. */
export type Found = Map<string, Set<Kind>>;

/** Every value of every table of a database: `<service>.<table>.<column>`. The years of a table count as it. */
export async function huntDatabase(service: string, url: string, canaries: Canaries): Promise<{ found: Found; rows: number }> {
  const found: Found = new Map();
  const rows = await eachValue(url, ({ table, column }, text) =>
    note(found, `${service}.${table.replace(/^roll_event_\w+$/, 'roll_event')}.${column}`, canaries.in(text)),
  );
  return { found, rows };
}

/** Everything in a folder, byte by byte. */
export function huntFolder(folder: string, canaries: Canaries): { found: Found; bytes: number } {
  const found: Found = new Map();
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    bytes += content.length;
    note(found, relative(folder, path), canaries.in(content.toString('latin1')));
  }
  return { found, bytes };
}

export function note(found: Found, place: string, kinds: ReadonlyMap<Kind, string>): void {
  if (kinds.size === 0) return;
  const known = found.get(place) ?? new Set<Kind>();
  for (const kind of kinds.keys()) known.add(kind);
  found.set(place, known);
}
