import type { GrantSource } from '@vungmanh/contracts/identity/temporary-grant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';
import { isOver } from './grant.rules.js';
import { Broken } from '@vungmanh/platform/problem';

export interface Given {
  accountId: string;
  roleCode: string;
  nodeId: string;
  below: boolean;
  validFrom: string;
  validTo?: string | undefined;
  /** Absent for what an installation begins with. */
  givenBy?: string | undefined;
  approvedBy?: string | undefined;
  onBehalfOf?: string | undefined;
  /** What it is given for and ends with. */
  source?: GrantSource | undefined;
}

@Entity('account_grant')
export class GrantEntity extends Versioned {
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

  @Column('uuid', { name: 'given_by', nullable: true })
  givenBy: string | null;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: string;

  /** Who agreed, where the role needs two. */
  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy: string | null;

  /** The account for which its holder acts by it. */
  @Column('uuid', { name: 'on_behalf_of', nullable: true })
  onBehalfOf: string | null;

  @Column('text', { name: 'source_kind', nullable: true })
  sourceKind: GrantSource['kind'] | null;

  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId: string | null;

  static give(id: string, given: Given, at: string): GrantEntity {
    const { validTo = null, givenBy = null, approvedBy = null, onBehalfOf = null, source, ...rest } = given;
    const from = { sourceKind: source?.kind ?? null, sourceId: source?.id ?? null };
    return Object.assign(new GrantEntity(), { ...rest, ...from, id, validTo, givenBy, approvedBy, onBehalfOf, givenAt: at });
  }

  /** Half-open periods: a grant that ends today is over today. */
  end(today: string): void {
    if (isOver(this, today)) throw new Broken('identity/grant-ended');
    this.validTo = today;
  }
}
