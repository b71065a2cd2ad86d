import { stageMembers, type MemberSheetRow } from '@vungmanh/contracts/membership/import';
import { memberColumns, type ImportCell, type MemberColumn } from '@vungmanh/contracts/organization/import-sheet';
import { searchText } from '@vungmanh/contracts/text';
import type { RpcClient } from '@vungmanh/platform/rpc/client';
import type { SheetRow } from './sheet-reader.js';
import type { NamedCell } from './staged-organizations.js';

const CHUNK = 500;
const COLUMNS = memberColumns.map((c) => c.key);
/** Chunks on their way at once: membership writes one while the next is read. */
const AT_ONCE = 3;

/** Sends rows of members to membership in chunks, each with the cell that it names. */
export class MemberSender {
  private readonly byCode = new Map<string, NamedCell>();
  /** Null: two cells have that name. */
  private readonly byName = new Map<string, NamedCell | null>();
  private chunk: MemberSheetRow[] = [];
  private readonly under = new Set<Promise<void>>();
  private failed: unknown;
  /** Whether a row names a cell that does not stand yet. */
  namesNew = false;

  constructor(
    private readonly rpc: RpcClient,
    private readonly importId: string,
    private readonly trace: string,
  ) {}

  async send(row: SheetRow, named: readonly NamedCell[]): Promise<void> {
    if (this.byCode.size === 0) this.learn(named);
    const cell = this.cellOf(row);
    if (cell?.isNew) this.namesNew = true;
    this.chunk.push(compact(row, cell));
    if (this.chunk.length >= CHUNK) await this.flush();
  }

  /** Resolves when everything has been taken. */
  async finish(): Promise<void> {
    await this.flush();
    await Promise.all(this.under);
    if (this.failed !== undefined) throw this.failed;
  }

  private async flush(): Promise<void> {
    if (this.chunk.length === 0) return;
    const rows = this.chunk;
    this.chunk = [];
    while (this.under.size >= AT_ONCE) await Promise.race(this.under);
    if (this.failed !== undefined) throw this.failed;
    const sending: Promise<void> = this.rpc
      .call(stageMembers, { importId: this.importId, columns: COLUMNS, rows }, { key: `stage-${this.importId}-${rows[0]?.row}`, trace: this.trace })
      .then(
        () => undefined,
        (error: unknown) => {
          this.failed ??= error;
        },
      )
      .finally(() => this.under.delete(sending));
    this.under.add(sending);
  }

  private learn(named: readonly NamedCell[]): void {
    for (const cell of named) {
      this.byCode.set(cell.code, cell);
      const name = searchText(cell.name);
      this.byName.set(name, this.byName.has(name) ? null : cell);
    }
  }

  private cellOf({ cells }: SheetRow): NamedCell | undefined {
    const code = cells['cellCode'];
    if (code && code.kind !== 'BROKEN') return this.byCode.get(code.text.toUpperCase().replace(/\s/g, ''));
    const name = cells['cellName'];
    return name && name.kind !== 'BROKEN' ? (this.byName.get(searchText(name.text)) ?? undefined) : undefined;
  }
}

function compact({ row, cells }: SheetRow, cell: NamedCell | undefined): MemberSheetRow {
  const texts = COLUMNS.map((column) => cells[column]?.text ?? '');
  const numbers = columnsOf(cells, 'NUMBER');
  const broken = columnsOf(cells, 'BROKEN');
  return {
    row,
    texts,
    ...(numbers.length > 0 ? { numbers } : {}),
    ...(broken.length > 0 ? { broken } : {}),
    ...(cell ? { cell: { nodeId: cell.nodeId, meetsAsCell: cell.meetsAsCell } } : {}),
  };
}

const columnsOf = (cells: SheetRow['cells'], kind: ImportCell['kind']): MemberColumn[] => COLUMNS.filter((column) => cells[column]?.kind === kind);
