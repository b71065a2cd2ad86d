import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { mayStandBelow, typeOn, type TypeRow } from '../node-type/node-type.rules.js';

/** Where a new organization is to stand. */
export interface ParentFacts {
  typeCode: string;
  status: 'ACTIVE' | 'ENDED';
  /** The day from which the parent itself stands in the tree; absent for the province. */
  standsFrom?: CalendarDate;
}

export interface NewNodeFacts {
  typeCode: string;
  code: string;
  establishedOn: CalendarDate;
  today: CalendarDate;
}

/** The type of an organization that may be established so, or the rule that it breaks. */
export function checkEstablish(facts: NewNodeFacts, parent: ParentFacts, types: readonly TypeRow[]): TypeRow {
  if (facts.establishedOn > facts.today) throw new Broken('organization/date-in-future');
  if (parent.status === 'ENDED') throw new Broken('organization/parent-ended');
  if (parent.standsFrom !== undefined && facts.establishedOn < parent.standsFrom) throw new Broken('organization/before-parent');
  const type = typeOn(types, facts.typeCode, facts.establishedOn);
  if (!type) throw new Broken('organization/type-unknown');
  if (!mayStandBelow(type, parent.typeCode)) throw new Broken('organization/type-not-allowed');
  if (!codeFits(type, facts.code)) throw new Broken('organization/code-malformed');
  return type;
}

/** Whether a code has the form that the type asks for. */
export const codeFits = (type: TypeRow, code: string): boolean => new RegExp(type.codePattern, 'u').test(code);

/** Refuses a new name that would not come after the one that stands. */
export function checkRename(
  next: { name: string; from: CalendarDate; today: CalendarDate },
  now: { name: string; from: CalendarDate; status: string },
): void {
  if (now.status === 'ENDED') throw new Broken('organization/node-ended');
  if (next.from > next.today) throw new Broken('organization/date-in-future');
  if (next.name === now.name) throw new Broken('organization/name-same');
  if (next.from <= now.from) throw new Broken('organization/name-older');
}
