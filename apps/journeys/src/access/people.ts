import { getMember } from '@vungmanh/contracts/membership/member';
import { changeStatus, enterMember, transferMember } from '@vungmanh/contracts/membership/member-change';
import type { Person } from '../person.js';
import { CELLS, DAY, type PlaceName, type Places } from './places.js';

/** Members by their cell, in the order of their entry, and two whose membership went on elsewhere. */
export interface People {
  readonly of: Readonly<Record<(typeof CELLS)[number], readonly string[]>>;
  /** Of the cell until they were struck off. */
  readonly ended: string;
  /** Of the cell until they moved to the cell of the other commune. */
  readonly movedAway: string;
}

/** So many in the first cell that every role has a member of its own; the others are small. */
export async function enterPeople(officer: Person, { nodes }: Places, inFirst: number): Promise<People> {
  const enter = async (place: PlaceName, name: string): Promise<string> => {
    const dates = { admittedOn: '2000-02-03', officialOn: '2001-02-03', enrolledOn: DAY };
    return (await officer.doOnceKnown(enterMember, { nodeId: nodes[place], name: `${name} Mô Phỏng`, status: 'OFFICIAL', ...dates })).id;
  };
  const all = async (place: PlaceName, count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let i = 0; i < count; i += 1) ids.push(await enter(place, `Đảng viên ${place} ${i}`));
    return ids;
  };
  const [cell, nextCell, elsewhere] = await Promise.all([all('cell', inFirst), all('nextCell', 4), all('elsewhere', 3)]);
  const [ended, movedAway] = [await enter('cell', 'Người đã thôi'), await enter('cell', 'Người chuyển đi')];
  const seen = async (personId: string) => officer.do(getMember, { personId });
  await officer.do(
    changeStatus,
    { personId: ended, status: 'LEFT', from: '2026-08-20', decision: '01-QĐ/ĐU', reason: 'mô phỏng' },
    await seen(ended),
  );
  await officer.do(transferMember, { personId: movedAway, toNodeId: nodes.elsewhere, from: '2026-08-20' }, await seen(movedAway));
  return { of: { cell, nextCell, elsewhere }, ended, movedAway };
}
