import { WrittenReportAct, WrittenReportState } from '@vungmanh/contracts/inspection/written-report-state';
import { actsFor, shownState, stateAfter, transitions } from './written-report.rules.js';

const states = WrittenReportState.options;
const ways = ['SENT RECEIVED', 'RECEIVED TAKEN_UP', 'RECEIVED ANSWERED', 'TAKEN_UP TAKEN_UP', 'TAKEN_UP ANSWERED'];

describe('a report in writing', () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    expect(transitions[from].includes(to)).toBe(ways.includes(`${from} ${to}`));
  });

  it.each(states.flatMap((state) => WrittenReportAct.options.map((act) => [act, state] as const)))('%s in %s', (act, state) => {
    const to = { acknowledge: 'RECEIVED', 'open-case': 'TAKEN_UP', answer: 'ANSWERED' }[act];
    const possible = ways.includes(`${state} ${to}`);
    expect(actsFor(state, true).includes(act)).toBe(possible);
    expect(actsFor(state, false)).toEqual([]);
    if (possible) expect(stateAfter(act, state, true)).toBe(to);
    else expect(() => stateAfter(act, state, true)).toThrow('inspection/report-not-in-state');
    expect(() => stateAfter(act, state, false)).toThrow('inspection/not-your-part');
  });

  it('tells its sender nothing of a case', () => {
    expect(states.map((state) => shownState(state, false))).toEqual(['SENT', 'RECEIVED', 'RECEIVED', 'ANSWERED']);
    expect(states.map((state) => shownState(state, true))).toEqual(states);
  });
});
