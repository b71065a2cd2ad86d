import type { Deviation } from '@vungmanh/contracts/deviation';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';

/** From the close of one congress to the close of the next. */
@Entity('term')
export class TermEntity extends Versioned {
  @Column('uuid', { name: 'body_id' })
  bodyId: string;

  @Column('text')
  number: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'planned_to', nullable: true })
  plannedTo: string | null;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { name: 'decision_number', nullable: true })
  decisionNumber: string | null;

  @Column('date', { name: 'decision_date', nullable: true })
  decisionDate: string | null;

  @Column('jsonb')
  deviations: Deviation[];

  /** The next term has begun. */
  end(on: string): void {
    this.validTo = on;
  }
}
