import { NamedPosition, type DutyPosition, type DutyState } from '@vungmanh/contracts/training/duty';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';

/** A course that somebody has to take by a day. */
@Entity('duty')
export class DutyEntity extends Versioned {
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('uuid', { name: 'origin_id' }) originId: string;
  @Column('text') position: DutyPosition;
  @Column('date') since: string;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('text') state: DutyState;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
  /** What shows that the course was taken elsewhere. */
  @Column('text', { nullable: true }) paper: string | null;

  static byHand(about: Pick<DutyEntity, 'id' | 'personId' | 'courseId' | 'nodeId' | 'dueOn' | 'since'> & { position: NamedPosition }): DutyEntity {
    return Object.assign(new DutyEntity(), { ...about, originId: about.id, state: 'OPEN', closedOn: null, paper: null });
  }

  checkOpen(): void {
    if (this.state !== 'OPEN') throw new Broken('training/duty-not-open');
  }

  drop(today: string): void {
    this.checkOpen();
    if (!NamedPosition.options.some((one) => one === this.position)) throw new Broken('training/duty-of-position');
    this.state = 'CANCELLED';
    this.closedOn = today;
  }
}
