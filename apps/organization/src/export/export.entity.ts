import type { ExportState } from '@vungmanh/contracts/organization/export';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';

/** A workbook on its way out. */
@Entity('export_run')
export class ExportEntity extends Versioned {
  @Column('uuid', { name: 'node_id' })
  nodeId: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('boolean', { name: 'with_members' })
  withMembers: boolean;

  @Column('text')
  state: ExportState;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date | string;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | string | null;

  @Column('integer')
  organizations: number;

  @Column('integer')
  members: number;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  static begin(about: Pick<ExportEntity, 'id' | 'nodeId' | 'accountId' | 'withMembers'>, now: string): ExportEntity {
    return Object.assign(new ExportEntity(), {
      ...about,
      state: 'RUNNING',
      startedAt: now,
      finishedAt: null,
      organizations: 0,
      members: 0,
      fileId: null,
    });
  }

  finish(file: { fileId: string; organizations: number; members: number }, now: string): void {
    this.state = 'DONE';
    this.finishedAt = now;
    this.fileId = file.fileId;
    this.organizations = file.organizations;
    this.members = file.members;
  }

  fail(now: string): void {
    this.state = 'FAILED';
    this.finishedAt = now;
  }
}
