import type { CellRecord, Sample } from '@vungmanh/contracts/inspection/check-cell';
import type { CellFigures, HeldMeeting } from '@vungmanh/contracts/meetings/held';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';

const record = sealed('check_cell.record');

/** A cell in a check: its figures, the minutes to be read, and what the team writes about it. */
@Entity('check_cell')
export class CheckCellEntity extends Versioned {
  @Column('uuid', { name: 'check_id' }) checkId: string;
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  /** The cell's code, by which lists are in the order of the tree. */
  @Column('text') place: string;
  @Column('jsonb', { nullable: true }) figures: CellFigures | null;
  @Column('jsonb') meetings: HeldMeeting[];
  @Column('jsonb') samples: Sample[];
  @Column('text', { name: 'record_sealed', nullable: true }) recordSealed: string | null;
  @Column('timestamptz', { name: 'recorded_at', nullable: true, transformer: instant }) recordedAt: string | null;
  @Column('date', { name: 'heard_on', nullable: true }) heardOn: string | null;
  @Column('date', { name: 'attended_on', nullable: true }) attendedOn: string | null;

  read(sealer: Sealer): CellRecord | undefined {
    const read = record.read(sealer, this.id, this.recordSealed);
    // Checked by the contract when it was written, and sealed since.
    return read === undefined ? undefined : (JSON.parse(read) as CellRecord);
  }

  /** Writes the sheet anew, as a whole. */
  write(sealer: Sealer, written: CellRecord, now: { at: string; today: string }): void {
    const days = [written.attendedOn, written.hearing?.heldOn];
    if (days.some((day) => day !== undefined && day > now.today)) throw new Broken('inspection/in-the-future');
    this.recordSealed = record.write(sealer, this.id, JSON.stringify(written));
    this.recordedAt = now.at;
    this.heardOn = written.hearing?.heldOn ?? null;
    this.attendedOn = written.attendedOn ?? null;
  }

  /** Another meeting of the same months is read instead of one that was drawn; the first one drawn stays named. */
  replaceSample(sampleId: string, insteadId: string, because: string): void {
    const chosen = this.meetings.find((m) => m.id === insteadId);
    const sample = this.samples.find((s) => s.id === sampleId);
    if (!chosen || !sample || this.samples.some((s) => s.id === insteadId)) throw new Broken('inspection/sample-unknown');
    const drawn = sample.instead ?? { id: sample.id, heldOn: sample.heldOn };
    this.samples = this.samples.map((s) => (s.id === sampleId ? { ...chosen, instead: { id: drawn.id, heldOn: drawn.heldOn, because } } : s));
  }

  get others(): HeldMeeting[] {
    return this.meetings.filter((m) => !this.samples.some((s) => s.id === m.id));
  }
}
