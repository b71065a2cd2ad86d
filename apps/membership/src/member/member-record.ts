import type { MemberStatus } from '@vungmanh/contracts/membership/member-status';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { addDays } from '@vungmanh/regulations/calendar';
import type { AwayRow, EnrollmentRow, ExemptionRow, History, StatusRow } from './history.js';
import { expectBegun, expectMember, expectOrder, expectStatusChange, isActive, overlaps, type Period } from './member.rules.js';
import type { PersonEntity } from './person.entity.js';

/** What a verb needs from outside: an id for what it adds, and the day it is. */
export interface Act {
  readonly id: string;
  readonly today: CalendarDate;
}

type Ending = 'enrollments' | 'exemptions' | 'away';

/** The day, or where it is not after the other, the next one: a period holds at least one day. */
const later = (day: CalendarDate, than: CalendarDate): CalendarDate => (day > than ? day : addDays(than, 1));

/** A person with everything dated about their membership. Its verbs keep the rules; {@link changed} is what has to be written. */
export class MemberRecord {
  private readonly touched = new Set<object>();

  constructor(
    readonly person: PersonEntity,
    private readonly history: History,
  ) {}

  get standing(): StatusRow {
    const last = this.history.statuses.at(-1);
    if (!last) throw new Error(`Person ${this.person.id} has no status`);
    return last;
  }

  /** The official enrollment: where they belong, or did last. */
  get home(): EnrollmentRow {
    const last = this.history.enrollments.findLast((e) => e.kind === 'OFFICIAL');
    if (!last) throw new Error(`Person ${this.person.id} is enrolled nowhere`);
    return last;
  }

  get changed(): History {
    const { statuses, enrollments, exemptions, away } = this.history;
    const written = <R extends object>(rows: R[]): R[] => rows.filter((r) => this.touched.has(r));
    return { statuses: written(statuses), enrollments: written(enrollments), exemptions: written(exemptions), away: written(away) };
  }

  /** The first entry of somebody who is a member already. Official since a day that nobody has told: since their admission. */
  enter(act: Act, entry: { status: 'PROBATIONARY' | 'OFFICIAL'; nodeId: string; enrolledOn: CalendarDate; officialId: string }): void {
    const { admittedOn, officialOn } = this.person;
    if (admittedOn === null || (entry.status === 'PROBATIONARY' && officialOn !== null)) throw new Broken('membership/dates-out-of-order');
    expectOrder(admittedOn, entry.enrolledOn);
    for (const day of [admittedOn, officialOn, entry.enrolledOn]) if (day !== null) expectBegun({ from: day }, act.today);
    const first = entry.status === 'PROBATIONARY' || (officialOn !== null && officialOn > admittedOn) ? 'PROBATIONARY' : 'OFFICIAL';
    this.add(this.history.statuses, { id: act.id, status: first, from: admittedOn, decision: null, reason: null });
    if (first !== entry.status && officialOn !== null)
      this.add(this.history.statuses, { id: entry.officialId, status: 'OFFICIAL', from: officialOn, decision: null, reason: null });
    this.enroll({ id: act.id, kind: 'OFFICIAL', nodeId: entry.nodeId, from: entry.enrolledOn, to: null, letterNumber: null });
  }

  /** Moves the first status with a corrected day of admission. */
  readmit(act: Act, admittedOn: CalendarDate): void {
    expectBegun({ from: admittedOn }, act.today);
    const [first, second] = this.history.statuses;
    if (!first || (second && second.from <= admittedOn)) throw new Broken('membership/dates-out-of-order');
    first.from = admittedOn;
    this.touched.add(first);
  }

  changeStatus(act: Act, to: { status: MemberStatus; from: CalendarDate; decision?: string | undefined; reason?: string | undefined }): void {
    const { status, from } = this.standing;
    expectStatusChange({ status, since: from, admittedOn: this.person.admittedOn }, to);
    expectBegun({ from: to.from }, act.today);
    this.add(this.history.statuses, { id: act.id, status: to.status, from: to.from, decision: to.decision ?? null, reason: to.reason ?? null });
    if (to.status === 'OFFICIAL') this.person.officialOn = to.from;
    if (isActive(to.status)) return;
    for (const period of [...this.history.enrollments, ...this.history.exemptions, ...this.history.away])
      if (period.to === null || period.to > to.from) this.close(period, to.from);
  }

  /** Told by inspection, whose decision counts whatever stands here: what lasts ends with it. Whoever is no member any more stays so. */
  expel(act: Act, from: CalendarDate): boolean {
    const { status, from: since } = this.standing;
    if (!isActive(status)) return false;
    const day = later(from, since);
    this.add(this.history.statuses, { id: act.id, status: 'EXPELLED', from: day, decision: null, reason: null });
    for (const period of [...this.history.enrollments, ...this.history.exemptions, ...this.history.away])
      if (period.to === null || period.to > day) this.close(period, later(day, period.from));
    return true;
  }

  /** An expulsion was annulled, or became a lighter form: the member is again what they were, where they were. */
  reinstate(act: Act, from: CalendarDate): boolean {
    const { status, from: since } = this.standing;
    const before = this.history.statuses.at(-2);
    if (status !== 'EXPELLED' || before === undefined) return false;
    const day = later(from, since);
    const { nodeId, to } = this.home;
    this.add(this.history.statuses, { id: act.id, status: before.status, from: day, decision: null, reason: null });
    this.enroll({ id: act.id, kind: 'OFFICIAL', nodeId, from: to === null || to < day ? day : to, to: null, letterNumber: null });
    return true;
  }

  transfer(act: Act, to: { nodeId: string; from: CalendarDate; letterNumber?: string | undefined }): void {
    expectMember(this.standing.status);
    const { home } = this;
    if (home.nodeId === to.nodeId) throw new Broken('membership/same-cell');
    expectBegun(to, act.today);
    this.close(home, to.from);
    // Who already takes part there for a time belongs there from now on.
    const guest = this.history.enrollments.find((e) => e.kind === 'TEMPORARY' && e.nodeId === to.nodeId && overlaps(e, to));
    if (guest) this.close(guest, to.from);
    this.enroll({ id: act.id, kind: 'OFFICIAL', nodeId: to.nodeId, from: to.from, to: null, letterNumber: to.letterNumber ?? null });
  }

  enrollTemporarily(act: Act, there: Period & { nodeId: string }): void {
    expectMember(this.standing.status);
    if (this.home.nodeId === there.nodeId) throw new Broken('membership/same-cell');
    expectBegun(there, act.today);
    expectOrder(this.home.from, there.from);
    if (this.history.enrollments.some((e) => e.kind === 'TEMPORARY' && overlaps(e, there))) throw new Broken('membership/temporary-already');
    this.enroll({ id: act.id, kind: 'TEMPORARY', nodeId: there.nodeId, from: there.from, to: there.to ?? null, letterNumber: null });
  }

  exempt(act: Act, period: Period & { reason: string }): void {
    this.expectFree(this.history.exemptions, period, act.today, 'membership/exempt-already');
    this.add<ExemptionRow>(this.history.exemptions, { id: act.id, from: period.from, to: period.to ?? null, reason: period.reason });
  }

  goAway(act: Act, period: Period & { place: string; reason: string; expectedBack?: CalendarDate | undefined }): void {
    const { from, to = null, place, reason, expectedBack = null } = period;
    this.expectFree(this.history.away, period, act.today, 'membership/away-already');
    expectOrder(from, expectedBack);
    this.add<AwayRow>(this.history.away, { id: act.id, from, to, place, reason, expectedBack });
  }

  /** Ends a period, or ends it sooner. False when this person has no such period; an official enrollment ends by a transfer only. */
  end(list: Ending, periodId: string, to: CalendarDate): boolean {
    const period = this.history[list].find((p) => p.id === periodId);
    if (!period || ('kind' in period && period.kind === 'OFFICIAL')) return false;
    if (period.to !== null && period.to < to) throw new Broken('membership/dates-out-of-order');
    this.close(period, to);
    return true;
  }

  private expectFree(rows: readonly Period[], period: Period, today: CalendarDate, code: string): void {
    expectMember(this.standing.status);
    expectBegun(period, today);
    expectOrder(this.history.statuses[0]?.from, period.from);
    if (rows.some((r) => overlaps(r, period))) throw new Broken(code);
  }

  private enroll(row: EnrollmentRow): void {
    this.add(this.history.enrollments, row);
  }

  private close(period: { from: CalendarDate; to: CalendarDate | null }, to: CalendarDate): void {
    if (to <= period.from) throw new Broken('membership/dates-out-of-order');
    period.to = to;
    this.touched.add(period);
  }

  private add<R extends object>(rows: R[], row: R): void {
    rows.push(row);
    this.touched.add(row);
  }
}
