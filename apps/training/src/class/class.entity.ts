import type { Limits, Passing } from '@vungmanh/contracts/training/class';
import type { ClassAct, ClassState } from '@vungmanh/contracts/training/class-state';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { check, transitions } from './class.rules.js';

type Plan = Pick<ClassEntity, 'title' | 'capacity' | 'passing' | 'limits' | 'fromOn' | 'toOn' | 'place'>;

/** One holding of a course. */
@Entity('training_class')
export class ClassEntity extends Versioned {
  /** Who holds it. */
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  @Column('integer') edition: number;
  @Column('text') title: string;
  @Column('text') state: ClassState;
  @Column('integer') capacity: number;
  @Column('jsonb') passing: Passing;
  @Column('jsonb') limits: Limits;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'to_on' }) toOn: string;
  @Column('text') place: string;
  /** The opening decision, in organization's register of numbers. */
  @Column('uuid', { name: 'document_id' }) documentId: string;
  @Column('date', { name: 'decided_on', nullable: true }) decidedOn: string | null;
  @Column('text', { nullable: true }) number: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant }) closedAt: string | null;

  static plan(about: Pick<ClassEntity, 'id' | 'nodeId' | 'courseId' | 'edition' | 'documentId'> & Plan): ClassEntity {
    return Object.assign(new ClassEntity(), { ...about, state: 'PLANNED', decidedOn: null, number: null, closedAt: null });
  }

  change(plan: Plan, approved: number): void {
    check('change', this.state);
    if (plan.capacity < approved) throw new Broken('training/capacity-below-approved');
    Object.assign(this, plan);
  }

  enroll(): void {
    this.go('ENROLLING');
  }

  start(decidedOn: string, now: { today: string; approved: number }): void {
    this.go('RUNNING');
    if (now.approved === 0) throw new Broken('training/nobody-approved');
    if (decidedOn > now.today) throw new Broken('training/in-the-future');
    this.decidedOn = decidedOn;
  }

  assess(now: { openRolls: number; withoutMark: number }): void {
    this.go('ASSESSED');
    if (now.openRolls > 0) throw new Broken('training/rolls-open');
    if (this.passing.mark !== undefined && now.withoutMark > 0) throw new Broken('training/marks-missing');
  }

  close(issuedOn: string, now: { today: string; at: string }): void {
    this.go('CLOSED');
    if (issuedOn > now.today || issuedOn < this.toOn) throw new Broken('training/issued-too-early');
    this.closedAt = now.at;
  }

  check(act: ClassAct): void {
    check(act, this.state);
  }

  private go(to: ClassState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('training/class-state');
    this.state = to;
  }
}
