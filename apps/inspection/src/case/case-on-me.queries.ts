import { Injectable } from '@nestjs/common';
import { casesOnMe, getCaseOnMe, type CaseOnMe, type SubjectCase } from '@vungmanh/contracts/inspection/case-subject';
import { downloadCaseDocument } from '@vungmanh/contracts/inspection/case-visit';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { headsOf } from './case-head.js';
import { CasePage } from './case-page.js';
import { caseText, opened } from './case-text.js';

/** What a subject reads of the cases on them, and the files that go out to whoever may have them. */
@Injectable()
export class CaseOnMeQueries {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly page: CasePage,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(casesOnMe)
  async list(call: Call<typeof casesOnMe>): Promise<Page<CaseOnMe>> {
    const { cursor, limit } = call.input;
    const params: unknown[] = [call.actor.person];
    const after = readCursor(cursor, 1);
    const afterSql = after ? `and c.id < $${params.push(after[0])}::uuid` : '';
    const whereSql = `where c.listed_ids @> array[$1::uuid] and not c.inner_ids @> array[$1::uuid] ${afterSql} order by c.id desc limit $${params.push(limit + 1)}`;
    const rows = await headsOf(this.db, this.sealer, { whereSql, params, today: this.page.clock.today() });
    return pageOf(rows, limit, (row) => [row.id]);
  }

  @Rpc(getCaseOnMe)
  async get(call: Call<typeof getCaseOnMe>): Promise<SubjectCase> {
    const found = await this.page.ofSubject(call.input.caseId, call.actor.person);
    if (!found) throw refuse('request/not-found');
    await this.trail.recordRead(call, { persons: found.subject === 'MEMBER' ? [found.subjectId] : [], node: found.nodeId, target: found.id });
    return found;
  }

  /** Evidence goes to those inside alone; a self-report to its subject too. */
  @Rpc(downloadCaseDocument)
  async download(call: Call<typeof downloadCaseDocument>): Promise<OutputOf<typeof downloadCaseDocument>> {
    const { caseId, documentId } = call.input;
    const [found] = await this.db.query<{ fileId: string; name_sealed: string; type: string; nodeId: string; subjectId: string | null }>(
      `select d.file_id as "fileId", d.name_sealed, d.type, c.node_id as "nodeId",
         case when c.subject = 'MEMBER' and c.announced_on is not null then c.subject_id end as "subjectId"
       from case_document d join inspection_case c on c.id = d.case_id
       where c.id = $1 and d.id = $2 and ($3 = any(c.inner_ids) or (d.kind = 'SELF_REPORT' and $3 = any(c.listed_ids)))`,
      [caseId, documentId, call.actor.person],
    );
    if (!found) throw refuse('request/not-found');
    await this.trail.recordRead(call, { persons: found.subjectId === null ? [] : [found.subjectId], node: found.nodeId, target: documentId });
    return { fileId: found.fileId, name: opened(caseText.document, this.sealer, documentId, found.name_sealed), type: found.type };
  }
}
