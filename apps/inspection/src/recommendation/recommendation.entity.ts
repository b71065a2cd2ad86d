import type { RecommendationAct, RecommendationState } from '@vungmanh/contracts/inspection/recommendation';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { checkAct, transitions, type Relation } from './recommendation.rules.js';

/** The sealed columns of what was asked for after a conclusion. */
export const recommendationText = {
  content: sealed('recommendation.content'),
  step: sealed('recommendation_step.text'),
  evidence: sealed('recommendation_evidence.name'),
} as const;

/** What a conclusion asks of one person or one organization. */
@Entity('recommendation')
export class RecommendationEntity extends Versioned {
  @Column('uuid', { name: 'case_id' }) caseId: string;
  /** Where its doer belongs, so that the bodies above know where something is late. */
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('uuid', { name: 'doer_id', nullable: true }) doerId: string | null;
  @Column('uuid', { name: 'doer_node_id', nullable: true }) doerNodeId: string | null;
  /** As the conclusion has it, whatever was extended since. */
  @Column('date', { name: 'asked_due_on' }) askedDueOn: string;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('text') state: RecommendationState;
  @Column('text', { name: 'content_sealed' }) contentSealed: string;

  report(relation: Relation): void {
    this.check('report', relation);
    this.go('REPORTED');
  }

  /** `dueOn`: until when, where it was not enough. */
  recheck({ closed, dueOn }: { closed: boolean; dueOn?: string | undefined }, relation: Relation, today: string): void {
    this.check('recheck', relation);
    if (closed) return this.go('CLOSED');
    if (dueOn === undefined || dueOn <= today) throw new Broken('inspection/deadline-not-later');
    this.go('REOPENED');
    this.dueOn = dueOn;
  }

  extend(dueOn: string, relation: Relation, today: string): void {
    this.check('extend', relation);
    if (dueOn <= this.dueOn || dueOn < today) throw new Broken('inspection/deadline-not-later');
    this.dueOn = dueOn;
  }

  private check(act: RecommendationAct, relation: Relation): void {
    checkAct(act, this.state, relation);
  }

  private go(to: RecommendationState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('inspection/recommendation-not-in-state');
    this.state = to;
  }
}
