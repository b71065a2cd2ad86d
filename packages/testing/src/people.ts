import type { RosterRow } from '@vungmanh/contracts/membership/roster';
import type { BodyRow } from '@vungmanh/contracts/organization/body';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import { randomUUID } from 'node:crypto';

const LONG_AGO = '2010-01-01';

/** An official member of a cell since long ago, as membership tells of them; `changes` make another one of them. */
export function member(cell: NodeRow, name: string, changes: Partial<RosterRow> = {}): RosterRow {
  return {
    id: randomUUID(),
    version: 1,
    name,
    birthYear: 1970,
    statuses: [{ status: 'OFFICIAL', from: LONG_AGO }],
    enrollments: [{ kind: 'OFFICIAL', nodeId: cell.id, from: LONG_AGO }],
    exemptions: [],
    away: [],
    ...changes,
  };
}

/** So many members with names of their own. */
export const members = (cell: NodeRow, count: number): RosterRow[] =>
  Array.from({ length: count }, (_, i) => member(cell, `Nguyễn Văn ${String.fromCodePoint(65 + (i % 26))}${i + 1}`));

/** The body in which a cell meets; the first of `seated` is its secretary, the second its deputy. */
export function cellBody(cell: NodeRow, seated: readonly RosterRow[] = [], changes: Partial<BodyRow> = {}): BodyRow {
  return {
    id: randomUUID(),
    version: 1,
    nodeId: cell.id,
    kind: 'CELL',
    name: cell.name,
    meets: true,
    seats: seated.map((person, i) => ({ personId: person.id, post: i === 0 ? 'SECRETARY' : i === 1 ? 'DEPUTY' : 'MEMBER', from: LONG_AGO })),
    followers: [],
    ...changes,
  };
}
