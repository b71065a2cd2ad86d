import type { CheckCounts, CheckNotice } from '@vungmanh/contracts/inspection/meeting-check';
import type { HalfYear, MeetingCheckAct, MeetingCheckState } from '@vungmanh/contracts/inspection/meeting-check-state';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { addDays } from '@vungmanh/regulations/calendar';
import { Column, Entity } from 'typeorm';
import { isPlannable, isPossible, transitions } from './meeting-check.rules.js';

const notice = sealed('meeting_check.notice');

const at = (name: string) => Column('timestamptz', { name, nullable: true, transformer: instant });

export interface Opened {
  readonly id: string;
  readonly nodeId: string;
  readonly half: HalfYear;
  readonly plannedEnd: string;
  readonly openedBy: string;
  readonly documentId: string;
}

export interface Concluding {
  readonly notice: CheckNotice;
  /** What can be known only from the lines. */
  readonly counts: CheckCounts;
  readonly uncheckedBecause?: string | undefined;
}

/** A committee's check of the meetings of the cells below it in half a year. */
@Entity('meeting_check')
export class MeetingCheckEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') half: HalfYear;
  @Column('text') state: MeetingCheckState;
  @Column('date', { name: 'planned_end' }) plannedEnd: string;
  @Column('text', { name: 'opened_by' }) openedBy: string;
  @Column('timestamptz', { name: 'opened_at', transformer: instant }) openedAt: string;
  @at('counted_at') countedAt: string | null;
  @Column('date', { name: 'readable_until', nullable: true }) readableUntil: string | null;
  @Column('text', { name: 'notice_sealed', nullable: true }) noticeSealed: string | null;
  /** As it stood at the conclusion: who reads the notice reads no cell's sheet. */
  @Column('jsonb', { nullable: true }) counts: CheckCounts | null;
  @Column('text', { name: 'unchecked_because', nullable: true }) uncheckedBecause: string | null;
  @Column('text', { name: 'cancelled_because', nullable: true }) cancelledBecause: string | null;
  @at('concluded_at') concludedAt: string | null;
  @at('published_at') publishedAt: string | null;
  @Column('uuid', { name: 'document_id' }) documentId: string;
  @Column('text', { nullable: true }) number: string | null;

  static open(opened: Opened, now: string): MeetingCheckEntity {
    return Object.assign(new MeetingCheckEntity(), {
      ...opened,
      state: 'DRAFT',
      openedAt: now,
      countedAt: null,
      readableUntil: null,
      noticeSealed: null,
      counts: null,
      uncheckedBecause: null,
      cancelledBecause: null,
      concludedAt: null,
      publishedAt: null,
      number: null,
    });
  }

  /** Half-open periods: the first day on which the team reads nothing any more. */
  get readingEndsOn(): string {
    return addDays(this.plannedEnd, 1);
  }

  start(today: string): void {
    this.check('start');
    if (this.countedAt === null) throw new Broken('inspection/not-counted');
    if (this.plannedEnd < today) throw new Broken('inspection/planned-end');
    this.go('UNDER_WAY');
  }

  /** Until when it is to take, from now on. */
  plan(plannedEnd: string, today: string): void {
    this.check('change');
    if (!isPlannable(plannedEnd, today)) throw new Broken('inspection/planned-end');
    this.plannedEnd = plannedEnd;
  }

  conclude(sealer: Sealer, { notice: told, counts, uncheckedBecause }: Concluding, now: string): void {
    this.check('conclude');
    if (counts.recorded < counts.cells && uncheckedBecause === undefined) throw new Broken('inspection/cells-unchecked');
    this.noticeSealed = notice.write(sealer, this.id, JSON.stringify(told));
    this.counts = counts;
    this.uncheckedBecause = uncheckedBecause ?? null;
    this.concludedAt = now;
    this.readableUntil = null;
    this.go('CONCLUDED');
  }

  publish(now: string): void {
    this.check('publish');
    this.publishedAt = now;
    this.go('PUBLISHED');
  }

  cancel(because: string): void {
    this.check('cancel');
    this.cancelledBecause = because;
    this.readableUntil = null;
    this.go('CANCELLED');
  }

  /** What the cells are told; undefined before the conclusion. */
  notice(sealer: Sealer): CheckNotice | undefined {
    const read = notice.read(sealer, this.id, this.noticeSealed);
    // Checked by the contract when it was written, and sealed since.
    return read === undefined ? undefined : (JSON.parse(read) as CheckNotice);
  }

  /** Refuses what the team writes while the check is not under way. */
  checkRecording(): void {
    this.check('record');
  }

  private check(act: MeetingCheckAct): void {
    if (!isPossible(act, this.state)) throw new Broken('inspection/check-not-in-state');
  }

  private go(to: MeetingCheckState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('inspection/check-not-in-state');
    this.state = to;
  }
}
