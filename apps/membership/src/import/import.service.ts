import { Injectable } from '@nestjs/common';
import { applyMembers, checkMembers, dropMembers, stagedMembers, stageMembers } from '@vungmanh/contracts/membership/import';
import type { CellRemark, ImportRow, RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import { done, type Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { openNumbers } from '../member/person.entity.js';
import { forMany, judge, judgedNow } from './judge.js';
import { placesOf, shownCells } from './reading.rules.js';
import { readRow } from './sheet-row.rules.js';
import { forget, stageRows } from './stage.js';
import { writeRows } from './write-rows.js';

interface StagedRow {
  row: number;
  state: ImportRow['state'];
  warned: boolean;
  shown: string;
  candidate: string;
  numbers: string | null;
  remarks: CellRemark[];
}

const NOTHING: RowCounts = { new: 0, changed: 0, unchanged: 0, errors: 0, warnings: 0 };
/** Staged rows are personal data: what nobody came back for is forgotten. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** The sheet of members of a workbook that organization reads: kept aside, judged, shown, written whole or not at all. */
@Injectable()
export class ImportService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  @Rpc(stageMembers)
  stage(call: Call<typeof stageMembers>): Promise<typeof done> {
    const { importId, columns, cells, rows } = call.input;
    const sheet = { places: placesOf(columns), cells, today: this.clock.today() };
    const read = rows.map((row) => readRow(row, sheet));
    return this.db.commit(call, async (tx) => {
      await stageRows(tx, this.sealer, importId, read);
      tx.about({ target: importId });
      return done;
    });
  }

  @Rpc(checkMembers)
  check(call: Call<typeof checkMembers>): Promise<RowCounts> {
    const { importId } = call.input;
    return this.db.commit(call, async (tx) => {
      tx.about({ target: importId });
      const [batch] = await tx.query<{ applied: RowCounts | null }>('select applied from import_batch where import_id = $1 for update', [importId]);
      if (!batch) return NOTHING;
      await forMany(tx);
      return batch.applied ?? judge(tx, importId);
    });
  }

  @Rpc(stagedMembers)
  async rows({ input }: Call<typeof stagedMembers>): Promise<Page<ImportRow>> {
    const { importId, state, cursor, limit } = input;
    const rows = await this.db.query<StagedRow>(
      `select v."row", v.state, v.warned, r.shown, r.candidate_id as candidate, r.numbers, v.remarks
       from import_verdict v join import_row r using (import_id, "row")
       where v.import_id = $1 and ($2::text is null or case $2 when 'WARNING' then v.warned else v.state = $2 end) and v."row" > $3
       order by v."row" limit $4`,
      [importId, state ?? null, Number(readCursor(cursor, 1)?.[0] ?? 0), limit + 1],
    );
    const { items, ...rest } = pageOf(rows, limit, (r) => [String(r.row)]);
    return { items: items.map((r) => this.shown(r)), ...rest };
  }

  @Rpc(applyMembers)
  async apply(call: Call<typeof applyMembers>): Promise<RowCounts> {
    const { importId, accountId } = call.input;
    try {
      return await this.db.commit(call, async (tx) => {
        tx.about({ target: importId });
        await tx.query(`set local statement_timeout = '100s'`);
        await forMany(tx);
        const [batch] = await tx.query<{ applied: RowCounts | null }>('select applied from import_batch where import_id = $1 for update', [importId]);
        if (!batch) return NOTHING;
        if (batch.applied) return batch.applied;
        const counts = await judgedNow(tx, importId);
        if (counts.errors > 0) throw fail(applyMembers, 'membership/import-has-errors');
        await writeRows(tx, this.sealer, { importId, counts, accountId, operation: call.contract.subject });
        await tx.query('update import_batch set applied = $2 where import_id = $1', [importId, JSON.stringify(counts)]);
        const old = await tx.query<{ id: string }>('select import_id as id from import_batch where begun_at < $1', [
          new Date(this.clock.millis() - KEPT_DAYS * DAY_MS),
        ]);
        await forget(
          tx,
          old.map((o) => o.id),
        );
        return counts;
      });
    } catch (error) {
      // Somebody entered the same number between the judging and the writing.
      if (broke(error, 'person_card') || broke(error, 'person_citizen')) throw fail(applyMembers, 'membership/import-has-errors');
      throw error;
    }
  }

  @Rpc(dropMembers)
  drop(call: Call<typeof dropMembers>): Promise<typeof done> {
    return this.db.commit(call, async (tx) => {
      tx.about({ target: call.input.importId });
      await forget(tx, [call.input.importId]);
      return done;
    });
  }

  private shown({ row, state, warned, shown, candidate, numbers, remarks }: StagedRow): ImportRow {
    const cells: Record<string, string> = shownCells(shown);
    const { card, citizen } = openNumbers(this.sealer, candidate, numbers);
    if (card !== undefined) cells['cardNumber'] = card;
    if (citizen !== undefined) cells['citizenNumber'] = citizen;
    return { row, state, warned, cells, remarks };
  }
}
