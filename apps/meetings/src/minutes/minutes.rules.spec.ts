import type { Verb } from '../meeting/meeting.rules.js';
import { bothConfirmed, confirmsAs, isLocked, papersAllow, takesAddenda, type StoredConfirmation } from './minutes.rules.js';

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

describe('what the page offers', () => {
  const [chair, taker] = [by('secretary', 'CHAIR'), by('deputy', 'MINUTE_TAKER')];
  const asked: Verb[] = ['write-minutes', 'read-back', 'confirm-minutes', 'declare-signed', 'add-addendum', 'adopt-resolution', 'publish'];
  it.each<[string, string | undefined, StoredConfirmation[], boolean, Verb[]]>([
    ['the chair, nobody has confirmed', 'secretary', [], false, ['write-minutes', 'read-back', 'confirm-minutes', 'adopt-resolution', 'publish']],
    ['a member, nobody has confirmed', 'member', [], true, ['write-minutes', 'read-back', 'publish']],
    ['an account without a person', undefined, [], true, ['write-minutes', 'read-back', 'publish']],
    ['the chair, who has confirmed', 'secretary', [chair], true, ['add-addendum', 'publish']],
    ['the minute-taker, after the chair', 'deputy', [chair], true, ['confirm-minutes', 'add-addendum', 'publish']],
    ['the chair, both have confirmed', 'secretary', [chair, taker], true, ['declare-signed', 'add-addendum', 'publish']],
  ])('to %s', (_who, person, confirmations, adopted, verbs) => {
    expect(asked.filter((verb) => papersAllow(verb, { state: 'CLOSED', confirmations, adopted, confirmers: meeting, person }))).toEqual(verbs);
  });
});

it('a meeting that came signed from before the platform takes addenda though nobody confirmed it here', () => {
  expect(takesAddenda('PUBLISHED', [])).toBe(true);
  expect(takesAddenda('MINUTES_SIGNED', [])).toBe(true);
  expect(takesAddenda('CLOSED', [])).toBe(false);
});
