import { Injectable } from '@nestjs/common';
import { reportPeriodText } from '@vungmanh/contracts/inspection/report-label';
import {
  downloadReportPaper,
  getReportPaper,
  listReportPapers,
  type ReportPaper,
  type ReportPaperLine,
} from '@vungmanh/contracts/inspection/report-paper';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { paperTypes } from '@vungmanh/platform/issued-papers';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { isRegistered } from '../program/program.rules.js';
import { ReportDrafts } from './report-drafts.js';
import type { ReportPaperEntity } from './report-paper.entity.js';
import { ReportPapers } from './report-papers.js';

type Row = Omit<ReportPaperLine, 'issuedOn' | 'number' | 'numberAwaited'> & { issuedOn: string | null; number: string | null; code: string };

const lineOf = ({ number, issuedOn, ...row }: Omit<Row, 'code'>): ReportPaperLine => ({
  ...row,
  ...present({ number, issuedOn }),
  numberAwaited: row.state === 'ISSUED' && number === null && isRegistered(row.actor),
});

/** Reports as those read them who write them, and the bodies above once they are issued. */
@Injectable()
export class ReportPaperQueries {
  constructor(
    private readonly db: Db,
    private readonly papers: ReportPapers,
    private readonly drafts: ReportDrafts,
    private readonly grants: Grants,
  ) {}

  @Rpc(getReportPaper)
  async get(call: Call<typeof getReportPaper>): Promise<ReportPaper> {
    const { entity, held } = await this.readable(call);
    const { report, ...rest } = await this.drafts.content(call, entity);
    const { id, version, nodeId, actor, period, state, issuedOn, number } = entity;
    const line = lineOf({ id, version, nodeId, nodeName: report.nodeName, actor, period, state, issuedOn, number });
    return { ...line, ...rest, may: entity.actsFor(held) };
  }

  @Rpc(downloadReportPaper)
  async download(call: Call<typeof downloadReportPaper>): Promise<OutputOf<typeof downloadReportPaper>> {
    const { format } = call.input;
    const { entity } = await this.readable(call);
    const fileId = await this.drafts.file(call, entity, format);
    return { fileId, name: `Báo cáo kiểm tra, giám sát ${reportPeriodText(entity.period)}.${format}`, type: paperTypes[format] };
  }

  @Rpc(listReportPapers)
  async list(call: Call<typeof listReportPapers>): Promise<Page<ReportPaperLine>> {
    const { nodeId, year, below, cursor, limit } = call.input;
    const held = await this.grants.permissionsAt(call.actor, nodeId);
    const params: unknown[] = [nodeId, String(year), held.has('inspection:plan')];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const whereSql = below ? 'r.node_id in (select t.descendant from tree_now t where t.ancestor = $1)' : 'r.node_id = $1';
    const insideSql = call.scope.within('r.node_id', params);
    const after = readCursor(cursor, 3);
    const afterSql = after ? `and (n.code, r.period, r.id) > (${p(after[0])}, ${p(after[1])}, ${p(after[2])}::uuid)` : '';
    const rows = await this.db.query<Row>(
      `select r.id, r.version, r.node_id as "nodeId", n.name as "nodeName", r.actor, r.period, r.state, r.issued_on::text as "issuedOn", r.number, n.code
       from inspection_report r join node_view n on n.id = r.node_id
       where left(r.period, 4) = $2 and (r.state = 'ISSUED' or ($3 and r.node_id = $1)) and ${whereSql} and ${insideSql} ${afterSql}
       order by n.code, r.period, r.id limit ${p(limit + 1)}`,
      params,
    );
    const page = pageOf(rows, limit, (row) => [row.code, row.period, row.id]);
    return { ...page, items: page.items.map(({ code: _, ...row }) => lineOf(row)) };
  }

  /** A draft is there for those alone who may write it or issue it. */
  private async readable(
    call: Call<typeof getReportPaper | typeof downloadReportPaper>,
  ): Promise<{ entity: ReportPaperEntity; held: ReadonlySet<string> }> {
    const entity = await this.papers.find(call, call.input.reportPaperId);
    const held = await this.grants.permissionsAt(call.actor, entity.nodeId);
    if (entity.state === 'DRAFT' && entity.actsFor(held).length === 0) throw refuse('request/not-found');
    return { entity, held };
  }
}
