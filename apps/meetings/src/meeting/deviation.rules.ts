import type { RollCounts } from '@vungmanh/contracts/attendance';
import type { Deviation } from '@vungmanh/contracts/deviation';
import type { MeetingKind } from '@vungmanh/contracts/meetings/meeting-state';
import { addDays, dayIn, daysBetween, formatVi, monthOf } from '@vungmanh/regulations/calendar';
import { dayOf } from '@vungmanh/regulations/day-of';
import { deviation } from '@vungmanh/regulations/deviation';
import { passes } from '@vungmanh/regulations/majority';
import { regularDay } from '@vungmanh/regulations/regular-day';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

/** What the rules look at in a meeting. */
export interface Judged {
  readonly kind: MeetingKind;
  readonly coversThematic: boolean;
  /** The business date: every rule is asked for this day. */
  readonly day: string;
}

/** A meeting of a cell: committees have no ruled day, length or huddle. */
const isOfCell = (kind: MeetingKind): boolean => kind === 'REGULAR' || kind === 'THEMATIC';

/** Documents and notice are to go out so many days before (HD 42); an extraordinary meeting has no time for it. */
export function lateNotice(meeting: Judged, noticedAt: string, { reason, ...context }: Why): Deviation[] {
  const rule = meeting.kind === 'EXTRAORDINARY' ? undefined : ruleAt('meeting.docs.before_days', meeting.day, context);
  if (rule === undefined || dayOf(noticedAt) <= addDays(meeting.day, -rule.value)) return [];
  return [deviation(rule, Math.max(0, daysBetween(dayOf(noticedAt), meeting.day)), reason)];
}

/**
 * The regular meeting of a cell is on the ruled day, or, on a holiday or for a reason that was given, in the first week (CT 50).
 * A day of the first week without a reason deviates from the day, one beyond it from the week.
 */
export function wrongDay(meeting: Judged, { reason, ...context }: Why): Deviation[] {
  if (meeting.kind !== 'REGULAR') return [];
  const month = monthOf(meeting.day);
  const ruled = regularDay(month, context);
  if (ruled === undefined || meeting.day === ruled.date || meeting.day === dayIn(month, ruled.rule.value)) return [];
  const week = ruleAt('meeting.regular.fallback', dayIn(month, 1), context);
  const actual = { text: `ngày ${formatVi(meeting.day)}` };
  if (week === undefined) return [deviation(ruled.rule, actual, reason)];
  const dayOfMonth = Number(meeting.day.slice(-2));
  if (dayOfMonth < week.value.from || dayOfMonth > week.value.to) return [deviation(week, actual, reason)];
  return ruled.why === 'holiday' || reason !== undefined ? [] : [deviation(ruled.rule, actual)];
}

/** Whoever leads the cell has prepared the meeting together (HD 42). */
export function noHuddle(meeting: Judged, held: boolean, context: RuleContext = {}): Deviation[] {
  const rule = isOfCell(meeting.kind) && !held ? ruleAt('meeting.prep.required', meeting.day, context) : undefined;
  return rule?.value ? [deviation(rule, { text: 'chưa họp chuẩn bị' })] : [];
}

/** The share of those expected who came, against the target of the day. */
export function fewCame(meeting: Judged, counts: RollCounts, context: RuleContext = {}): Deviation[] {
  const rule = isOfCell(meeting.kind) ? ruleAt('meeting.attendance.target', meeting.day, context) : undefined;
  const { present, expected } = counts;
  if (rule === undefined || expected === 0 || passes(present.total, expected, rule.value, rule.value.how)) return [];
  return [deviation(rule, { text: `${present.total}/${expected} đảng viên` })];
}

/**
 * A meeting shorter than its rule; a combined session is measured by the longer time of its own rule too. `minutes` are whole and
 * rounded down.
 */
export function tooShort(meeting: Judged, minutes: number, { reason, ...context }: Why): Deviation[] {
  if (!isOfCell(meeting.kind)) return [];
  const combined = meeting.coversThematic ? ruleAt('meeting.combined.min_minutes', meeting.day, context) : undefined;
  const plain = ruleAt('meeting.min_minutes', meeting.day, context);
  return [
    ...(combined !== undefined && minutes < combined.value ? [deviation(combined, minutes, reason)] : []),
    ...(plain !== undefined && minutes < plain.value ? [deviation(plain, minutes, reason)] : []),
  ];
}

/**
 * Whether the meeting was the quarter's thematic one. A combined session below its time was the regular meeting only
 * (domain.md §11.3, story 2).
 */
export function countsThematic(meeting: Judged, minutes: number, context: RuleContext = {}): boolean {
  if (meeting.kind === 'THEMATIC') return true;
  return meeting.kind === 'REGULAR' && meeting.coversThematic && tooShort(meeting, minutes, context).length === 0;
}

/** The finished papers are to be out so many days after (HD 42). */
export function latePublication(meeting: Judged, publishedAt: string, { reason, ...context }: Why): Deviation[] {
  const rule = isOfCell(meeting.kind) ? ruleAt('meeting.publish.after_days', meeting.day, context) : undefined;
  const days = daysBetween(meeting.day, dayOf(publishedAt));
  return rule === undefined || days <= rule.value ? [] : [deviation(rule, days, reason)];
}

/** Where the rules are asked for, and what the person says about it, if they say anything. */
export interface Why extends RuleContext {
  readonly reason?: string | undefined;
}
