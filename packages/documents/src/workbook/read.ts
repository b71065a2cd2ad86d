import { type Archive, openArchive } from './archive.js';
import type { Row, Sheet } from './cell.js';
import { type Limits, limits as usual } from './limits.js';
import { mergeWalker, readMerges } from './merges.js';
import { refusalOf, type WorkbookRefusal } from './refusal.js';
import { rowReader } from './rows.js';
import { readStructure } from './structure.js';
import { readSheet } from './sheet.js';

export type WorkbookResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: WorkbookRefusal };

/** What a reader hears, in the order of the file. A promise holds the reading back until it is settled. */
export interface WorkbookListener {
  sheet(name: string, hidden: boolean): void | Promise<void>;
  row(row: Row): void | Promise<void>;
}

/**
 * Reads an XLSX file row by row without keeping it. Never evaluates, never follows a link, never trusts a size that the file states.
 * Every way in which a file can be wrong comes back as a refusal; what the listener throws comes through.
 */
export async function streamWorkbook(path: string, listener: WorkbookListener, limits: Limits = usual): Promise<WorkbookResult<undefined>> {
  const thrown: { by?: unknown } = {};
  const guarded = async (call: () => void | Promise<void>): Promise<void> => {
    try {
      await call();
    } catch (error) {
      thrown.by = error;
      throw error;
    }
  };
  let archive: Archive | undefined;
  try {
    archive = await openArchive(path, limits);
    const structure = await readStructure(archive, limits);
    const totals = { rows: 0, cells: 0, text: 0 };
    for (const sheet of structure.sheets) {
      await guarded(() => listener.sheet(sheet.name, sheet.hidden));
      const merges = mergeWalker(await readMerges(archive.read(sheet.part), limits));
      const reader = rowReader({ sheet: sheet.name, structure, merges, limits, totals });
      await readSheet(
        flushing(archive.read(sheet.part), reader.finished, (row) => guarded(() => listener.row(row))),
        reader,
        limits,
      );
      for (const row of reader.finished.splice(0)) await guarded(() => listener.row(row));
    }
    return { ok: true, value: undefined };
  } catch (error) {
    if ('by' in thrown) throw thrown.by;
    return { ok: false, refusal: refusalOf(error) };
  } finally {
    archive?.close();
  }
}

/** Hands on the rows that came out of one piece of the file before the next piece is unpacked. */
async function* flushing(chunks: AsyncIterable<Buffer>, finished: Row[], hand: (row: Row) => Promise<void>): AsyncIterable<Buffer> {
  for await (const chunk of chunks) {
    yield chunk;
    for (const row of finished.splice(0)) await hand(row);
  }
}

/** {@link streamWorkbook} with everything kept; for files from a trusted hand and for tests. Uploads go through `readWorkbookInChild`. */
export async function readWorkbook(path: string, limits: Limits = usual): Promise<WorkbookResult<Sheet[]>> {
  const sheets: { name: string; hidden: boolean; rows: Row[] }[] = [];
  const listener: WorkbookListener = {
    sheet: (name, hidden) => void sheets.push({ name, hidden, rows: [] }),
    row: (row) => void sheets.at(-1)?.rows.push(row),
  };
  const result = await streamWorkbook(path, listener, limits);
  return result.ok ? { ok: true, value: sheets } : result;
}
