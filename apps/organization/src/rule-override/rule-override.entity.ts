import type { RuleOverride, RuleRow, RuleValue } from '@vungmanh/contracts/organization/rule-override';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { sourceOf } from './rule-override.rules.js';

/** A value that the province set for a rule, from a day on. */
@Entity('rule_override')
export class RuleOverrideEntity extends Versioned {
  @Column('uuid', { name: 'node_id' })
  nodeId: string;

  @Column('text')
  key: string;

  @Column('jsonb')
  value: RuleValue;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { name: 'document_number' })
  documentNumber: string;

  @Column('date', { name: 'document_date' })
  documentDate: string;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'set_at', transformer: instant })
  setAt: string;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true, transformer: instant })
  withdrawnAt: string | null;

  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: string | null;

  /** As the other services keep it. */
  get row(): RuleRow {
    const { id, version, nodeId, key, value, validFrom, validTo } = this;
    const source = sourceOf({ number: this.documentNumber, date: this.documentDate });
    return { id, version, nodeId, key, value, validFrom, source, ...(validTo === null ? {} : { validTo }) };
  }

  get shown(): RuleOverride {
    return {
      ...this.row,
      reason: this.reason,
      document: { number: this.documentNumber, date: this.documentDate },
      setAt: this.setAt,
      ...(this.withdrawnAt === null ? {} : { withdrawn: { at: this.withdrawnAt, reason: this.withdrawnReason ?? '' } }),
    };
  }

  /** Another value takes its place from that day on. */
  giveWay(on: string): void {
    this.validTo = on;
  }

  /** `on` is the first day on which the central value counts again. */
  withdraw(on: string, reason: string, at: string): void {
    if (this.validTo !== null) throw new Broken('organization/rule-ended');
    if (on < this.validFrom) throw new Broken('organization/rule-end-early');
    this.validTo = on;
    this.withdrawnAt = at;
    this.withdrawnReason = reason;
  }
}
