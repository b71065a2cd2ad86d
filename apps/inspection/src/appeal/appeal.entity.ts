import type { AppealOutcome, AppealRefusal, AppealState } from '@vungmanh/contracts/inspection/appeal-state';
import type { DisciplineDelivery } from '@vungmanh/contracts/inspection/discipline-state';
import type { DisciplineForm } from '@vungmanh/contracts/inspection/kind';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { expectDay } from '../discipline/discipline.rules.js';
import { transitions } from './appeal.rules.js';

/** One appeal against a decision on discipline, at one level. */
@Entity('appeal')
export class AppealEntity extends Versioned {
  @Column('uuid', { name: 'case_id' }) disciplineId: string;
  /** The organization whose inspection commission settles it. */
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('timestamptz') at: Date;
  @Column('date', { name: 'on_day' }) onDay: string;
  @Column('text') state: AppealState;
  @Column('date', { name: 'accepted_on', nullable: true }) acceptedOn: string | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
  @Column('text', { nullable: true }) ground: AppealRefusal | null;
  @Column('text', { nullable: true }) outcome: AppealOutcome | null;
  @Column('text', { nullable: true }) form: DisciplineForm | null;

  /** The answer in the hands of whoever appeals. */
  @Column('text', { nullable: true }) delivery: DisciplineDelivery | null;
  @Column('date', { name: 'delivered_on', nullable: true }) deliveredOn: string | null;

  accept(on: string, today: string): void {
    expectDay(on, today, this.onDay);
    this.go('ACCEPTED');
    this.acceptedOn = on;
  }

  refuse(ground: AppealRefusal, on: string, today: string): void {
    expectDay(on, today, this.onDay);
    this.go('REFUSED');
    this.ground = ground;
    this.closedOn = on;
  }

  settle({ outcome, form, on }: { outcome: AppealOutcome; form?: DisciplineForm | undefined; on: string }, today: string): void {
    expectDay(on, today, this.acceptedOn);
    this.go('SETTLED');
    this.outcome = outcome;
    this.form = form ?? null;
    this.closedOn = on;
  }

  deliver(how: DisciplineDelivery, on: string, today: string): void {
    if (this.state !== 'SETTLED' || this.deliveredOn !== null) throw new Broken('inspection/no-appeal');
    expectDay(on, today, this.closedOn);
    this.delivery = how;
    this.deliveredOn = on;
  }

  private go(to: AppealState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('inspection/no-appeal');
    this.state = to;
  }
}
