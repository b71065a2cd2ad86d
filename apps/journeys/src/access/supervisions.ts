import { createAccount } from '@vungmanh/contracts/identity/account';
import { drawUpSupervision, openSupervision } from '@vungmanh/contracts/inspection/member-supervision';
import { listSupervisionLines } from '@vungmanh/contracts/inspection/supervision-line';
import { quarterOf } from '@vungmanh/regulations/calendar';
import { Person } from '../person.js';
import { clockAheadMs, eventually } from '../time.js';
import type { Cast } from './cast.js';

/** The quarter of today on the platform. */
export const quarterNow = () => quarterOf(new Date(Date.now() + clockAheadMs()).toISOString().slice(0, 7));

/** The quarter of a cell, told to its members, and the line of one of them. `seated` leads the cell and plays in the matrix. */
export async function openedQuarter(officer: Person, cast: Cast, cell: { place: string; nodeId: string; seated: string; member: string }) {
  const { nodeId, seated, member } = cell;
  const username = `chi-uy-${cell.place.toLowerCase()}`;
  const about = { username, password: 'Vungmanh@2026', displayName: 'Chi ủy (mô phỏng)' };
  await officer.do(createAccount, { ...about, roleCode: 'CELL_COMMITTEE_MEMBER', nodeId, below: false });
  const leader = await Person.signedIn(username);
  const drawn = await eventually(
    () => leader.doOnceKnown(drawUpSupervision, { nodeId, quarter: quarterNow() }),
    ({ lines }) => lines > 1,
    15_000,
  );
  const { id: supervisionId } = await leader.do(openSupervision, { supervisionId: drawn.id }, drawn);
  const player = cast.players.find((p) => p.person === seated && p.username !== undefined && p.onBehalfOf === undefined);
  const reader = await Person.signedIn(player?.username ?? '');
  const { items } = await reader.doOnceKnown(listSupervisionLines, { supervisionId, limit: 200 });
  return { supervisionId, supervisionLineId: items.find((row) => row.personId === member)?.id ?? '' };
}
