import type { NodeType } from '@vungmanh/contracts/organization/node-type';
import { searchText } from '@vungmanh/contracts/text';
import type { CalendarDate } from '@vungmanh/contracts/types';

/** A type with what only this service needs of it. */
export interface TypeRow extends NodeType {
  /** Words before the name of the organization in the name of its committee; empty for a cell, which is called as it is. */
  bodyTitle: string;
}

/** The row of a type that is in force on a day. */
export function typeOn(types: readonly TypeRow[], code: string, day: CalendarDate): TypeRow | undefined {
  return types.find((t) => t.code === code && t.validFrom <= day && (t.validTo === undefined || day < t.validTo));
}

/** Whether an organization of the type may stand right below one of the other. */
export const mayStandBelow = (type: TypeRow, parentTypeCode: string): boolean => type.allowedParents.includes(parentTypeCode);

/**
 * The type that a person means by its code or its label on a day. One label may be that of several types (chi bộ): then the
 * one that may stand below the parent.
 */
export function typeMeant(types: readonly TypeRow[], written: string, day: CalendarDate, parentTypeCode: string | undefined): TypeRow | undefined {
  const text = searchText(written);
  const inForce = types.filter((t) => typeOn([t], t.code, day) !== undefined);
  const byCode = inForce.find((t) => t.code.toLowerCase() === text);
  if (byCode) return byCode;
  // Names change by decree, the organization stays: an earlier label of a type that is still in force means the type.
  const codes = new Set(types.filter((t) => searchText(t.label) === text).map((t) => t.code));
  const meant = inForce.filter((t) => codes.has(t.code));
  return meant.find((t) => parentTypeCode !== undefined && mayStandBelow(t, parentTypeCode)) ?? meant[0];
}

/** Whether the text is the code of a type or a label that it has or once had, in force or not. */
export const isCalled = (types: readonly TypeRow[], code: string, written: string): boolean =>
  types.some((t) => t.code === code && [t.code.toLowerCase(), searchText(t.label)].includes(searchText(written)));
