import { Injectable } from '@nestjs/common';
import { myWrittenReports, type WrittenReport } from '@vungmanh/contracts/inspection/written-report';
import type { WrittenReportState } from '@vungmanh/contracts/inspection/written-report-state';
import type { Page } from '@vungmanh/contracts/types';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { reportText, type Written, writtenOf } from './report-text.js';
import { actsFor, shownState } from './written-report.rules.js';

type Told = 'receivedAt' | 'receivedByName' | 'answer' | 'fromCaseId' | 'caseId' | 'may' | 'state';
interface Row extends Omit<WrittenReport, keyof Written | Told> {
  nodeId: string;
  state: WrittenReportState;
  receivedAt: Date | null;
  receivedByName: string | null;
  fromCaseId: string | null;
  caseId: string | null;
  text_sealed: string;
  answer_sealed: string | null;
}

/** The reports in writing of who has sent or received them. */
@Injectable()
export class WrittenReportQueries {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(myWrittenReports)
  async mine(call: Call<typeof myWrittenReports>): Promise<Page<WrittenReport>> {
    const { cursor, limit, waiting } = call.input;
    const params: unknown[] = [call.actor.person];
    const after = readCursor(cursor, 1);
    const afterSql = after ? `and w.id < $${params.push(after[0])}::uuid` : '';
    const waitingSql = waiting ? `and w.receiver_ids @> array[$1::uuid] and w.state in ('SENT', 'RECEIVED')` : '';
    const rows = await this.db.query<Row>(
      `${MINE_SQL} where w.listed_ids @> array[$1::uuid] ${waitingSql} ${afterSql} order by w.id desc limit $${params.push(limit + 1)}`,
      params,
    );
    await Promise.all(rows.slice(0, limit).map(({ id, nodeId: node }) => this.trail.recordRead(call, { persons: [], node, target: id })));
    return pageOf(
      rows.map((row) => this.shown(row)),
      limit,
      (row) => [row.id],
    );
  }

  private shown({ text_sealed, answer_sealed, nodeId: _, receivedAt, ...row }: Row): WrittenReport {
    const { state, incoming } = row;
    return {
      ...present({
        ...row,
        receivedAt: receivedAt?.toISOString() ?? null,
        answer: reportText.answer.read(this.sealer, row.id, answer_sealed) ?? null,
      }),
      // How often it was changed would tell of a case.
      version: incoming ? row.version : 1,
      state: shownState(state, incoming),
      ...writtenOf(this.sealer, row.id, text_sealed),
      may: actsFor(state, incoming),
    };
  }
}

/** The cases that it comes from and that it has become are named to who is on their lists: nobody else is told that there is one. */
const MINE_SQL = `select w.id, w.version, w.node_id as "nodeId", coalesce(n.name, '') as "nodeName", w.to_node_id as "toNodeId", coalesce(t.name, '') as "toName",
    w.kind, w.subject, w.subject_id as "subjectId",
    coalesce(case w.subject when 'MEMBER' then (select p.name from person_name p where p.person_id = w.subject_id)
      else (select o.name from node_view o where o.id = w.subject_id) end, '') as "subjectName",
    w.dated_on::text as "datedOn", w.text_sealed, w.answer_sealed, coalesce(b.name, '') as "byName", w.state, w.receiver_ids @> array[$1::uuid] as incoming,
    w.received_at as "receivedAt", r.name as "receivedByName", w.from_case_id is not null as "handedOn",
    (select c.id from inspection_case c where c.id = w.from_case_id and $1 = any(c.inner_ids)) as "fromCaseId",
    (select c.id from inspection_case c where c.from_report_id = w.id and $1 = any(c.inner_ids) order by c.id desc limit 1) as "caseId"
  from written_report w left join node_view n on n.id = w.node_id left join node_view t on t.id = w.to_node_id
    left join person_name b on b.person_id = w.by_id left join person_name r on r.person_id = w.received_by_id`;
