import type { DraftItem, Resolution } from '@vungmanh/contracts/meetings/resolution';
import { Broken } from '@vungmanh/platform/problem';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

/** An item that can become a task. */
export interface CompleteItem extends DraftItem {
  readonly requirement: string;
  readonly measure: string;
  readonly deadline: string;
  readonly checkerId: string;
}

type Missing = Resolution['missing'][number];

/** Whether an item has a field that the rule names. Who does the work cannot be the one who checks it. */
const has: Readonly<Record<string, (item: DraftItem) => boolean>> = {
  content: () => true,
  requirement: (i) => i.requirement !== undefined,
  measure: (i) => i.measure !== undefined,
  deadline: (i) => i.deadline !== undefined,
  doer: (i) => i.doerIds.length > 0 || i.doerIsBody,
  checker: (i) => i.checkerId !== undefined && !i.doerIds.includes(i.checkerId),
  degree: (i) => i.degree !== undefined,
};

/** What the items still lack on that day (seed 000: content, requirement, measure, deadline, doer, checker), item by item. */
export function missingFields(items: readonly DraftItem[], day: string, context: RuleContext): Missing[] {
  const fields = ruleAt('resolution.item.fields', day, context)?.value ?? [];
  return items.flatMap((item) => fields.filter((field) => has[field]?.(item) === false).map((field) => ({ itemId: item.id, field })));
}

/** The items, each with all that a task needs. Throws `meetings/no-items` or `meetings/item-incomplete`. */
export function completeItems(items: readonly DraftItem[], day: string, context: RuleContext): CompleteItem[] {
  if (items.length === 0) throw new Broken('meetings/no-items');
  const [first] = missingFields(items, day, context);
  if (first) throw incomplete(items, first.itemId);
  return items.map((item) => {
    const { requirement = '', measure = '', deadline, checkerId } = item;
    if (deadline === undefined || checkerId === undefined) throw incomplete(items, item.id);
    return { ...item, requirement, measure, deadline, checkerId };
  });
}

/** Throws `meetings/deadline-past` for an item that was due before the day of the meeting. */
export function checkDeadlines(items: readonly CompleteItem[], day: string): void {
  if (items.some((i) => i.deadline < day)) throw new Broken('meetings/deadline-past');
}

/** Everybody whom the items name must be on the roll. Throws `meetings/not-on-the-roll`. */
export function checkPeople(items: readonly DraftItem[], roll: ReadonlySet<string>): void {
  const named = items.flatMap((i) => [...i.doerIds, ...(i.checkerId === undefined ? [] : [i.checkerId])]);
  if (named.some((id) => !roll.has(id))) throw new Broken('meetings/not-on-the-roll');
}

function incomplete(items: readonly DraftItem[], itemId: string): Broken {
  const at = items.findIndex((i) => i.id === itemId);
  return new Broken('meetings/item-incomplete', `Việc thứ ${at + 1}: ${items[at]?.content ?? ''}`);
}
