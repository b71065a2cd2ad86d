import { readForParent, type Say } from '@vungmanh/documents/workbook/for-parent';
import { MemberChunk } from './member-chunk.js';
import type { SheetLine } from './sheet-lines.js';
import { SheetReader, type SheetRow } from './sheet-reader.js';

const ORGANIZATIONS_AT_ONCE = 200;

/** Runs in a process of its own: finds our sheets in the workbook and tells their rows, those of members ready to be sent. */
class Telling {
  private readonly sheets: SheetReader;
  private organizations: SheetRow[] = [];
  private members = new MemberChunk();

  constructor(
    private readonly say: Say,
    today: string,
  ) {
    this.sheets = new SheetReader(today);
  }

  async sheet(name: string): Promise<void> {
    await this.through();
    this.sheets.begin(name);
  }

  row(row: Parameters<SheetReader['row']>[0]): void | Promise<void> {
    const read = this.sheets.row(row);
    if (!read) return undefined;
    if (this.sheets.current === 'ORGANIZATIONS') return this.organizations.push(read) < ORGANIZATIONS_AT_ONCE ? undefined : this.tellOrganizations();
    this.members.add(read);
    return this.members.full ? this.tellMembers() : undefined;
  }

  async end(): Promise<void> {
    await this.through();
    const { found, trouble } = this.sheets;
    await this.tell({ found: [...found], ...(trouble === undefined ? {} : { trouble }) });
  }

  private async through(): Promise<void> {
    await this.tellOrganizations();
    await this.tellMembers();
    if (this.sheets.current) await this.tell({ through: this.sheets.current });
  }

  private async tellOrganizations(): Promise<void> {
    if (this.organizations.length > 0) await this.tell({ organizations: this.organizations });
    this.organizations = [];
  }

  private async tellMembers(): Promise<void> {
    const { members } = this;
    if (members.size === 0) return;
    this.members = new MemberChunk();
    await this.tell({ members: members.size, first: members.first, named: members.named });
    await this.say(members.json);
  }

  private async tell(line: SheetLine): Promise<void> {
    await this.say(JSON.stringify(line));
  }
}

await readForParent((say) => new Telling(say, process.argv[3] ?? ''));
