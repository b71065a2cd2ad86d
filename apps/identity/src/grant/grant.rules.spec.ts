import type { Permission } from '@vungmanh/contracts/permission';
import { excessOf, type Holding, ungivableTo } from './grant.rules.js';

const GIVES: Permission = 'identity:manage-grants';
const READS: Permission = 'meetings:read';
const WRITES: Permission = 'meetings:take-minutes';

const holding = (nodeId: string, below: boolean, rest: Partial<Holding> = {}): Holding => ({
  nodeId,
  below,
  permissions: [GIVES, READS],
  handsOn: [],
  ...rest,
});

/** province > commune > cell; `sibling` stands beside the commune. What is above an organization, itself included. */
const above: Record<string, string[]> = {
  province: ['province'],
  commune: ['commune', 'province'],
  cell: ['cell', 'commune', 'province'],
  sibling: ['sibling', 'province'],
};

describe('what somebody may give', () => {
  const whole = holding('commune', true);
  it.each<[string, Holding[], { at: string; below?: boolean; what?: Permission[]; to?: string }, ReturnType<typeof excessOf>]>([
    ['at their own organization', [whole], { at: 'commune' }, undefined],
    ['at their own organization and below it', [whole], { at: 'commune', below: true }, undefined],
    ['below their own organization', [whole], { at: 'cell', below: true }, undefined],
    ['the right to give itself', [whole], { at: 'cell', what: [GIVES] }, undefined],
    ['above their own organization', [whole], { at: 'province' }, 'identity/beyond-own'],
    ['beside their own organization', [whole], { at: 'sibling' }, 'identity/beyond-own'],
    ['below, holding it at one organization alone', [holding('commune', false)], { at: 'commune', below: true }, 'identity/beyond-own'],
    ['in a child, holding it at the parent alone', [holding('commune', false)], { at: 'cell' }, 'identity/beyond-own'],
    ['at one organization, holding it there alone', [holding('commune', false)], { at: 'commune' }, undefined],
    ['"and below" where nothing stands below today', [holding('cell', false)], { at: 'cell', below: true }, 'identity/beyond-own'],
    ['what they do not hold', [whole], { at: 'cell', what: [WRITES] }, 'identity/permission-not-held'],
    ['a role of which they lack one permission', [whole], { at: 'cell', what: [READS, WRITES] }, 'identity/permission-not-held'],
    [
      'what they hold elsewhere only',
      [whole, holding('sibling', true, { permissions: [WRITES] })],
      { at: 'cell', what: [WRITES] },
      'identity/permission-not-held',
    ],
    [
      'what they hold there by another grant',
      [whole, holding('province', true, { permissions: [WRITES] })],
      { at: 'cell', what: [WRITES] },
      undefined,
    ],
    [
      'what they hold at that organization alone, below it',
      [whole, holding('commune', false, { permissions: [WRITES] })],
      { at: 'commune', below: true, what: [WRITES] },
      'identity/permission-not-held',
    ],
    ['what they may only hand on', [holding('commune', true, { handsOn: [WRITES] })], { at: 'cell', what: [WRITES] }, undefined],
    [
      'by a right to give that they may only hand on',
      [holding('commune', true, { permissions: [READS], handsOn: [GIVES] })],
      { at: 'cell' },
      'identity/beyond-own',
    ],
    ['without end, holding it to a day', [holding('commune', true, { validTo: '2026-06-01' })], { at: 'cell' }, 'identity/longer-than-own'],
    [
      'to a later day than they hold it',
      [holding('commune', true, { validTo: '2026-06-01' })],
      { at: 'cell', to: '2026-06-02' },
      'identity/longer-than-own',
    ],
    ['to the day to which they hold it', [holding('commune', true, { validTo: '2026-06-01' })], { at: 'cell', to: '2026-06-01' }, undefined],
    [
      'longer than the grant with that permission',
      [whole, holding('province', true, { permissions: [WRITES], validTo: '2026-06-01' })],
      { at: 'cell', what: [WRITES] },
      'identity/longer-than-own',
    ],
    ['holding nothing', [], { at: 'cell' }, 'identity/beyond-own'],
  ])('%s', (_case, holdings, { at, below = false, what = [READS], to }, expected) => {
    expect(excessOf(holdings, { nodeId: at, below, permissions: what, validTo: to }, new Set(above[at]))).toBe(expected);
  });

  it('never reaches further than what they hold, whatever they hold', () => {
    const nodes = Object.keys(above);
    const reach = (nodeId: string, below: boolean): string[] => nodes.filter((n) => (below ? above[n]?.includes(nodeId) : n === nodeId));
    for (const [held, heldBelow, given, givenBelow] of nodes.flatMap((a) =>
      [true, false].flatMap((ab) => nodes.flatMap((b) => [true, false].map((bb) => [a, ab, b, bb] as const))),
    )) {
      const allowed =
        excessOf([holding(held, heldBelow)], { nodeId: given, below: givenBelow, permissions: [READS] }, new Set(above[given])) === undefined;
      const inside = reach(given, givenBelow).every((n) => reach(held, heldBelow).includes(n));
      // Below a leaf stands nothing today, and may tomorrow.
      expect({ held, heldBelow, given, givenBelow, allowed }).toEqual({
        held,
        heldBelow,
        given,
        givenBelow,
        allowed: inside && (heldBelow || !givenBelow),
      });
    }
  });
});

it.each([
  ['a', 'a', '2026-01-01', undefined, 'identity/own-account'],
  ['a', 'b', '2026-01-01', '2026-01-01', 'identity/period-empty'],
  ['a', 'b', '2026-01-02', '2026-01-01', 'identity/period-empty'],
  ['a', 'b', '2026-01-01', '2026-01-02', undefined],
  ['a', 'b', '2026-01-01', undefined, undefined],
])('%s gives %s something from %s to %s', (giver, accountId, validFrom, validTo, expected) => {
  expect(ungivableTo(giver, { accountId, validFrom, validTo })).toBe(expected);
});
