import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import type { CaseAct, CasePart } from '@vungmanh/contracts/inspection/case-part';
import type { CaseState, EscalationTarget, InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { checkAct, takesOpinions, transitions } from './case.rules.js';

const day = (name: string) => Column('date', { name, nullable: true });
const written = (name: string) => Column('text', { name, nullable: true });

/** The days of the work as the decision gives them. */
export interface WorkDays {
  readonly decidedOn: string;
  readonly workFrom: string;
  readonly workTo: string;
  readonly selfReportBy: string;
}

/** One inspection or supervision of one subject. What is written in it lies sealed; who may know of it stands in `listedIds`. */
@Entity('inspection_case')
export class CaseEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') actor: ProgramActor;
  @Column('text') kind: InspectionKind;
  @Column('text') subject: SubjectKind;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('uuid', { name: 'plan_line_id', nullable: true }) planLineId: string | null;
  /** What came in from another body and this was opened from. */
  @Column('uuid', { name: 'from_report_id', nullable: true }) fromReportId: string | null;
  @Column('date', { name: 'period_from' }) periodFrom: string;
  @Column('date', { name: 'period_to' }) periodTo: string;
  @Column('uuid', { name: 'leader_id', nullable: true }) leaderId: string | null;
  @Column('uuid', { name: 'team_ids', array: true }) teamIds: string[];
  @Column('text') state: CaseState;
  @Column('date', { name: 'opened_on' }) openedOn: string;
  @day('decided_on') decidedOn: string | null;
  @day('announce_by') announceBy: string | null;
  @day('announced_on') announcedOn: string | null;
  @day('work_from') workFrom: string | null;
  @day('work_to') workTo: string | null;
  /** The last day of the work: as decided, or as extended since. */
  @day('due_on') dueOn: string | null;
  @day('self_report_by') selfReportBy: string | null;
  /** The team as the decision named it, its leader first. */
  @Column('uuid', { name: 'decided_ids', array: true }) decidedIds: string[];
  @Column('timestamptz', { name: 'reported_at', nullable: true, transformer: instant }) reportedAt: string | null;
  @day('concluded_on') concludedOn: string | null;
  /** Of the last step that has a day: none goes back before it. */
  @Column('date', { name: 'last_on' }) lastOn: string;
  @Column('integer') extended: number;
  @Column('text', { name: 'escalated_to', nullable: true }) escalatedTo: EscalationTarget | null;
  @Column('text', { name: 'content_sealed' }) contentSealed: string;
  @written('plan_sealed') planSealed: string | null;
  @written('minutes_sealed') minutesSealed: string | null;
  @written('report_sealed') reportSealed: string | null;
  @written('conclusion_sealed') conclusionSealed: string | null;
  /** Everybody on the list now, its subject with them. */
  @Column('uuid', { name: 'listed_ids', array: true }) listedIds: string[];
  /** The same without its subject. */
  @Column('uuid', { name: 'inner_ids', array: true }) innerIds: string[];

  /** Refuses an act that is not one of these parts' now. */
  check(act: CaseAct, parts: readonly CasePart[]): void {
    checkAct(act, this.state, parts);
  }

  /** One step on, on a day that somebody has entered. */
  step(to: CaseState, onDay: string, today: string): void {
    if (onDay > today) throw new Broken('inspection/in-the-future');
    if (onDay < this.lastOn) throw new Broken('inspection/before-last-step');
    this.go(to);
    this.lastOn = onDay;
  }

  decide({ decidedOn, workFrom, workTo, selfReportBy }: WorkDays, announceBy: string | undefined, today: string): void {
    if (workFrom < decidedOn || workTo < workFrom || selfReportBy < decidedOn || selfReportBy > workTo) throw new Broken('inspection/dates-unfit');
    this.step('DECIDED', decidedOn, today);
    this.decidedOn = decidedOn;
    this.workFrom = workFrom;
    this.workTo = workTo;
    this.dueOn = workTo;
    this.decidedIds = [...(this.leaderId === null ? [] : [this.leaderId]), ...this.teamIds];
    this.selfReportBy = selfReportBy;
    this.announceBy = announceBy ?? null;
  }

  announce(announcedOn: string, today: string): void {
    this.step('ANNOUNCED', announcedOn, today);
    this.announcedOn = announcedOn;
  }

  report(reportedOn: string, now: { at: string; today: string }): void {
    this.step('REPORTED', reportedOn, now.today);
    this.reportedAt = now.at;
  }

  conclude(concludedOn: string, today: string): void {
    this.step('CONCLUDED', concludedOn, today);
    this.concludedOn = concludedOn;
  }

  extend(to: string): void {
    if (this.dueOn === null || to <= this.dueOn) throw new Broken('inspection/deadline-not-later');
    this.dueOn = to;
    this.extended += 1;
  }

  escalate(target: EscalationTarget): void {
    this.go('ESCALATED');
    this.escalatedTo = target;
  }

  /** On without a day of its own. */
  go(to: CaseState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('inspection/case-not-in-state');
    this.state = to;
  }

  checkOpinion(): void {
    if (!takesOpinions(this.state)) throw new Broken('inspection/case-not-in-state');
  }

  /** Whose record an act on this case touches: its subject, once it knows of it. */
  get persons(): string[] {
    return this.subject === 'MEMBER' && this.announcedOn !== null ? [this.subjectId] : [];
  }
}
