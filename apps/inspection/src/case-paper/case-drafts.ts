import { Inject, Injectable } from '@nestjs/common';
import type { CasePaperKind } from '@vungmanh/contracts/inspection/case-paper';
import type { CasePlan } from '@vungmanh/contracts/inspection/case-writing';
import type { Paper } from '@vungmanh/documents/paper';
import { numberIn } from '@vungmanh/documents/papers/body-names';
import type { CaseInput } from '@vungmanh/documents/papers/case';
import { caseDecisionPaper } from '@vungmanh/documents/papers/case-decision';
import { caseOutlinePaper, selfReportPaper } from '@vungmanh/documents/papers/case-outline';
import { casePlanPaper } from '@vungmanh/documents/papers/case-plan';
import { caseSchedulePaper } from '@vungmanh/documents/papers/case-schedule';
import { Clock } from '@vungmanh/platform/clock';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { CaseEntity } from '../case/case.entity.js';
import { caseText, opened, planOf } from '../case/case-text.js';
import { CaseFacts } from './case-facts.js';
import { deedOf, matterText, subjectText, teamOf } from './case-paper.rules.js';
import { standingsOf, type Standing } from './papers-of.js';
import { drawEnding } from './case-endings.js';

/** A paper as its case stands now; `final` once nothing of it can change. */
export interface Draft {
  readonly paper: Paper;
  readonly final: boolean;
}

const BEFORE: readonly CasePaperKind[] = ['DECISION', 'PLAN', 'OUTLINE', 'SCHEDULE', 'SELF_REPORT_FORM'];

/** Composes the papers of a case for who may have them. */
@Injectable()
export class CaseDrafts {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(entity: CaseEntity, kind: CasePaperKind): Promise<Draft> {
    const standings = await standingsOf(this.db, entity.id);
    const standing = standings.find((s) => s.kind === kind);
    const date = standing?.datedOn ?? (BEFORE.includes(kind) ? entity.decidedOn : null);
    const facts = await CaseFacts.of(this.db, entity, date ?? this.clock.today());
    const number = numberIn(standing?.printed);
    const input: CaseInput = {
      issuer: facts.issuer,
      simulated: this.config.mode === 'trial',
      ...(number === undefined ? {} : { number }),
      ...(date === null ? {} : { date }),
      signer: facts.signer(kind === 'CONCLUSION' ? 'CONCLUSION' : 'DECISION'),
      recipients: [subjectText(entity.subject, facts.subjectName)],
      ...deedOf(entity.kind),
      matter: matterText(opened(caseText.content, this.sealer, entity.id, entity.contentSealed)),
      subject: subjectText(entity.subject, facts.subjectName, facts.subjectPlace),
      team: teamOf(entity.actor),
    };
    const final = standing === undefined ? BEFORE.includes(kind) && entity.decidedOn !== null : isSettled(standing);
    const plan = planOf(this.sealer, entity);
    const paper =
      BEFORE.includes(kind) && plan !== undefined
        ? this.prepared(kind, { entity, facts, input, plan, number: standings.find((s) => s.kind === 'PLAN')?.printed ?? undefined })
        : await drawEnding(kind, { reader: this.db, sealer: this.sealer, entity, facts, input });
    return { paper, final };
  }

  private prepared(
    kind: CasePaperKind,
    of: { entity: CaseEntity; facts: CaseFacts; input: CaseInput; plan: CasePlan; number: string | undefined },
  ): Paper {
    const { entity, facts, input, plan } = of;
    const period = { from: entity.periodFrom, to: entity.periodTo };
    const outlined = {
      ...input,
      contents: plan.outline,
      period,
      about: entity.subject,
      ...(of.number === undefined ? {} : { attachedTo: `Kế hoạch ${of.number}` }),
    };
    switch (kind) {
      case 'DECISION': {
        const days = { from: entity.workFrom ?? this.clock.today(), to: entity.workTo ?? this.clock.today() };
        return caseDecisionPaper({ ...input, bases: plan.bases, period, carriedOut: days, people: facts.team });
      }
      case 'PLAN':
        return casePlanPaper({
          ...input,
          purposes: plan.purposes,
          contents: [input.matter],
          period,
          steps: plan.steps,
          arrangements: plan.arrangements,
        });
      case 'OUTLINE':
        return caseOutlinePaper(outlined);
      case 'SCHEDULE':
        return caseSchedulePaper({ ...input, leader: facts.leader, sessions: plan.sessions });
      default:
        return selfReportPaper({
          ...outlined,
          signer: entity.subject === 'MEMBER' ? { office: 'Người báo cáo', name: facts.subjectName } : { office: 'Bí thư' },
          addressee: `${input.team === 'GROUP' ? 'Tổ' : 'Đoàn'} ${input.deed === 'INSPECTION' ? 'kiểm tra' : 'giám sát'} của ${facts.issuer.name}`,
        });
    }
  }
}

const isSettled = ({ registered, printed }: Standing): boolean => !registered || printed !== null;
