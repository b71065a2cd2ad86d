import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';

/** The identity of an organization and what is not dated about it; its name, code and parent have periods in tables of their own. */
@Entity('node')
export class NodeEntity extends Versioned {
  @Column('text', { name: 'type_code' })
  typeCode: string;

  @Column('text', { nullable: true })
  sector: string | null;

  /** Null: as its type has it. */
  @Column('boolean', { name: 'has_seal', nullable: true })
  hasSeal: boolean | null;

  @Column('text')
  status: 'ACTIVE' | 'ENDED';

  @Column('date', { name: 'established_on', nullable: true })
  establishedOn: string | null;

  @Column('text', { name: 'decision_number', nullable: true })
  decisionNumber: string | null;

  @Column('date', { name: 'decision_date', nullable: true })
  decisionDate: string | null;
}
