import { Injectable } from '@nestjs/common';
import { exportReport, getReport, type InspectionReport } from '@vungmanh/contracts/inspection/report';
import { reportPeriodText } from '@vungmanh/contracts/inspection/report-label';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { figuresOf, periodOf, type Counted, type UpTree } from './report.rules.js';
import { reportSheets } from './report-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type ReportCall = Call<typeof getReport | typeof exportReport>;
type Row = Counted & { mine: number };

/** What a body reports for a period, counted from the work itself: three statements, however many organizations there are. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(getReport)
  get(call: Call<typeof getReport>): Promise<InspectionReport> {
    return this.report(call);
  }

  @Rpc(exportReport)
  async export(call: Call<typeof exportReport>): Promise<OutputOf<typeof exportReport>> {
    const report = await this.report(call);
    const { fileId } = await this.files.put(streamOfWorkbook(reportSheets(report)), { by: 'service:inspection', type: XLSX });
    await this.trail.recordRead(call, { persons: [], node: report.nodeId });
    return { fileId, name: `Báo cáo kiểm tra, giám sát ${reportPeriodText(report.period)}, ${report.nodeName}`.slice(0, 190) + '.xlsx', type: XLSX };
  }

  private async report(call: ReportCall): Promise<InspectionReport> {
    const { nodeId, period } = call.input;
    const { year, quarters, from, to } = periodOf(period);
    const [tree, planned, rows] = await Promise.all([this.tree(call), this.planned(call, year, quarters), this.counted(call, from, to)]);
    const top = tree.at(-1);
    if (top === undefined) throw refuse('request/not-found');
    return { nodeId, nodeName: top.name, period, from, to, planned, figures: figuresOf(rows, tree) };
  }

  private async tree(call: ReportCall): Promise<(UpTree[number] & { name: string })[]> {
    const params: unknown[] = [call.input.nodeId];
    const insideSql = call.scope.within('t.descendant', params);
    return this.db.query(
      `select n.id, n.parent_id as "parentId", n.name from tree_now t join node_view n on n.id = t.descendant
       where t.ancestor = $1 and ${insideSql} order by t.depth desc, n.code`,
      params,
    );
  }

  private planned(call: ReportCall, year: number, quarters: readonly number[]): Promise<InspectionReport['planned']> {
    const params: unknown[] = [call.input.nodeId, year, quarters, this.clock.today()];
    const insideSql = call.scope.within('g.node_id', params);
    return this.db.query(
      `select l.kind, l.subject, count(*) filter (where l.state = 'PLANNED')::int as planned,
         count(*) filter (where l.state = 'IN_PROGRESS')::int as "inProgress", count(*) filter (where l.state = 'DONE')::int as done,
         count(*) filter (where l.state in ('PLANNED', 'IN_PROGRESS') and l.due_on < $4::date)::int as overdue
       from tree_now t join program g on g.node_id = t.descendant join plan_line l on l.program_id = g.id
       where t.ancestor = $1 and g.year = $2 and g.state in ('PUBLISHED', 'CLOSED') and l.quarter = any($3::smallint[])
         and l.state in ('PLANNED', 'IN_PROGRESS', 'DONE') and ${insideSql}
       group by l.kind, l.subject order by l.kind, l.subject desc`,
      params,
    );
  }

  private async counted(call: ReportCall, from: string, to: string): Promise<Counted[]> {
    const params: unknown[] = [call.input.nodeId, from, to, this.clock.today(), call.actor.person];
    const insideSql = call.scope.within('c.node_id', params);
    const rows = await this.db.query<Row>(
      `select c.node_id as "nodeId", c.quarter, c.measure, c.code, c.subject, c.n, c.mine
       from inspection_counts($1, $2, $3, $4, $5) c where ${insideSql} order by c.measure, c.code, c.subject`,
      params,
    );
    return rows.map(({ mine, ...row }) => ({ ...row, others: row.n - mine }));
  }
}
