import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Row, Sheet } from './cell.js';
import type { WorkbookListener, WorkbookResult } from './read.js';
import { refusal, type WorkbookRefusal } from './refusal.js';
import { type ChildLine, OUTCOME, unpacked } from './wire.js';

/** What the child may take. */
export interface ChildLimits {
  readonly heapMegabytes: number;
  readonly seconds: number;
}

/** Source: reliability.md F46. */
const usual: ChildLimits = { heapMegabytes: 256, seconds: 30 };

/** A module that calls `readForParent`, by its URL, and what it gets behind the path of the workbook. */
export interface Child {
  readonly module: string;
  readonly args: readonly string[];
}

/**
 * Has an uploaded workbook read in a process of its own, with a small heap, a deadline and an empty environment, and hands on what
 * that says, line by line. The deadline covers the listener too: a promise that it returns holds the child back. What the listener
 * throws ends the child and comes through; everything else that goes wrong is a refusal.
 */
export async function linesOfChild(
  path: string,
  child: Child,
  hear: (line: string) => void | Promise<void>,
  limits: ChildLimits = usual,
): Promise<WorkbookResult<undefined>> {
  const reader = spawn(process.execPath, [`--max-old-space-size=${limits.heapMegabytes}`, ...entry(child.module), path, ...child.args], {
    env: {},
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => reader.once('close', () => resolve()).once('error', () => resolve()));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    reader.kill('SIGKILL');
  }, limits.seconds * 1000);
  let outcome: WorkbookRefusal | 'done' | undefined;
  try {
    for await (const line of linesOf(reader.stdout)) {
      if (late) break;
      if (line.startsWith(OUTCOME)) outcome = outcomeOf(line.slice(OUTCOME.length));
      else await hear(line);
    }
  } finally {
    clearTimeout(timer);
    if (outcome === undefined) reader.kill('SIGKILL');
    await ended;
  }
  if (outcome === 'done') return { ok: true, value: undefined };
  if (outcome !== undefined) return { ok: false, refusal: outcome };
  // Without a last line the child was killed by us or ran out of its heap.
  return { ok: false, refusal: late ? refusal('workbook/too-slow') : refusal('workbook/unpacks-too-far', 'the child ended before it had finished') };
}

/** {@link linesOfChild} for rows as they stand in the file. */
export async function streamWorkbookInChild(
  path: string,
  listener: WorkbookListener,
  limits: ChildLimits = usual,
): Promise<WorkbookResult<undefined>> {
  let sheet = '';
  const hear = (text: string): void | Promise<void> => {
    const line: ChildLine = JSON.parse(text);
    if ('row' in line) return listener.row({ sheet, row: line.row, cells: line.cells.map((cell) => unpacked(line.row, cell)) });
    return listener.sheet((sheet = line.sheet), line.hidden);
  };
  const here = import.meta.url;
  return linesOfChild(path, { module: new URL(here.endsWith('.ts') ? 'child.ts' : 'child.js', here).href, args: [] }, hear, limits);
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

/** Built JavaScript, or, below Jest, TypeScript through the loader of packages/tooling. */
function entry(module: string): string[] {
  const path = fileURLToPath(module);
  return module.endsWith('.ts') ? ['--import', new URL('../../../tooling/from-source.mjs', import.meta.url).href, path] : [path];
}

/** Whole lines; what a dying child did not finish is none. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let tail = '';
  for await (const chunk of chunks) {
    const lines = (tail + decoder.decode(chunk, { stream: true })).split('\n');
    tail = lines.pop() ?? '';
    yield* lines;
  }
}

function outcomeOf(json: string): WorkbookRefusal | 'done' {
  const refused: WorkbookRefusal | null = JSON.parse(json);
  return refused === null ? 'done' : refusal(refused.code, refused.detail);
}
