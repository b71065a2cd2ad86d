import { RecommendationAct, RecommendationState } from '@vungmanh/contracts/inspection/recommendation';
import { actsFor, checkAct, isOverdue, obligationState, transitions } from './recommendation.rules.js';

const states = RecommendationState.options;
const doer = { doer: true, follows: false };
const follower = { doer: false, follows: true };
const codeOf = (work: () => void): string | undefined => {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : undefined;
  }
  return undefined;
};

describe('the states of a recommendation', () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const goes = ['OPEN REPORTED', 'REOPENED REPORTED', 'REPORTED CLOSED', 'REPORTED REOPENED'].includes(`${from} ${to}`);
    expect(transitions[from].includes(to)).toBe(goes);
  });

  it.each(states)('in %s each may do their own part', (state) => {
    const waits = state === 'OPEN' || state === 'REOPENED';
    expect(actsFor(state, doer)).toEqual(waits ? ['report'] : []);
    expect(actsFor(state, follower)).toEqual(waits ? ['extend'] : state === 'REPORTED' ? ['recheck'] : []);
    expect(obligationState(state)).toBe(state === 'CLOSED' ? 'DONE' : 'OPEN');
    expect(isOverdue({ state, dueOn: '2027-05-09' }, '2027-05-10')).toBe(waits);
    expect(isOverdue({ state, dueOn: '2027-05-10' }, '2027-05-10')).toBe(false);
  });

  it('are no matter of who has no part in it, and nobody looks again at their own work', () => {
    for (const act of RecommendationAct.options) {
      expect(codeOf(() => checkAct(act, 'OPEN', { doer: false, follows: false }))).toBe('inspection/not-your-part');
    }
    expect(codeOf(() => checkAct('recheck', 'REPORTED', { doer: true, follows: true }))).toBe('inspection/not-your-part');
    expect(codeOf(() => checkAct('recheck', 'OPEN', follower))).toBe('inspection/recommendation-not-in-state');
    expect(codeOf(() => checkAct('report', 'OPEN', doer))).toBeUndefined();
  });
});
