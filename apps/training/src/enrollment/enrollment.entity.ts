import type { Deviation } from '@vungmanh/contracts/deviation';
import type { EnrollmentState, FailedBy } from '@vungmanh/contracts/training/class-state';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { transitions } from './enrollment.rules.js';

/** Somebody in a class, from the word of their cell to their result. */
@Entity('class_enrollment')
export class EnrollmentEntity extends Versioned {
  @Column('uuid', { name: 'class_id' }) classId: string;
  /** Who holds the class. */
  @Column('uuid', { name: 'holder_id' }) holderId: string;
  /** The cell that has named them. */
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') state: EnrollmentState;
  @Column('jsonb') deviations: Deviation[];
  @Column('text', { nullable: true }) because: string | null;
  @Column('timestamptz', { name: 'waits_since', nullable: true, transformer: instant }) waitsSince: string | null;
  @Column('numeric', { precision: 4, scale: 2, nullable: true }) mark: string | null;
  @Column('date', { name: 'marked_on', nullable: true }) markedOn: string | null;
  @Column('text', { name: 'failed_by', array: true, default: '{}' }) failedBy: FailedBy[];

  answer(confirm: boolean, because: string | undefined): void {
    if (!confirm && because === undefined) throw new Broken('training/because-needed');
    this.go(confirm ? 'CONFIRMED' : 'DECLINED');
    this.because = confirm ? null : (because ?? null);
  }

  withdraw(because: string): void {
    this.go('WITHDRAWN');
    this.because = because;
  }

  private go(to: EnrollmentState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('training/enrollment-state');
    this.state = to;
  }
}
