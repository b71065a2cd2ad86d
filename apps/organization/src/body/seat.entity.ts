import type { Deviation } from '@vungmanh/contracts/deviation';
import type { Post } from '@vungmanh/contracts/organization/body';
import type { SeatEnd, SeatOrigin } from '@vungmanh/contracts/organization/committee';
import { Broken } from '@vungmanh/platform/problem';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';

/** Somebody's post in a body for a time. */
@Entity('seat')
export class SeatEntity extends Versioned {
  @Column('uuid', { name: 'body_id' })
  bodyId: string;

  @Column('uuid', { name: 'term_id' })
  termId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  post: Post;

  @Column('text')
  origin: SeatOrigin;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause: SeatEnd | null;

  /** The decision on discipline that ended it, as the register of papers knows it. */
  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column('text', { name: 'decision_number', nullable: true })
  decisionNumber: string | null;

  @Column('date', { name: 'decision_date', nullable: true })
  decisionDate: string | null;

  @Column('jsonb')
  deviations: Deviation[];

  /** `to` is the first day on which it is no longer held. */
  end(to: string, because: SeatEnd): void {
    if (this.validTo !== null) throw new Broken('organization/seat-ended');
    if (to <= this.validFrom) throw new Broken('organization/seat-end-early');
    this.validTo = to;
    this.endedBecause = because;
  }
}
