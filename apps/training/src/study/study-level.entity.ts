import type { StudyAct, StudyDeadlines, StudyState, StudyTier } from '@vungmanh/contracts/training/study-state';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { addDays } from '@vungmanh/regulations/calendar';
import { Column, Entity } from 'typeorm';
import type { StudyCampaignEntity } from './study-campaign.entity.js';
import { dueIn, isStudyAct, studyTransitions } from './study.rules.js';

/** The paper of an organization as its own book has it. */
export interface ProgramRow {
  readonly number: string;
  readonly issuedOn: string;
  readonly file?: { readonly fileId: string; readonly name: string; readonly type: string };
}

const day = (name: string) => Column('date', { name, nullable: true });

/** Where one organization stands with one paper. */
@Entity('study_level')
export class StudyLevelEntity extends Versioned {
  @Column('uuid', { name: 'campaign_id' }) campaignId: string;
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') tier: StudyTier;
  /** The code of the organization: lists go by it. */
  @Column('text') place: string;
  @Column('text') state: StudyState;
  @Column('date', { name: 'due_on' }) dueOn: string;
  /** How many days later than the others it was called: its deadlines are as many days later. */
  @Column('integer', { name: 'shift_days' }) shiftDays: number;
  @Column('integer') sessions: number;
  @Column('integer') expected: number;
  @Column('integer') attended: number;
  @Column('integer') essays: number;
  @Column('jsonb', { nullable: true }) program: ProgramRow | null;
  @day('studied_on') studiedOn: string | null;
  @day('implementing_from') implementingFrom: string | null;
  @day('reviewed_on') reviewedOn: string | null;
  @Column('text', { nullable: true }) review: string | null;
  @day('ended_on') endedOn: string | null;

  finishStudy(campaign: StudyCampaignEntity, today: string): void {
    this.check('finish-study', campaign);
    if (this.sessions === 0) throw new Broken('training/study-no-session');
    this.studiedOn = today;
    this.go('STUDIED', campaign);
  }

  /** A file that is not given again stays. */
  issueProgram(campaign: StudyCampaignEntity, { number, issuedOn, file = this.program?.file }: ProgramRow, today: string): void {
    this.check('issue-program', campaign);
    expectDay(issuedOn, campaign, today);
    this.program = { number, issuedOn, ...(file ? { file } : {}) };
    if (this.state === 'STUDIED') this.go('OWN_PROGRAM_ISSUED', campaign);
  }

  implement(campaign: StudyCampaignEntity, today: string): void {
    this.check('implement', campaign);
    this.implementingFrom = today;
    this.go('IMPLEMENTING', campaign);
  }

  finish(campaign: StudyCampaignEntity, { reviewedOn, review }: { reviewedOn: string; review: string }, today: string): void {
    this.check('review', campaign);
    expectDay(reviewedOn, campaign, today);
    this.reviewedOn = reviewedOn;
    this.review = review;
    this.go('REVIEWED', campaign);
  }

  /** Refuses what its state, that of the campaign, or its own end do not allow. */
  check(act: StudyAct, campaign: StudyCampaignEntity): void {
    if (!isStudyAct(act, this.state, isOpen(this, campaign))) throw new Broken('training/study-not-in-state');
  }

  /** The deadlines of the campaign as they are for this organization. */
  deadlinesIn({ order }: Pick<StudyCampaignEntity, 'order'>): StudyDeadlines {
    const own = order.deadlines.find((d) => d.tier === this.tier);
    if (!own) throw new Error(`Level ${this.id} has no deadlines`);
    const later = (on: string): string => addDays(on, this.shiftDays);
    return { tier: own.tier, studyBy: later(own.studyBy), programBy: later(own.programBy), reviewBy: later(own.reviewBy) };
  }

  private go(to: StudyState, campaign: StudyCampaignEntity): void {
    if (!studyTransitions[this.state].includes(to)) throw new Broken('training/study-not-in-state');
    this.state = to;
    this.dueOn = dueIn(to, this.deadlinesIn(campaign));
  }
}

/** Whether an organization can still change where it stands. */
export const isOpen = (level: Pick<StudyLevelEntity, 'endedOn'>, campaign: Pick<StudyCampaignEntity, 'state'>): boolean =>
  level.endedOn === null && campaign.state === 'UNDER_WAY';

/** A day of what has been done: not ahead, and not before there was anything to study. */
export function expectDay(on: string, { order }: Pick<StudyCampaignEntity, 'order'>, today: string): void {
  if (on > today) throw new Broken('training/study-in-future');
  if (on < order.paper.issuedOn) throw new Broken('training/study-before-paper');
}
