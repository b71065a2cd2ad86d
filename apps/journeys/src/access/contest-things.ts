import { addContest } from '@vungmanh/contracts/training/contest';
import { addRound, enterPeople, getRound, openRound, setJury } from '@vungmanh/contracts/training/contest-round';
import type { Person } from '../person.js';
import { DAY } from './places.js';

const rules = {
  title: 'Mô phỏng',
  ground: 'Kế hoạch mô phỏng',
  criteria: [{ key: 'situation', label: 'Tình huống', part: 'SITUATION' as const, max: 10 }],
  ties: [],
};

export const contestOf = async (officer: Person, nodeId: string): Promise<string> => (await officer.doOnceKnown(addContest, { nodeId, ...rules })).id;

const planned = { level: 'COMMUNE' as const, title: 'Mô phỏng', heldOn: DAY, place: 'Mô phỏng' };

/** A round that takes nobody yet. */
export const roundOf = async (officer: Person, contestId: string, nodeId: string): Promise<string> =>
  (await officer.do(addRound, { contestId, nodeId, ...planned })).id;

/** A round of the commune that takes people, with one of them and a juror. */
export async function juryRound(
  { officer, secretary }: { officer: Person; secretary: Person },
  contestId: string,
  nodes: { commune: string; cell: string },
  who: { juror: string; entrant: string },
): Promise<{ roundId: string; entryId: string }> {
  const round = await officer.do(addRound, { contestId, nodeId: nodes.commune, ...planned });
  const roundId = round.id;
  const open = await officer.do(openRound, { roundId }, round);
  await officer.do(setJury, { roundId, jurors: [{ personId: who.juror, role: 'CHAIR' }] }, open);
  await secretary.doOnceKnown(enterPeople, { roundId, nodeId: nodes.cell, personIds: [who.entrant] });
  const { entries } = await officer.do(getRound, { roundId });
  return { roundId, entryId: entries[0]?.id ?? '' };
}
