import { readForParent, type Say } from '@vungmanh/documents/workbook/for-parent';
import { PastReader } from './past-reader.js';
import type { PastSheetRow } from './past-row.rules.js';

/** What the child tells of a workbook, as lines of JSON. */
export type PastLine = { readonly rows: readonly PastSheetRow[] } | { readonly trouble: string };

/** Rows of a line: what is recognized, and written, in one statement. */
const AT_ONCE = 500;

/** Runs in a process of its own: finds our sheet in the workbook and tells its rows. */
class Telling {
  private readonly reader: PastReader;
  private rows: PastSheetRow[] = [];

  constructor(
    private readonly say: Say,
    today: string,
  ) {
    this.reader = new PastReader(today);
  }

  sheet(name: string): void {
    this.reader.begin(name);
  }

  row(row: Parameters<PastReader['row']>[0]): void | Promise<void> {
    const read = this.reader.row(row);
    if (!read) return undefined;
    return this.rows.push(read) < AT_ONCE ? undefined : this.tell();
  }

  async end(): Promise<void> {
    if (this.rows.length > 0) await this.tell();
    const { trouble } = this.reader;
    if (trouble !== undefined) await this.say(JSON.stringify({ trouble } satisfies PastLine));
  }

  private async tell(): Promise<void> {
    const line: PastLine = { rows: this.rows };
    this.rows = [];
    await this.say(JSON.stringify(line));
  }
}

await readForParent((say) => new Telling(say, process.argv[3] ?? ''));
