import { once } from 'node:events';
import { OUTCOME } from './wire.js';
import { streamWorkbook, type WorkbookListener } from './read.js';
import { refusalOf, type WorkbookRefusal } from './refusal.js';

/** Sends a line, which must hold no line break, to the parent. A promise holds back whoever says more until it is taken. */
export type Say = (line: string) => void | Promise<void>;

const PIECE = 65_536;

/**
 * What the module of a child process does (`linesOfChild`): reads the workbook that the first argument names and tells the parent what
 * the listener makes of it, and how it ended. `end` is called when everything has been read.
 */
export async function readForParent(listenerFor: (say: Say) => WorkbookListener & { end?(): void | Promise<void> }): Promise<void> {
  let buffer = '';
  const flush = async (): Promise<void> => {
    const text = buffer;
    buffer = '';
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  const say: Say = (line) => {
    buffer += `${line}\n`;
    return buffer.length > PIECE ? flush() : undefined;
  };
  let refused: WorkbookRefusal | undefined;
  try {
    const listener = listenerFor(say);
    const result = await streamWorkbook(process.argv[2] ?? '', listener);
    if (result.ok) await listener.end?.();
    else refused = result.refusal;
  } catch (error) {
    refused = refusalOf(error);
  }
  await say(OUTCOME + JSON.stringify(refused ?? null));
  await flush();
}
