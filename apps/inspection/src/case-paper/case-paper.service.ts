import { Injectable } from '@nestjs/common';
import { casePaperLabel, downloadCasePaper } from '@vungmanh/contracts/inspection/case-paper';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { toDocx } from '@vungmanh/documents/docx';
import { toPdf } from '@vungmanh/documents/pdf';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { IssuedPapers, paperTypes } from '@vungmanh/platform/issued-papers';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { CaseEntity } from '../case/case.entity.js';
import { CaseDrafts, type Draft } from './case-drafts.js';
import { paperKindsOf, subjectKindsOf } from './case-paper.rules.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;

/** The papers of a case for who is on its list; its subject gets what is meant for them. */
@Injectable()
export class CasePaperService {
  constructor(
    private readonly db: Db,
    private readonly drafts: CaseDrafts,
    private readonly issued: IssuedPapers,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(downloadCasePaper)
  async download(call: Call<typeof downloadCasePaper>): Promise<OutputOf<typeof downloadCasePaper>> {
    const { caseId, kind, format } = call.input;
    const { person } = call.actor;
    const entity = await this.db.load((manager) =>
      manager.createQueryBuilder(CaseEntity, 'c').where('c.id = :caseId and :person = any(c.listed_ids)', { caseId, person }).getOne(),
    );
    if (!entity || person === undefined) throw refuse('request/not-found');
    const kinds = entity.innerIds.includes(person) ? paperKindsOf(entity) : subjectKindsOf(entity);
    if (!kinds.includes(kind)) throw fail(downloadCasePaper, 'inspection/paper-not-ready');
    const draft = await this.drafts.of(entity, kind);
    await this.trail.recordRead(call, { persons: entity.persons, node: entity.nodeId, target: entity.id });
    return { fileId: await this.file(call.input, draft), name: `${casePaperLabel[kind]}.${format}`, type: paperTypes[format] };
  }

  private async file({ caseId: ownerId, kind, format }: Call<typeof downloadCasePaper>['input'], { paper, final }: Draft): Promise<string> {
    const draw = () => drawn[format](paper);
    if (!final) return this.issued.passing(format, await draw());
    const issue = { tableSql: 'issued_case_paper', ownerId, kind, edition: 0, format };
    return (await this.issued.find(issue)) ?? this.issued.issue(issue, await draw());
  }
}
