import { Inject, Injectable } from '@nestjs/common';
import type { InspectionKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import type { Paper } from '@vungmanh/documents/paper';
import { issuingName } from '@vungmanh/documents/papers/body-names';
import { writtenReportPaper } from '@vungmanh/documents/papers/written-report';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { competenceAt } from '@vungmanh/regulations/competence';
import { CaseFacts } from '../case-paper/case-facts.js';
import { writtenOf } from './report-text.js';

/** A report as its row has it. */
export interface StoredReport {
  nodeId: string;
  toName: string;
  actor: ProgramActor;
  kind: InspectionKind;
  subjectId: string;
  datedOn: string;
  text_sealed: string;
}

/** Composes reports in writing in the prescribed form. */
@Injectable()
export class WrittenReportDrafts {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(reportId: string, row: StoredReport): Promise<Paper> {
    const { nodeId, actor, kind, subjectId, datedOn } = row;
    const facts = await CaseFacts.of(this.db, { id: reportId, nodeId, actor, subjectId, decidedIds: [], leaderId: null, teamIds: [] }, datedOn);
    const { proposal = '', ...said } = writtenOf(this.sealer, reportId, row.text_sealed);
    const rule = competenceAt(actor, kind, { subject: 'MEMBER', managedByHigherLevel: true }, datedOn);
    const addressee = issuingName(row.toName, 'COMMITTEE');
    return writtenReportPaper({
      issuer: facts.issuer,
      simulated: this.config.mode === 'trial',
      date: datedOn,
      signer: facts.signer('DECISION'),
      recipients: [addressee],
      addressee,
      subject: `đồng chí ${facts.subjectName}`,
      basis: rule?.source ?? '',
      ...said,
      proposal,
    });
  }
}
