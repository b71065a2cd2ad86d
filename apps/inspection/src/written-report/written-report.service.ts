import { Injectable } from '@nestjs/common';
import { myWrittenReports, reportInWriting, type WrittenReport } from '@vungmanh/contracts/inspection/written-report';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { mustReport } from '../case/case-order.rules.js';
import { aimedAt, checkActor } from '../case/case-stand.js';
import { reportText, type Written, writtenOf } from './report-text.js';
import { receiversOf } from './receivers.js';

/** What a body may not look into itself, told in writing to the committee that is competent, and to nobody else. */
@Injectable()
export class WrittenReportService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(reportInWriting)
  send(call: Call<typeof reportInWriting>): Promise<OutputOf<typeof reportInWriting>> {
    const { nodeId, actor, kind, subjectId, datedOn, ...written } = call.input;
    return this.db.commit(call, async (tx) => {
      const today = tx.clock.today();
      const { person, onBehalfOf } = call.actor;
      if (person === undefined || onBehalfOf !== undefined) throw fail(reportInWriting, 'inspection/no-person');
      if (datedOn > today) throw fail(reportInWriting, 'inspection/in-the-future');
      await checkActor(tx, nodeId, actor);
      const aim = await aimedAt(tx, { nodeId, subject: 'MEMBER', subjectId }, { from: datedOn, today });
      if (mustReport({ actor, kind, subject: 'MEMBER', ...aim }, today) === undefined) throw fail(reportInWriting, 'inspection/competent-itself');
      const to = await receiversOf(tx, { nodeId, subjectId, today });
      if (!to) throw fail(reportInWriting, 'inspection/nobody-to-tell');
      const id = newId(tx.clock.millis());
      await tx.query(
        `insert into written_report (id, node_id, actor, to_node_id, kind, subject_id, dated_on, at, by_id, text_sealed, listed_ids)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          id,
          nodeId,
          actor,
          to.nodeId,
          kind,
          subjectId,
          datedOn,
          tx.clock.now(),
          person,
          reportText.write(this.sealer, id, JSON.stringify(written)),
          [person, ...to.personIds],
        ],
      );
      // Its subject is not told here: what becomes of it is the competent committee's to say.
      tx.about({ node: nodeId, target: id });
      return { id };
    });
  }

  @Rpc(myWrittenReports)
  async mine(call: Call<typeof myWrittenReports>): Promise<Page<WrittenReport>> {
    const { cursor, limit } = call.input;
    const params: unknown[] = [call.actor.person];
    const after = readCursor(cursor, 1);
    const afterSql = after ? `and w.id < $${params.push(after[0])}::uuid` : '';
    const rows = await this.db.query<Omit<WrittenReport, keyof Written> & { text_sealed: string; nodeId: string }>(
      `select w.id, w.node_id as "nodeId", coalesce(n.name, '') as "nodeName", coalesce(t.name, '') as "toName", w.kind, coalesce(s.name, '') as "subjectName",
         w.dated_on::text as "datedOn", w.text_sealed, coalesce(b.name, '') as "byName"
       from written_report w left join node_view n on n.id = w.node_id left join node_view t on t.id = w.to_node_id
         left join person_name s on s.person_id = w.subject_id left join person_name b on b.person_id = w.by_id
       where w.listed_ids @> array[$1::uuid] ${afterSql} order by w.id desc limit $${params.push(limit + 1)}`,
      params,
    );
    await Promise.all(rows.slice(0, limit).map(({ id, nodeId: node }) => this.trail.recordRead(call, { persons: [], node, target: id })));
    return pageOf(
      rows.map(({ text_sealed, nodeId: _, ...row }) => ({ ...row, ...writtenOf(this.sealer, row.id, text_sealed) })),
      limit,
      (row) => [row.id],
    );
  }
}
