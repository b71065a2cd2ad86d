import type { RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import type { PastImportState } from '@vungmanh/contracts/training/past-import';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { checkConfirm, mayGo } from './past-import.rules.js';

/** An import of past attendances from upload to report: its steps stand in its state. */
@Entity('past_import')
export class PastImportEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text', { name: 'account_id' }) accountId: string;
  @Column('uuid', { name: 'file_id' }) fileId: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text') state: PastImportState;
  @Column('timestamptz', { name: 'started_at', transformer: instant }) startedAt: string;
  @Column('timestamptz', { name: 'finished_at', nullable: true, transformer: instant }) finishedAt: string | null;
  @Column('integer', { name: 'rows_read' }) rowsRead: number;
  @Column('jsonb', { nullable: true }) counts: RowCounts | null;
  @Column('text', { nullable: true }) trouble: string | null;

  static begin(about: Pick<PastImportEntity, 'id' | 'nodeId' | 'accountId' | 'fileId' | 'fileName'>, now: string): PastImportEntity {
    const nothing = { finishedAt: null, rowsRead: 0, counts: null, trouble: null };
    return Object.assign(new PastImportEntity(), { ...about, ...nothing, state: 'READING', startedAt: now });
  }

  /** Every row has been read and set aside. */
  read(rows: number): void {
    if (this.state === 'READING') this.go('CHECKING');
    this.rowsRead = rows;
  }

  ready(counts: RowCounts): void {
    this.go('READY');
    this.counts = counts;
    this.trouble = null;
  }

  confirm(): void {
    checkConfirm(this.state, this.counts);
    this.go('APPLYING');
  }

  applied(counts: RowCounts, now: string): void {
    this.counts = counts;
    this.end('DONE', now);
  }

  refuse(why: string, now: string): void {
    this.end('REFUSED', now, why);
  }

  cancel(now: string): void {
    if (this.state !== 'READY') throw new Broken('training/import-not-ready');
    this.end('CANCELED', now);
  }

  private end(state: PastImportState, now: string, trouble: string | null = null): void {
    this.go(state);
    this.finishedAt = now;
    this.trouble = trouble;
  }

  private go(state: PastImportState): void {
    if (!mayGo(this.state, state)) throw new Error(`An import cannot go from ${this.state} to ${state}`);
    this.state = state;
  }
}
