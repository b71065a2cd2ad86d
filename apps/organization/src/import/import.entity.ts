import type { ImportState } from '@vungmanh/contracts/organization/import';
import type { ImportSheet, RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import { Broken } from '@vungmanh/platform/problem';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';
import { checkConfirm, mayGo } from './import.rules.js';

/** An import from upload to report: a saga whose steps stand in its state. */
@Entity('import_run')
export class ImportEntity extends Versioned {
  @Column('uuid', { name: 'node_id' })
  nodeId: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('uuid', { name: 'file_id' })
  fileId: string;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('text')
  state: ImportState;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date | string;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | string | null;

  @Column('integer')
  done: number;

  @Column('integer')
  total: number;

  @Column('jsonb', { nullable: true })
  organizations: RowCounts | null;

  @Column('jsonb', { nullable: true })
  members: RowCounts | null;

  @Column('boolean', { name: 'members_need_organizations' })
  membersNeedOrganizations: boolean;

  @Column('text', { array: true })
  confirmed: ImportSheet[];

  @Column('text', { nullable: true })
  trouble: string | null;

  static begin(about: Pick<ImportEntity, 'id' | 'nodeId' | 'accountId' | 'fileId' | 'fileName'>, now: string): ImportEntity {
    return Object.assign(new ImportEntity(), {
      ...about,
      state: 'READING',
      startedAt: now,
      finishedAt: null,
      done: 0,
      total: 0,
      organizations: null,
      members: null,
      membersNeedOrganizations: false,
      confirmed: [],
      trouble: null,
    });
  }

  /** Every row has been read and set aside. */
  read(rows: number): void {
    this.go('CHECKING');
    this.done = rows;
    this.total = rows;
  }

  ready(found: Pick<ImportEntity, 'organizations' | 'members' | 'membersNeedOrganizations'>): void {
    this.go('READY');
    this.organizations = found.organizations;
    this.members = found.members;
    this.membersNeedOrganizations = found.membersNeedOrganizations;
    this.trouble = null;
  }

  confirm(sheets: ImportSheet[]): void {
    this.go(checkConfirm(this, sheets));
    this.confirmed = sheets;
  }

  organizationsApplied(now: string): void {
    if (this.confirmed.includes('MEMBERS')) this.go('APPLYING_MEMBERS');
    else this.end('DONE', now);
  }

  membersApplied(members: RowCounts, now: string): void {
    this.members = members;
    this.end('DONE', now);
  }

  /** Membership would not take the members any more: the organizations stand, the members do not. */
  membersRefused(why: string, now: string): void {
    this.confirmed = this.confirmed.filter((sheet) => sheet !== 'MEMBERS');
    this.end('DONE', now, why);
  }

  refuse(why: string, now: string): void {
    this.end('REFUSED', now, why);
  }

  cancel(now: string): void {
    if (this.state !== 'READY') throw new Broken('organization/import-not-ready');
    this.end('CANCELED', now);
  }

  private end(state: ImportState, now: string, trouble: string | null = null): void {
    this.go(state);
    this.finishedAt = now;
    this.trouble = trouble;
  }

  private go(state: ImportState): void {
    if (!mayGo(this.state, state)) throw new Error(`An import cannot go from ${this.state} to ${state}`);
    this.state = state;
  }
}
