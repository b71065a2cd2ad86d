import type { Proposal, TaskCounts } from '@vungmanh/contracts/inspection/supervision-line';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import type { Offered } from '@vungmanh/contracts/inspection/supervision-line';

export const proposalReason = sealed('supervision_line.proposal_reason');
export const reportText = sealed('supervision_line.report');

/** Who writes, on which day, and with what to seal it. */
export interface Hand {
  readonly sealer: Sealer;
  readonly by: string;
  readonly today: string;
}

/** A member's quarter. What is written of them is sealed; their tasks are counted where they stand until the quarter is closed. */
@Entity('supervision_line')
export class SupervisionLineEntity extends Versioned {
  @Column('uuid', { name: 'supervision_id' }) supervisionId: string;
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('uuid', { name: 'body_id' }) bodyId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('integer') reminders: number;
  @Column('integer') answers: number;
  @Column('text', { nullable: true }) proposal: Proposal | null;
  @Column('text', { name: 'proposal_reason_sealed', nullable: true }) proposalReasonSealed: string | null;
  @Column('uuid', { name: 'proposed_by', nullable: true }) proposedBy: string | null;
  @Column('date', { name: 'proposed_on', nullable: true }) proposedOn: string | null;
  @Column('text', { name: 'reported_to', nullable: true }) reportedTo: string | null;
  @Column('text', { name: 'report_sealed', nullable: true }) reportSealed: string | null;
  @Column('uuid', { name: 'reported_by', nullable: true }) reportedBy: string | null;
  @Column('date', { name: 'reported_on', nullable: true }) reportedOn: string | null;
  @Column('jsonb', { nullable: true }) tasks: TaskCounts | null;

  reminded(): void {
    this.reminders += 1;
  }

  answered(): void {
    this.answers += 1;
  }

  /** What is referred stands; everything else may be thought better of while the quarter runs. */
  propose({ kind, reason }: { kind: Proposal; reason: string }, offered: Offered, { sealer, by, today }: Hand): void {
    if (this.proposal === 'REFER') throw new Broken('inspection/referred-already');
    if (!offered.proposals.includes(kind)) throw new Broken('inspection/report-in-writing');
    this.proposal = kind;
    this.proposalReasonSealed = proposalReason.write(sealer, this.id, reason);
    this.proposedBy = by;
    this.proposedOn = today;
  }

  reportInWriting({ to, on, text }: { to: string; on: string; text: string }, offered: Offered, { sealer, by }: Hand): void {
    if (!offered.report) throw new Broken('inspection/not-managed-above');
    if (this.reportedOn !== null) throw new Broken('inspection/reported-already');
    this.reportedTo = to;
    this.reportSealed = reportText.write(sealer, this.id, text);
    this.reportedBy = by;
    this.reportedOn = on;
  }
}
