import type { Deviation } from '@vungmanh/contracts/deviation';
import type { BodyKind, Post } from '@vungmanh/contracts/organization/body';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { deviation } from '@vungmanh/regulations/deviation';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

/** The order in which a committee is read. */
export const postOrder: Record<Post, number> = { SECRETARY: 1, STANDING_DEPUTY: 2, DEPUTY: 3, STANDING_MEMBER: 4, MEMBER: 5 };

/** What the rules need to know of a body on a day. */
export interface BodyFacts extends RuleContext {
  kind: BodyKind;
  nodeType: string;
  on: CalendarDate;
  /** Official members of the cell; absent while membership has told nothing of it. */
  officialMembers?: number | undefined;
}

/** Refuses a post that this kind of body does not have: a cell has no standing committee (Điều lệ Đảng, Điều 24). */
export function checkPost(kind: BodyKind, post: Post): void {
  if (kind === 'CELL' && (post === 'STANDING_MEMBER' || post === 'STANDING_DEPUTY')) throw new Broken('organization/post-unfit');
}

/** Refuses posts that are given to two, or two posts to one. */
export function checkSeats(seats: readonly { personId: string; post: Post }[]): void {
  const single = seats.filter((s) => s.post === 'SECRETARY' || s.post === 'STANDING_DEPUTY').map((s) => s.post);
  if (new Set(single).size < single.length) throw new Broken('organization/post-taken');
  if (new Set(seats.map((s) => s.personId)).size < seats.length) throw new Broken('organization/person-seated');
}

/** Where the committee that these posts make up is not as the regulations want it. It stands all the same. */
export function committeeDeviations(body: BodyFacts, posts: readonly Post[], reason?: string): Deviation[] {
  return [...cellCommittee(body, posts, reason), ...standingCommittee(body, posts, reason)];
}

/** A cell below the threshold has a secretary, perhaps a deputy, and no committee. */
function cellCommittee(body: BodyFacts, posts: readonly Post[], reason?: string): Deviation[] {
  if (body.kind !== 'CELL' || body.officialMembers === undefined || !posts.includes('MEMBER')) return [];
  const rule = ruleAt('cell.committee_threshold', body.on, body);
  return rule && body.officialMembers < rule.value ? [deviation(rule, body.officialMembers, reason)] : [];
}

/** Where there is a standing committee it is no more than its share of the committee; compared in integers. */
function standingCommittee(body: BodyFacts, posts: readonly Post[], reason?: string): Deviation[] {
  if (!posts.includes('STANDING_MEMBER')) return [];
  const rule = ruleAt('standing.max_ratio', body.on, body);
  const standing = posts.filter((p) => p !== 'MEMBER').length;
  if (!rule || standing * rule.value.den <= rule.value.num * posts.length) return [];
  return [deviation(rule, { text: `${standing}/${posts.length}` }, reason)];
}

/** How long a term would have been by the rule; a planned end on another day deviates. */
export function termDeviations(body: BodyFacts, from: CalendarDate, plannedTo: CalendarDate | undefined, reason?: string): Deviation[] {
  if (plannedTo === undefined) return [];
  if (plannedTo <= from) throw new Broken('organization/term-backwards');
  const rule = ruleAt(body.nodeType === 'CELL' ? 'term.sub_cell' : 'term.committee', from, body);
  if (!rule || plannedTo <= monthsAfter(from, rule.value)) return [];
  return [deviation(rule, { text: `đến ${plannedTo.split('-').toReversed().join('/')}` }, reason)];
}

/** The same day so many months later; the last day of a shorter month. */
function monthsAfter(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
