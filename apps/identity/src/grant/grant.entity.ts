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

  static give(id: string, given: Given): GrantEntity {
    return Object.assign(new GrantEntity(), { ...given, id, validTo: given.validTo ?? null });
  }

  /** Half-open periods: a grant that ends today is over today. */
  end(today: string): void {
    if (isOver(this, today)) throw new Broken('identity/grant-ended');
    this.validTo = today;
  }
}
