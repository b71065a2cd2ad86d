import { Broken } from '@vungmanh/platform/problem';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';

/** A superior committee member's charge of a cell. */
@Entity('follower')
export class FollowerEntity extends Versioned {
  @Column('uuid', { name: 'body_id' })
  bodyId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { name: 'decision_number', nullable: true })
  decisionNumber: string | null;

  @Column('date', { name: 'decision_date', nullable: true })
  decisionDate: string | null;

  /** `to` is the first day on which the cell is no longer followed. */
  end(to: string): void {
    if (this.validTo !== null) throw new Broken('organization/follower-ended');
    if (to <= this.validFrom) throw new Broken('organization/follower-end-early');
    this.validTo = to;
  }
}
