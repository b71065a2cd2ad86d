import type { StudyOrder } from '@vungmanh/contracts/training/study-campaign';
import type { StudyCampaignAct, StudyCampaignState } from '@vungmanh/contracts/training/study-state';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { campaignTransitions, dropsTier, isCampaignAct } from './study.rules.js';

/** One paper that is studied by every organization below whoever leads. */
@Entity('study_campaign')
export class StudyCampaignEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') state: StudyCampaignState;
  @Column('jsonb', { name: 'order_text' }) order: StudyOrder;
  @Column('date', { name: 'opened_on' }) openedOn: string;
  @Column('date', { name: 'cascaded_on', nullable: true }) cascadedOn: string | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
  @Column('text', { nullable: true }) conclusion: string | null;
  @Column('text', { name: 'ended_because', nullable: true }) endedBecause: string | null;

  static open(opened: Pick<StudyCampaignEntity, 'id' | 'nodeId' | 'order' | 'openedOn'>): StudyCampaignEntity {
    return Object.assign(new StudyCampaignEntity(), {
      ...opened,
      state: 'DRAFT',
      cascadedOn: null,
      closedOn: null,
      conclusion: null,
      endedBecause: null,
    });
  }

  /** Answers what it said before, where organizations have seen that. */
  amend(order: StudyOrder, because: string | undefined): { before: StudyOrder; because: string } | undefined {
    this.check('amend');
    const { order: before, state } = this;
    this.order = order;
    if (state === 'DRAFT') return undefined;
    if (because === undefined) throw new Broken('training/study-reason-missing');
    if (dropsTier(before.deadlines, order.deadlines)) throw new Broken('training/study-tier-dropped');
    return { before, because };
  }

  cascade(today: string): void {
    this.check('cascade');
    this.cascadedOn = today;
    this.go('UNDER_WAY');
  }

  close(about: { conclusion: string; because?: string | undefined; unfinished: number }, today: string): void {
    this.check('close');
    if (about.unfinished > 0 && about.because === undefined) throw new Broken('training/study-levels-open');
    this.conclusion = about.conclusion;
    this.endedBecause = about.because ?? null;
    this.closedOn = today;
    this.go('CLOSED');
  }

  cancel(because: string, today: string): void {
    this.check('cancel');
    this.endedBecause = because;
    this.closedOn = today;
    this.go('CANCELLED');
  }

  check(act: StudyCampaignAct): void {
    if (!isCampaignAct(act, this.state)) throw new Broken('training/study-not-in-state');
  }

  private go(to: StudyCampaignState): void {
    if (!campaignTransitions[this.state].includes(to)) throw new Broken('training/study-not-in-state');
    this.state = to;
  }
}
