import { Injectable } from '@nestjs/common';
import type { InspectionCase } from '@vungmanh/contracts/inspection/case';
import type { SubjectCase } from '@vungmanh/contracts/inspection/case-subject';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { present } from '@vungmanh/platform/db/present';
import { subjectKindsOf } from '../case-paper/case-paper.rules.js';
import { papersOf } from '../case-paper/papers-of.js';
import { RecommendationPage } from '../recommendation/recommendation-page.js';
import { CaseEntity } from './case.entity.js';
import { CaseFile } from './case-file.js';
import { headsOf } from './case-head.js';
import { linksOf, receiversFrom } from './case-links.js';
import { missingForDecision } from './case-order.rules.js';
import { actsFor, isPossible, takesOpinions } from './case.rules.js';
import { caseText, minutesOf, planOf, reportOf } from './case-text.js';

/** Draws a case as those on its list read it, and its subject's side of it as the subject does. */
@Injectable()
export class CasePage {
  constructor(
    private readonly db: Db,
    readonly sealer: Sealer,
    readonly clock: Clock,
    private readonly recommendations: RecommendationPage,
  ) {}

  /** Undefined for who is not on the list, or is its subject. */
  async whole(caseId: string, person: string | undefined): Promise<InspectionCase | undefined> {
    const entity = await this.db.load((manager) =>
      manager.createQueryBuilder(CaseEntity, 'c').where('c.id = :caseId and :person = any(c.inner_ids)', { caseId, person }).getOne(),
    );
    if (!entity) return undefined;
    const [head] = await headsOf(this.db, this.sealer, { whereSql: 'where c.id = $2', params: [person, caseId], today: this.clock.today() });
    if (!head) return undefined;
    const file = new CaseFile(this.db, this.sealer, caseId);
    const plan = planOf(this.sealer, entity);
    const may = actsFor(entity.state, head.parts);
    const people = await this.names([...(entity.leaderId === null ? [] : [entity.leaderId]), ...entity.teamIds]);
    const { periodFrom, periodTo, openedOn, decidedOn, announceBy, announcedOn, workFrom, selfReportBy, concludedOn } = entity;
    return {
      ...head,
      subjectId: entity.subjectId,
      ...present({ periodFrom, periodTo, openedOn, decidedOn, announceBy, announcedOn, workFrom, selfReportBy, concludedOn }),
      ...definite({
        leader: people.find((p) => p.id === entity.leaderId),
        plan,
        minutes: minutesOf(this.sealer, entity),
        report: reportOf(this.sealer, entity),
        conclusion: caseText.conclusion.read(this.sealer, entity.id, entity.conclusionSealed),
      }),
      ...(await linksOf(this.db, this.sealer, entity, person)),
      team: people.filter((p) => p.id !== entity.leaderId),
      access: await file.access(),
      steps: await file.steps(),
      notes: await file.notes(),
      findings: await file.findings(),
      statements: await file.statements(),
      documents: await file.documents(),
      papers: await papersOf(this.db, entity),
      recommendations: await this.recommendations.ofCase(caseId, person),
      missing: entity.state === 'PLANNED' ? missingForDecision({ leader: entity.leaderId !== null, planned: plan !== undefined }) : [],
      may,
      receivers: may.includes('escalate') ? await receiversFrom(this.db, entity.nodeId) : [],
    };
  }

  /** Undefined for who is not its subject. */
  async ofSubject(caseId: string, person: string | undefined): Promise<(SubjectCase & { subjectId: string; nodeId: string }) | undefined> {
    const entity = await this.db.load((manager) =>
      manager
        .createQueryBuilder(CaseEntity, 'c')
        .where('c.id = :caseId and :person = any(c.listed_ids) and not :person = any(c.inner_ids)', { caseId, person })
        .getOne(),
    );
    const [head] = entity
      ? await headsOf(this.db, this.sealer, { whereSql: 'where c.id = $2', params: [person, caseId], today: this.clock.today() })
      : [];
    if (!entity || !head) return undefined;
    const file = new CaseFile(this.db, this.sealer, caseId);
    const people = await this.names([...(entity.leaderId === null ? [] : [entity.leaderId]), ...entity.teamIds]);
    const { periodFrom, periodTo, announcedOn, workFrom, concludedOn } = entity;
    // The minutes concern the subject once the hearing is over; until then they are the team's draft.
    const heard = entity.reportSealed !== null;
    return {
      ...head,
      subjectId: entity.subjectId,
      ...present({ periodFrom, periodTo, announcedOn, workFrom, concludedOn }),
      ...definite({
        minutes: heard ? minutesOf(this.sealer, entity) : undefined,
        conclusion: caseText.conclusion.read(this.sealer, entity.id, entity.conclusionSealed),
      }),
      team: people.map((p) => ({ name: p.name, leads: p.id === entity.leaderId })),
      statements: await file.statements(),
      documents: (await file.documents()).filter((d) => d.kind === 'SELF_REPORT'),
      papers: (await papersOf(this.db, entity)).filter((p) => subjectKindsOf(entity).includes(p.kind)),
      recommendations: await this.recommendations.ofCase(caseId, person),
      may: [
        ...(isPossible('receive-self-report', entity.state) ? (['hand-in'] as const) : []),
        ...(takesOpinions(entity.state) ? (['state-opinion'] as const) : []),
      ],
    };
  }

  /** In the order in which they are asked for. */
  private async names(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    const rows = await this.db.query<{ id: string; name: string }>(
      'select person_id as id, name from person_name where person_id = any($1::uuid[])',
      [ids],
    );
    return ids.map((id) => rows.find((row) => row.id === id) ?? { id, name: '' });
  }
}

/** Leaves out what is not there. */
const definite = <T extends object>(of: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
