import type { TrainingPlanState } from '@vungmanh/contracts/training/plan';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { transitions } from './plan.rules.js';

/** What an organization's committee has set itself to teach in a year. */
@Entity('training_plan')
export class TrainingPlanEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('smallint') year: number;
  @Column('text') state: TrainingPlanState;
  /** The paper, in organization's register of numbers. */
  @Column('uuid', { name: 'document_id' }) documentId: string;
  @Column('date', { name: 'approved_on', nullable: true }) approvedOn: string | null;
  @Column('text', { name: 'approved_in', nullable: true }) approvedIn: string | null;
  @Column('text', { nullable: true }) number: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant }) closedAt: string | null;
  /** How many amendments there have been; the last one's number. */
  @Column('integer') amendments: number;

  static draft(about: Pick<TrainingPlanEntity, 'id' | 'nodeId' | 'year' | 'documentId'>): TrainingPlanEntity {
    const nothingYet = { approvedOn: null, approvedIn: null, number: null, closedAt: null, amendments: 0 };
    return Object.assign(new TrainingPlanEntity(), { ...about, ...nothingYet, state: 'DRAFT' });
  }

  approve({ on, meeting }: { on: string; meeting: string }, now: { today: string; lines: number }): void {
    this.go('APPROVED');
    if (now.lines === 0) throw new Broken('training/plan-empty');
    if (on > now.today) throw new Broken('training/in-the-future');
    this.approvedOn = on;
    this.approvedIn = meeting;
  }

  close(at: string): void {
    this.go('CLOSED');
    this.closedAt = at;
  }

  /** The number of the amendment that a change is; undefined while the plan is a draft. */
  change(reason: string | undefined): number | undefined {
    if (this.state === 'CLOSED') throw new Broken('training/plan-not-in-state');
    if (this.state === 'DRAFT') return undefined;
    if (reason === undefined) throw new Broken('training/reason-missing');
    this.amendments += 1;
    return this.amendments;
  }

  private go(to: TrainingPlanState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('training/plan-not-in-state');
    this.state = to;
  }
}
