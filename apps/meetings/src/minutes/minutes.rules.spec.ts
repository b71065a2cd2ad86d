import { bothConfirmed, confirmsAs, isLocked, type StoredConfirmation } from './minutes.rules.js';

const meeting = { chairId: 'secretary', minuteTakerId: 'deputy' };
const by = (personId: string, as: StoredConfirmation['as']): StoredConfirmation => ({ personId, as, at: '2026-12-03T14:00:00Z' });

describe('who confirms minutes', () => {
  // Two signatures: the minute-taker's on the left, the chair's on the right (domain.md §4.6).
  it('the chair and the minute-taker, each as themselves', () => {
    expect(confirmsAs('secretary', meeting)).toBe('CHAIR');
    expect(confirmsAs('deputy', meeting)).toBe('MINUTE_TAKER');
  });

  it.each([
    ['another member', 'member', meeting],
    ['an account without a person', undefined, meeting],
    ['an account without a person, where nobody is named', undefined, { chairId: null, minuteTakerId: null }],
  ])('nobody else: %s', (_who, person, confirmers) => {
    expect(() => confirmsAs(person, confirmers)).toThrow('meetings/not-yours-to-confirm');
  });

  it.each<[StoredConfirmation[], boolean, boolean]>([
    [[], false, false],
    [[by('secretary', 'CHAIR')], true, false],
    [[by('deputy', 'MINUTE_TAKER')], true, false],
    [[by('deputy', 'MINUTE_TAKER'), by('secretary', 'CHAIR')], true, true],
  ])('%j', (confirmations, locked, both) => {
    expect(isLocked(confirmations)).toBe(locked);
    expect(bothConfirmed(confirmations)).toBe(both);
  });
});
