import { Injectable } from '@nestjs/common';
import { checkedCells, checkYearSummary, type CheckedCell } from '@vungmanh/contracts/inspection/check-notice';
import type { HalfYear } from '@vungmanh/contracts/inspection/meeting-check-state';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { dayOf } from '@vungmanh/regulations/day-of';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { In } from 'typeorm';
import { checkLines } from './check-line.js';
import { MeetingCheckEntity } from './meeting-check.entity.js';
import { nextDue } from './meeting-check.rules.js';
import { yearSummary } from './year-summary.rules.js';

interface Totals {
  cells: number;
  never: number;
  last: string | null;
}

/** Which cells were checked when, and what the year's report says of it. */
@Injectable()
export class CheckedCellsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /** Those never checked first, then the longest ago. */
  @Rpc(checkedCells)
  async cells(call: Call<typeof checkedCells>): Promise<OutputOf<typeof checkedCells>> {
    const { nodeId, cursor, limit } = call.input;
    const params: unknown[] = [nodeId];
    const cellsSql = `(${CELLS_SQL} and ${call.scope.within('n.id', params)}) cell`;
    const [totals] = await this.db.query<Totals>(
      `select count(*)::int as cells, (count(*) filter (where cell.last is null))::int as never, (
         select max((c.published_at at time zone 'Asia/Ho_Chi_Minh')::date)::text from meeting_check c where c.node_id = $1 and c.state = 'PUBLISHED') as last
       from ${cellsSql}`,
      [...params],
    );
    const after = readCursor(cursor, 3);
    const p = (value: unknown): string => `$${params.push(value)}`;
    const afterSql = after ? `(coalesce(cell.last, ''), cell.code, cell.id) > (${p(after[0])}, ${p(after[1])}, ${p(after[2])}::uuid)` : 'true';
    const rows = await this.db.query<{ id: string; name: string; code: string; last: string | null }>(
      `select cell.id, cell.name, cell.code, cell.last from ${cellsSql} where ${afterSql}
       order by coalesce(cell.last, ''), cell.code, cell.id limit ${p(limit + 1)}`,
      params,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.last ?? '', row.code, row.id]);
    const today = this.clock.today();
    const last = totals?.last ?? undefined;
    const context = await ruleContextOf(this.db, nodeId);
    const dueOn = last === undefined ? undefined : nextDue(last, today, context);
    const rule = ruleAt('meeting.check.months', today, context)?.says;
    return {
      items: items.map(({ id, name, last: on }): CheckedCell => ({ nodeId: id, name, ...(on === null ? {} : { lastCheckedOn: on }) })),
      ...(next === undefined ? {} : { next }),
      ...(rule === undefined ? {} : { rule }),
      ...(last === undefined ? {} : { lastPublishedOn: last }),
      ...(dueOn === undefined ? {} : { dueOn }),
      never: totals?.never ?? 0,
      cells: totals?.cells ?? 0,
    };
  }

  @Rpc(checkYearSummary)
  async summary(call: Call<typeof checkYearSummary>): Promise<OutputOf<typeof checkYearSummary>> {
    const { nodeId, year } = call.input;
    const halves: HalfYear[] = [`${year}-H1`, `${year}-H2`];
    const params: unknown[] = [nodeId, halves];
    const lines = await checkLines(
      this.db,
      `where c.node_id = $1 and c.half = any($2) and c.state = 'PUBLISHED' and ${call.scope.within('c.node_id', params)} order by c.half`,
      params,
    );
    if (lines.length === 0) throw fail(checkYearSummary, 'inspection/no-check-published');
    const ids = lines.map((line) => line.id);
    const [checks, counts] = await Promise.all([
      this.db.load((manager) => manager.findBy(MeetingCheckEntity, { id: In(ids) })),
      this.db.query<{ id: string; demanded: number; settled: number }>(
        `select check_id as id, count(*)::int as demanded, count(settled_at)::int as settled from check_finding
         where check_id = any($1::uuid[]) and kind = 'SHORTCOMING' and dropped_at is null group by check_id`,
        [ids],
      ),
    ]);
    const published = lines.flatMap((line) => {
      const notice = checks.find((c) => c.id === line.id)?.notice(this.sealer);
      const { demanded = 0, settled = 0 } = counts.find((c) => c.id === line.id) ?? {};
      return notice && line.publishedAt ? [{ ...line, publishedOn: dayOf(line.publishedAt), demanded, settled, notice }] : [];
    });
    return { year, halves: published.map((p) => p.half), paragraphs: yearSummary(year, published) };
  }
}

/** Cells `n` below an organization, each with the day of the last notice of a check that looked at it. */
const CELLS_SQL = `select n.id, n.name, n.code collate "C" as code, (
    select max((c.published_at at time zone 'Asia/Ho_Chi_Minh')::date)::text from meeting_check_told m join meeting_check c on c.id = m.check_id
    where m.node_id = n.id and m.checked) as last
  from tree_now t join node_view n on n.id = t.descendant
  where t.ancestor = $1 and t.depth > 0 and n.status = 'ACTIVE' and (n.traits ->> 'meetsAsCell')::boolean`;
