import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import type { Lesson } from '@vungmanh/contracts/training/class';
import { Column, Entity } from 'typeorm';

/** One sitting of a class. Its roll is closed once and never opened again. */
@Entity('lesson')
export class LessonEntity extends Versioned {
  @Column('uuid', { name: 'class_id' }) classId: string;
  @Column('smallint') number: number;
  @Column('timestamptz', { name: 'starts_at', transformer: instant }) startsAt: string;
  @Column('timestamptz', { name: 'ends_at', transformer: instant }) endsAt: string;
  @Column('text') place: string;
  @Column('text') topic: string;
  @Column('jsonb') lecturers: Lesson['lecturers'];
  @Column('timestamptz', { name: 'roll_closed_at', nullable: true, transformer: instant }) rollClosedAt: string | null;
  @Column('uuid', { name: 'scan_file', nullable: true }) scanFile: string | null;
  @Column('text', { name: 'scan_name', nullable: true }) scanName: string | null;
  @Column('text', { name: 'scan_type', nullable: true }) scanType: string | null;

  checkOpen(): void {
    if (this.rollClosedAt !== null) throw new Broken('training/roll-closed');
  }

  closeRoll(at: string, unmarked: number): void {
    this.checkOpen();
    if (unmarked > 0) throw new Broken('training/not-everybody-marked');
    this.rollClosedAt = at;
  }
}
