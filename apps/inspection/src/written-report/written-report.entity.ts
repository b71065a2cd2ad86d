import type { InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import type { WrittenReportAct, WrittenReportState } from '@vungmanh/contracts/inspection/written-report-state';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';
import { actsFor, stateAfter } from './written-report.rules.js';

/** What a body may not look into itself, or has looked into and handed on, on its way to the committee that is competent. */
@Entity('written_report')
export class WrittenReportEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') actor: ProgramActor;
  @Column('uuid', { name: 'to_node_id' }) toNodeId: string;
  @Column('text') kind: InspectionKind;
  @Column('text') subject: SubjectKind;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('uuid', { name: 'from_case_id', nullable: true }) fromCaseId: string | null;
  @Column('date', { name: 'dated_on' }) datedOn: string;
  @Column('timestamptz', { transformer: instant }) at: string;
  @Column('uuid', { name: 'by_id' }) byId: string;
  @Column('text') state: WrittenReportState;
  @Column('timestamptz', { name: 'received_at', nullable: true, transformer: instant }) receivedAt: string | null;
  @Column('uuid', { name: 'received_by_id', nullable: true }) receivedById: string | null;
  @Column('text', { name: 'text_sealed' }) textSealed: string;
  @Column('text', { name: 'answer_sealed', nullable: true }) answerSealed: string | null;
  /** Everybody who may know of it: who sent it, and the receivers. */
  @Column('uuid', { name: 'listed_ids', array: true }) listedIds: string[];
  @Column('uuid', { name: 'receiver_ids', array: true }) receiverIds: string[];

  /** The committee takes note of it, and names who looks into it. */
  acknowledge(by: string, at: string, handlerId: string | undefined): void {
    this.go('acknowledge', by);
    this.receivedAt = at;
    this.receivedById = by;
    if (handlerId === undefined) return;
    this.receiverIds = [...new Set([...this.receiverIds, handlerId])];
    this.listedIds = [...new Set([...this.listedIds, handlerId])];
  }

  takesCaseOf(person: string): boolean {
    return actsFor(this.state, this.receiverIds.includes(person)).includes('open-case');
  }

  /** A case is opened from it. */
  takeUp(by: string): void {
    this.go('open-case', by);
  }

  answer(by: string, answerSealed: string | null): void {
    this.go('answer', by);
    this.answerSealed = answerSealed;
  }

  private go(act: WrittenReportAct, by: string): void {
    this.state = stateAfter(act, this.state, this.receiverIds.includes(by));
  }
}
