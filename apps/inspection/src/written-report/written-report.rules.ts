import type { WrittenReportAct, WrittenReportState } from '@vungmanh/contracts/inspection/written-report-state';
import { Broken } from '@vungmanh/platform/problem';

/** What came in is acknowledged before anything else; a case that was stopped may be followed by another, and the answer is the last word. */
export const transitions: Readonly<Record<WrittenReportState, readonly WrittenReportState[]>> = {
  SENT: ['RECEIVED'],
  RECEIVED: ['TAKEN_UP', 'ANSWERED'],
  TAKEN_UP: ['TAKEN_UP', 'ANSWERED'],
  ANSWERED: [],
};

const leadsTo: Readonly<Record<WrittenReportAct, WrittenReportState>> = { acknowledge: 'RECEIVED', 'open-case': 'TAKEN_UP', answer: 'ANSWERED' };
const actNames = Object.keys(leadsTo) as WrittenReportAct[];

/** The state to which the act leads; refuses who only sent it, and an act out of its turn: `inspection/not-your-part`, `inspection/report-not-in-state`. */
export function stateAfter(act: WrittenReportAct, state: WrittenReportState, receives: boolean): WrittenReportState {
  if (!receives) throw new Broken('inspection/not-your-part');
  const to = leadsTo[act];
  if (!transitions[state].includes(to)) throw new Broken('inspection/report-not-in-state');
  return to;
}

/** What the person may do with it now. */
export const actsFor = (state: WrittenReportState, receives: boolean): WrittenReportAct[] =>
  receives ? actNames.filter((act) => transitions[state].includes(leadsTo[act])) : [];

/** How far it is, as the person may know: who sent it is told nothing of a case. */
export const shownState = (state: WrittenReportState, receives: boolean): WrittenReportState =>
  !receives && state === 'TAKEN_UP' ? 'RECEIVED' : state;
