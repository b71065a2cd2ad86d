import type { Deviation } from '@vungmanh/contracts/deviation';
import type { Huddle } from '@vungmanh/contracts/meetings/huddle';
import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';
import type { MeetingKind, MeetingOrigin, MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { dayOf } from '@vungmanh/regulations/day-of';
import { daysBetween, monthOf } from '@vungmanh/regulations/calendar';
import { Column, Entity } from 'typeorm';
import type { FrozenRoll } from '../roll/frozen-roll.rules.js';
import { packedRoll } from '../roll/packed-roll.js';
import { periodOf } from '../plan/plan.rules.js';
import { instant } from '@vungmanh/platform/db/instant';
import { nothingYet, type HeldMeeting, type Postponement, type Preparation } from './meeting-parts.js';
import { isAllowed, judged, transitions, type Step, type Verb } from './meeting.rules.js';

const at = (name: string) => Column('timestamptz', { name, nullable: true, transformer: instant });

@Entity('meeting')
export class MeetingEntity extends Versioned {
  @Column('uuid', { name: 'body_id' }) bodyId: string;
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') kind: MeetingKind;
  @Column('text') origin: MeetingOrigin;
  @Column('text') state: MeetingState;
  /** The month 'YYYY-MM' or quarter 'YYYY-Qn' that the plan holds it for; null for a meeting beside the plan. */
  @Column('text', { nullable: true }) period: string | null;
  /** The meeting that was held in its place: this one then counts for nothing and is shown nowhere. */
  @Column('uuid', { name: 'superseded_by', nullable: true }) supersededBy: string | null;
  @Column('text') month: string;
  @Column('date', { name: 'planned_on' }) plannedOn: string;
  @Column('date', { name: 'held_on', nullable: true }) heldOn: string | null;
  @Column('boolean', { name: 'covers_thematic' }) coversThematic: boolean;
  /** Whether it was the quarter's thematic meeting, by its kind or by its length. */
  @Column('boolean', { name: 'counts_thematic' }) countsThematic: boolean;
  @Column('text', { nullable: true }) topic: string | null;
  @at('starts_at') startsAt: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('uuid', { name: 'chair_id', nullable: true }) chairId: string | null;
  @Column('uuid', { name: 'minute_taker_id', nullable: true }) minuteTakerId: string | null;
  @Column('jsonb', { nullable: true }) huddle: Huddle | null;
  @Column('jsonb') agenda: AgendaItem[];
  @Column('jsonb') postponements: Postponement[];
  @Column('jsonb') deviations: Deviation[];
  @Column('text', { name: 'cancelled_because', nullable: true }) cancelledBecause: string | null;
  @at('noticed_at') noticedAt: string | null;
  @at('started_at') startedAt: string | null;
  @at('ended_at') endedAt: string | null;
  @at('minutes_signed_at') minutesSignedAt: string | null;
  @at('published_at') publishedAt: string | null;
  @at('roll_closed_at') rollClosedAt: string | null;
  @Column('text', { name: 'roll_frozen', nullable: true, transformer: packedRoll }) rollFrozen: FrozenRoll | null;
  @Column('integer', { nullable: true }) present: number | null;
  @Column('integer', { nullable: true }) expected: number | null;
  @Column('integer', { nullable: true }) guests: number | null;
  /** Of the submission, when it was handed in whole. */
  @Column('text', { name: 'handed_in_hash', nullable: true }) handedInHash: string | null;

  /** A meeting beside the plan. */
  static add(id: string, added: Pick<MeetingEntity, 'bodyId' | 'nodeId' | 'kind' | 'plannedOn'> & { topic?: string | undefined }): MeetingEntity {
    return Object.assign(new MeetingEntity(), {
      ...nothingYet,
      ...added,
      id,
      origin: 'LIVE',
      state: 'PLANNED',
      month: monthOf(added.plannedOn),
      topic: added.topic ?? null,
      agenda: [],
      postponements: [],
      deviations: [],
    });
  }

  /** A meeting that was held before the platform knew of it, with everything that was written down about it. */
  static held(id: string, held: HeldMeeting): MeetingEntity {
    const { day, found, published, ...rest } = held;
    const { bodyId, nodeId, kind } = held;
    return Object.assign(MeetingEntity.add(id, { bodyId, nodeId, kind, plannedOn: day }), {
      ...rest,
      topic: held.topic ?? null,
      period: held.kind === 'EXTRAORDINARY' ? null : periodOf(held.kind, day),
      state: published === undefined ? 'CLOSED' : 'PUBLISHED',
      version: 1,
      heldOn: day,
      startsAt: held.startedAt,
      rollClosedAt: held.endedAt,
      present: held.rollFrozen.counts.present.total,
      expected: held.rollFrozen.counts.expected,
      guests: held.rollFrozen.counts.guests,
      minutesSignedAt: published ?? null,
      publishedAt: published ?? null,
      deviations: found,
    });
  }

  /** The day on which it is or was held: what its roster and rules are asked for. */
  get day(): string {
    return this.heldOn ?? this.plannedOn;
  }

  /** Throws `meetings/not-in-state` unless this may be done now. */
  check(verb: Verb): void {
    if (!isAllowed(verb, this.state)) throw new Broken('meetings/not-in-state');
  }

  postpone(to: string, reason: string): void {
    this.check('postpone');
    if (!this.holds(to)) throw new Broken('meetings/other-month');
    this.postponements = [...this.postponements, { from: this.plannedOn, to, reason }];
    if (this.startsAt !== null) this.startsAt = laterBy(this.startsAt, daysBetween(this.plannedOn, to));
    this.moveTo(to);
    if (this.state === 'NOTIFIED') this.go('PREPARED');
  }

  cancel(reason: string): void {
    this.check('cancel');
    this.cancelledBecause = reason;
    this.go('CANCELLED');
  }

  recordHuddle(huddle: Huddle): void {
    this.check('record-huddle');
    this.huddle = huddle;
  }

  prepare(p: Preparation): void {
    this.check('prepare');
    if (p.chairId === p.minuteTakerId) throw new Broken('meetings/same-person');
    if ((p.coversThematic || this.kind === 'THEMATIC') && p.topic === undefined) throw new Broken('meetings/topic-missing');
    const day = dayOf(p.startsAt);
    if (!this.holds(day)) throw new Broken('meetings/other-month');
    Object.assign(this, { ...p, topic: p.topic ?? null, coversThematic: p.coversThematic && this.kind === 'REGULAR' });
    this.moveTo(day);
    if (this.state !== 'PREPARED') this.go('PREPARED');
  }

  giveNotice(at: string, late: Deviation[]): void {
    this.check('give-notice');
    this.noticedAt = at;
    this.deviate('notice', late);
    this.go('NOTIFIED');
  }

  open(startedAt: string, found: Deviation[]): void {
    this.check('open');
    this.startedAt = startedAt;
    this.heldOn = dayOf(startedAt);
    this.deviate('opening', found);
    this.go('IN_SESSION');
  }

  /** Copies roster, statuses and denominators into the meeting; nothing changes them afterwards. */
  closeRoll(at: string, frozen: FrozenRoll, found: Deviation[]): void {
    this.check('close-roll');
    if (this.rollClosedAt !== null) throw new Broken('meetings/roll-closed');
    this.rollClosedAt = at;
    this.rollFrozen = frozen;
    this.present = frozen.counts.present.total;
    this.expected = frozen.counts.expected;
    this.guests = frozen.counts.guests;
    this.deviate('roll', found);
  }

  close(endedAt: string, countsThematic: boolean, found: Deviation[]): void {
    this.check('close');
    if (this.rollClosedAt === null) throw new Broken('meetings/roll-open');
    this.endedAt = endedAt;
    this.countsThematic = countsThematic;
    this.deviate('closing', found);
    this.go('CLOSED');
  }

  /** The paper of the minutes is signed: the step of the minutes, which alone know when. */
  minutesSigned(at: string): void {
    this.minutesSignedAt = at;
    this.go('MINUTES_SIGNED');
  }

  publish(at: string, found: Deviation[]): void {
    this.check('publish');
    this.publishedAt = at;
    this.deviate('publication', found);
    this.go('PUBLISHED');
  }

  /** Whether its month, or its quarter for a thematic one, holds the day. */
  private holds(day: string): boolean {
    return periodOf(this.kind, day) === periodOf(this.kind, this.plannedOn);
  }

  private moveTo(day: string): void {
    this.plannedOn = day;
    this.month = monthOf(day);
  }

  private go(to: MeetingState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('meetings/not-in-state');
    this.state = to;
  }

  /** What a step deviates from stands in place of what was found when the same step was taken before: a notice may be given twice. */
  private deviate(step: Step, found: Deviation[]): void {
    const again: readonly string[] = judged[step];
    this.deviations = [...this.deviations.filter((d) => !again.includes(d.ruleKey)), ...found];
  }
}

const DAY_MS = 86_400_000;

/** The same hour some days later; Vietnam has no summer time. */
const laterBy = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY_MS).toISOString();
