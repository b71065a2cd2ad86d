import { Broken } from '@vungmanh/platform/problem';
import { Versioned } from '@vungmanh/platform/db/versioned';
import type { PaperIssuer, PaperType } from '@vungmanh/contracts/organization/register';
import { Column, Entity } from 'typeorm';

/** A number in the register of a body. */
@Entity('paper_number')
export class PaperNumberEntity extends Versioned {
  @Column('uuid', { name: 'body_id' })
  bodyId: string;

  @Column('text', { nullable: true })
  issuer: PaperIssuer | null;

  @Column('text')
  type: PaperType;

  @Column('text')
  term: string;

  @Column('integer')
  number: number;

  @Column('uuid', { name: 'document_id' })
  documentId: string;

  @Column('date')
  date: string;

  @Column('text')
  printed: string;

  @Column('text', { name: 'voided_because', nullable: true })
  voidedBecause: string | null;

  /** The number stays used: it is never given again. */
  void(reason: string): void {
    if (this.voidedBecause !== null) throw new Broken('organization/number-void');
    this.voidedBecause = reason;
  }
}
