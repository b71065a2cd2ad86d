import { stageMembers } from '@vungmanh/contracts/membership/import';
import { searchText } from '@vungmanh/contracts/text';
import type { JobRun } from '@vungmanh/platform/jobs/job';
import type { RpcClient } from '@vungmanh/platform/rpc/client';
import { MEMBER_COLUMNS } from './member-chunk.js';
import type { NamedBy } from './sheet-lines.js';
import type { NamedCell } from './staged-organizations.js';

/** Chunks on their way at once: membership reads one while its database writes others. */
const AT_ONCE = 3;

/** A chunk as the child has told it: `rows` is JSON. */
export interface ToldChunk {
  first: number;
  named: readonly NamedBy[];
  rows: string;
}

/** Sends chunks of members to membership, each with the cells that its rows name. */
export class MemberSender {
  private readonly byCode = new Map<string, NamedCell>();
  /** Null: two cells have that name. */
  private readonly byName = new Map<string, NamedCell | null>();
  private readonly under = new Set<Promise<void>>();
  private failed: unknown;
  /** Whether a row names a cell that does not stand yet. */
  namesNew = false;

  constructor(
    private readonly rpc: RpcClient,
    private readonly importId: string,
    private readonly run: Pick<JobRun, 'id' | 'attempt' | 'trace'>,
  ) {}

  async send({ first, named, rows }: ToldChunk, known: readonly NamedCell[]): Promise<void> {
    if (this.byCode.size === 0) this.learn(known);
    const cells = named.map((by) => {
      const cell = this.cellOf(by);
      if (cell?.isNew) this.namesNew = true;
      return cell ? { nodeId: cell.nodeId, meetsAsCell: cell.meetsAsCell } : null;
    });
    while (this.under.size >= AT_ONCE) await Promise.race(this.under);
    if (this.failed !== undefined) throw this.failed;
    // What the child has said stands first: of two members of one name a reader of JSON takes the later.
    const input = `{"rows":${rows},${JSON.stringify({ importId: this.importId, columns: MEMBER_COLUMNS, cells }).slice(1)}`;
    const { id, attempt, trace } = this.run;
    const sending: Promise<void> = this.rpc
      .forward(stageMembers, input, { key: `stage-${id}-${attempt}-${first}`, trace })
      .then(
        () => undefined,
        (error: unknown) => {
          this.failed ??= error;
        },
      )
      .finally(() => this.under.delete(sending));
    this.under.add(sending);
  }

  /** Resolves when everything has been taken. */
  async finish(): Promise<void> {
    await Promise.all(this.under);
    if (this.failed !== undefined) throw this.failed;
  }

  private learn(known: readonly NamedCell[]): void {
    for (const cell of known) {
      this.byCode.set(cell.code, cell);
      const name = searchText(cell.name);
      this.byName.set(name, this.byName.has(name) ? null : cell);
    }
  }

  private cellOf({ code, name }: NamedBy): NamedCell | undefined {
    if (code !== undefined) return this.byCode.get(code.toUpperCase().replace(/\s/g, ''));
    return name === undefined ? undefined : (this.byName.get(searchText(name)) ?? undefined);
  }
}
