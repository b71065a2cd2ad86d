import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';

type State = 'PROPOSED' | 'APPROVED' | 'REJECTED';

/** A grant that waits for a second person. It is no grant: nothing that decides about access reads this table. */
@Entity('grant_proposal')
export class ProposalEntity extends Versioned {
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text', { name: 'role_code' })
  roleCode: string;

  @Column('uuid', { name: 'node_id' })
  nodeId: string;

  @Column('boolean')
  below: boolean;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('uuid', { name: 'on_behalf_of', nullable: true })
  onBehalfOf: string | null;

  @Column('text')
  state: State;

  @Column('uuid', { name: 'proposed_by' })
  proposedBy: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt: string;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: string | null;

  /** Whoever proposed it takes it back in the same way; only to approve takes another. */
  decide(state: 'APPROVED' | 'REJECTED', by: string, at: string): void {
    if (this.state !== 'PROPOSED') throw new Broken('identity/already-decided');
    if (state === 'APPROVED' && (by === this.proposedBy || by === this.accountId)) throw new Broken('identity/same-person');
    this.state = state;
    this.decidedBy = by;
    this.decidedAt = at;
  }
}
