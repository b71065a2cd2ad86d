import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Row, Sheet } from './cell.js';
import type { WorkbookListener, WorkbookResult } from './read.js';
import { refusal, type WorkbookRefusal } from './refusal.js';
import { type ChildLine, unpacked } from './wire.js';

/** What the child may take. */
export interface ChildLimits {
  readonly heapMegabytes: number;
  readonly seconds: number;
}

/** Source: reliability.md F46. */
const usual: ChildLimits = { heapMegabytes: 256, seconds: 30 };

/**
 * Reads an uploaded workbook in a process of its own, with a small heap, a deadline and an empty environment, and hands its rows on
 * as they come. The deadline covers the listener too: a promise that it returns holds the child back. What the listener throws
 * ends the child and comes through; everything else that goes wrong is a refusal.
 */
export async function streamWorkbookInChild(
  path: string,
  listener: WorkbookListener,
  limits: ChildLimits = usual,
): Promise<WorkbookResult<undefined>> {
  const child = spawn(process.execPath, [`--max-old-space-size=${limits.heapMegabytes}`, ...entry(), path], {
    env: {},
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limits.seconds * 1000);
  let sheet = '';
  let outcome: WorkbookRefusal | 'done' | undefined;
  try {
    for await (const text of linesOf(child.stdout)) {
      if (late) break;
      const line = parsed(text);
      if (line === undefined) break;
      if ('row' in line) await listener.row({ sheet, row: line.row, cells: line.cells.map((cell) => unpacked(line.row, cell)) });
      else if ('sheet' in line) await listener.sheet((sheet = line.sheet), line.hidden);
      else outcome = 'done' in line ? 'done' : refusal(line.refusal.code, line.refusal.detail);
    }
  } finally {
    clearTimeout(timer);
    if (outcome === undefined) child.kill('SIGKILL');
    await ended;
  }
  if (outcome === 'done') return { ok: true, value: undefined };
  if (outcome !== undefined) return { ok: false, refusal: outcome };
  // Without a last line the child was killed by us or ran out of its heap.
  return { ok: false, refusal: late ? refusal('workbook/too-slow') : refusal('workbook/unpacks-too-far', 'the child ended before it had finished') };
}

/** {@link streamWorkbookInChild} with all rows kept; a province's workbook of 60,000 rows takes some 200 MB here, so prefer the stream. */
export async function readWorkbookInChild(path: string, limits: ChildLimits = usual): Promise<WorkbookResult<Sheet[]>> {
  const sheets: { name: string; hidden: boolean; rows: Row[] }[] = [];
  const listener: WorkbookListener = {
    sheet: (name, hidden) => void sheets.push({ name, hidden, rows: [] }),
    row: (row) => void sheets.at(-1)?.rows.push(row),
  };
  const result = await streamWorkbookInChild(path, listener, limits);
  return result.ok ? { ok: true, value: sheets } : result;
}

/** The child beside this file: built JavaScript, or, below Jest, TypeScript through the loader of packages/tooling. */
function entry(): string[] {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return [fileURLToPath(new URL('child.js', here))];
  return ['--import', new URL('../../../tooling/from-source.mjs', here).href, fileURLToPath(new URL('child.ts', here))];
}

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let tail = '';
  for await (const chunk of chunks) {
    const lines = (tail + decoder.decode(chunk, { stream: true })).split('\n');
    tail = lines.pop() ?? '';
    yield* lines;
  }
}

/** Undefined for a line that a dying child did not finish. */
function parsed(text: string): ChildLine | undefined {
  try {
    const line: ChildLine = JSON.parse(text);
    return line;
  } catch {
    return undefined;
  }
}
