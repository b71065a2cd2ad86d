import { addCheckFinding, findingsOfCheck, getCheckCell } from '@vungmanh/contracts/inspection/check-cell';
import { checkedCells } from '@vungmanh/contracts/inspection/check-notice';
import {
  concludeMeetingCheck,
  getMeetingCheck,
  openMeetingCheck,
  publishMeetingCheck,
  startMeetingCheck,
} from '@vungmanh/contracts/inspection/meeting-check';
import { clockAheadMs, eventually } from '../time.js';
import { Person } from '../person.js';
import { type Cast, LENT, LENT_AND_OVER } from './cast.js';
import type { People } from './people.js';
import type { Places } from './places.js';

const DAYS = 20 * 86_400_000;
const dayAhead = (): string => new Date(Date.now() + clockAheadMs() + DAYS).toISOString().slice(0, 10);
const running = (): string => {
  const day = new Date(Date.now() + clockAheadMs()).toISOString();
  return `${day.slice(0, 4)}-H${day.slice(5, 7) > '06' ? 2 : 1}`;
};

/** The checks of the matrix: one that runs, and lends its team a minute book; one that is over and was told to its cells. */
export interface Checks {
  readonly running: string;
  readonly told: string;
  readonly findingId: string;
  /** Who leads both. */
  readonly leader: string;
}

export async function makeChecks({ nodes }: Places, cast: Cast): Promise<Checks> {
  const checker = await Person.signedIn('checker');
  const seen = (checkId: string) => checker.do(getMeetingCheck, { checkId });
  const started = async (nodeId: string, member: string): Promise<string> => {
    await checker.doOnceKnown(checkedCells, { nodeId });
    const { id: checkId } = await checker.do(openMeetingCheck, { nodeId, half: running(), plannedEnd: dayAhead(), teamIds: [member] });
    await eventually(
      () => seen(checkId),
      (check) => check.countedAt !== undefined,
    );
    // What is counted in the background moves the version on.
    await eventually(
      async () => checker.send(startMeetingCheck, { checkId }, await seen(checkId)),
      ({ ok }) => ok,
    );
    await eventually(
      () => seen(checkId),
      (check) => check.readableUntil !== undefined,
    );
    return checkId;
  };
  const [lent, over] = [cast.player(LENT), cast.player(LENT_AND_OVER)];
  const goingOn = await started(nodes.beside, lent.person ?? '');
  const told = await started(nodes.commune, over.person ?? '');
  const ofCell = { checkId: told, nodeId: nodes.cell };
  const weak = { kind: 'SHORTCOMING' as const, text: 'Mô phỏng', proposal: 'Mô phỏng', due: dayAhead() };
  await checker.do(addCheckFinding, { ...ofCell, ...weak }, await checker.do(getCheckCell, ofCell));
  const notice = { strengths: ['Mô phỏng'], weaknesses: [], practices: [], demands: [] };
  await checker.do(concludeMeetingCheck, { checkId: told, notice, uncheckedBecause: 'Mô phỏng' }, await seen(told));
  await checker.do(publishMeetingCheck, { checkId: told }, await seen(told));
  const { items } = await checker.do(findingsOfCheck, { checkId: told });
  const lentNow = await eventually(
    async () => (await (await Person.signedIn(lent.username ?? '')).session()).grants.filter((g) => g.source !== undefined),
    (grants) => grants.length > 0,
  );
  for (const { id, nodeId, below, role } of lentNow) cast.lend(lent, { id, nodeId, below, permissions: role.permissions, counts: true });
  const gone = async () => (await (await Person.signedIn(over.username ?? '')).session()).grants.filter((g) => g.source !== undefined);
  await eventually(gone, (grants) => grants.length === 0);
  return { running: goingOn, told, findingId: items[0]?.id ?? '', leader: cast.player('checker').person ?? '' };
}

/** Everybody who is in a cell of the commune today: they read the notice of the check that was told. */
export const toldPeople = (people: People): string[] => [...people.of.cell, ...people.of.nextCell];
