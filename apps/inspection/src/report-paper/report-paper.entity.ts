import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import type { InspectionReport, ReportPeriod } from '@vungmanh/contracts/inspection/report';
import type { ReportPaperAct, ReportPaperState, ReportRemarks } from '@vungmanh/contracts/inspection/report-paper';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';

const remarks = sealed('inspection_report.remarks');

/** Which permission each act needs; both are for drafts alone. */
const needs: Readonly<Record<ReportPaperAct, string>> = { write: 'inspection:plan', issue: 'inspection:approve' };

export interface Begun {
  readonly id: string;
  readonly nodeId: string;
  readonly actor: ProgramActor;
  readonly period: ReportPeriod;
  readonly documentId: string;
}

/** A body's report on a period as a paper. */
@Entity('inspection_report')
export class ReportPaperEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') actor: ProgramActor;
  @Column('text') period: ReportPeriod;
  @Column('text') state: ReportPaperState;
  @Column('text', { name: 'remarks_sealed' }) remarksSealed: string;
  /** The figures as they stood when it was issued. */
  @Column('jsonb', { nullable: true }) figures: InspectionReport | null;
  @Column('date', { name: 'issued_on', nullable: true }) issuedOn: string | null;
  /** The paper, in organization's register of numbers. */
  @Column('uuid', { name: 'document_id' }) documentId: string;
  @Column('text', { nullable: true }) number: string | null;

  static begin(begun: Begun, first: ReportRemarks, sealer: Sealer): ReportPaperEntity {
    const entity = Object.assign(new ReportPaperEntity(), { ...begun, state: 'DRAFT', figures: null, issuedOn: null, number: null });
    entity.seal(first, sealer);
    return entity;
  }

  remarks(sealer: Sealer): ReportRemarks {
    // Checked by the contract when it was written, and sealed since.
    return JSON.parse(remarks.read(sealer, this.id, this.remarksSealed) ?? '') as ReportRemarks;
  }

  write(text: ReportRemarks, sealer: Sealer): void {
    this.checkDraft();
    this.seal(text, sealer);
  }

  issue(figures: InspectionReport, today: string): void {
    this.checkDraft();
    if (today <= figures.to) throw new Broken('inspection/period-not-over');
    this.state = 'ISSUED';
    this.figures = figures;
    this.issuedOn = today;
  }

  actsFor(held: ReadonlySet<string>): ReportPaperAct[] {
    return this.state === 'ISSUED' ? [] : (['write', 'issue'] as const).filter((act) => held.has(needs[act]));
  }

  private seal(text: ReportRemarks, sealer: Sealer): void {
    this.remarksSealed = remarks.write(sealer, this.id, JSON.stringify(text)) ?? '';
  }

  private checkDraft(): void {
    if (this.state !== 'DRAFT') throw new Broken('inspection/report-issued');
  }
}
