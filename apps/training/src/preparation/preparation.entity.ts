import type { PreparationPost, PreparationState, PreparationStep } from '@vungmanh/contracts/training/preparation';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { mayGo } from './preparation.rules.js';

interface Decision {
  readonly decision?: string | undefined;
  readonly decidedOn: string;
}

/** Somebody who is being prepared for a post in a body. */
@Entity('preparation')
export class PreparationEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('uuid', { name: 'body_id' }) bodyId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') post: PreparationPost;
  @Column('text') term: string;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'to_on' }) toOn: string;
  @Column('text', { name: 'proposed_by' }) proposedBy: string;
  @Column('text') state: PreparationState;
  @Column('jsonb') steps: PreparationStep[];

  static propose(
    about: Pick<PreparationEntity, 'id' | 'nodeId' | 'bodyId' | 'personId' | 'post' | 'term' | 'fromOn' | 'toOn' | 'proposedBy'>,
    today: string,
  ): PreparationEntity {
    if (about.toOn <= about.fromOn) throw new Broken('training/preparation-period');
    return Object.assign(new PreparationEntity(), { ...about, state: 'PROPOSED', steps: [{ on: today, act: 'PROPOSED' }] });
  }

  approve(by: Decision, today: string): void {
    this.go('APPROVED', by, today);
    this.step('APPROVED', by);
  }

  renew(by: Decision & { to: string }, today: string): void {
    if (this.state !== 'APPROVED') throw new Broken('training/preparation-not-in-state');
    checkDay(by.decidedOn, today);
    if (by.to <= this.toOn) throw new Broken('training/preparation-period');
    this.toOn = by.to;
    this.step('RENEWED', by, { to: by.to });
  }

  takeOut(by: Decision & { because: string }, today: string): void {
    this.go('TAKEN_OUT', by, today);
    this.step('TAKEN_OUT', by, { because: by.because });
  }

  private go(to: PreparationState, { decidedOn }: Decision, today: string): void {
    if (!mayGo(this.state, to)) throw new Broken('training/preparation-not-in-state');
    checkDay(decidedOn, today);
    this.state = to;
  }

  private step(act: PreparationStep['act'], { decision, decidedOn }: Decision, more: Partial<PreparationStep> = {}): void {
    this.steps = [...this.steps, { on: decidedOn, act, ...(decision === undefined ? {} : { decision }), ...more }];
  }
}

function checkDay(decidedOn: string, today: string): void {
  if (decidedOn > today) throw new Broken('training/in-the-future');
}
