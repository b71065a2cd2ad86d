import type { Vote } from '@vungmanh/contracts/meetings/vote';
import type { BodyKind } from '@vungmanh/contracts/organization/body';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { votesNeeded } from '@vungmanh/regulations/majority';
import { checkBallot, checkOfficial, judgeVote, printedVote } from './vote.rules.js';

const DAY = '2026-12-03';
const body = (kind: BodyKind = 'CELL') => ({ kind, day: DAY });
const ballot = (inFavor: number, matter: Vote['matter'] = 'RESOLUTION') => ({ matter, inFavor, against: 0, noOpinion: 0 });
const electorate = (denominator: number, voters = denominator) => ({ official: denominator, denominator, voters });

describe('the majority of a vote', () => {
  // Điều lệ Đảng, Điều 9; 208-QĐ/TW: more than half. Điều 4 and 5: at least two thirds (domain.md §11.3, story 4).
  it.each<[Vote['matter'], BodyKind, number, number, boolean]>([
    ['RESOLUTION', 'CELL', 24, 26, true],
    ['RESOLUTION', 'CELL', 13, 26, false],
    ['RESOLUTION', 'CELL', 14, 26, true],
    ['RESOLUTION', 'COMMITTEE', 8, 15, true],
    ['RESOLUTION', 'COMMITTEE', 7, 15, false],
    ['OTHER', 'CELL', 11, 20, true],
    ['OTHER', 'CELL', 10, 20, false],
    ['ADMISSION', 'CELL', 14, 20, true],
    ['ADMISSION', 'CELL', 13, 20, false],
    ['ADMISSION', 'CELL', 4, 6, true],
    ['ADMISSION', 'COMMITTEE', 10, 15, true],
    ['ADMISSION', 'COMMITTEE', 9, 15, false],
    ['RECOGNITION', 'CELL', 6, 9, true],
    ['RECOGNITION', 'CELL', 5, 9, false],
    ['RESOLUTION', 'CELL', 0, 0, false],
  ])('%s in a %s: %d of %d', (matter, kind, inFavor, denominator, passed) => {
    expect(judgeVote(body(kind), ballot(inFavor, matter), electorate(denominator))).toMatchObject({ passed, denominator });
  });

  it.each([3, 9, 20, 26, 57, 100])('asks of %d what the register says, not one vote less', (denominator) => {
    for (const [matter, key] of [
      ['RESOLUTION', 'vote.majority'],
      ['ADMISSION', 'admission.cell_majority'],
    ] as const) {
      const rule = ruleAt(key, DAY);
      const needed = rule && votesNeeded(denominator, rule.value, rule.value.how);
      if (needed === undefined) throw new Error(`no rule ${key}`);
      expect(judgeVote(body(), ballot(needed, matter), electorate(denominator))).toEqual({ denominator, passed: true, ruleSource: rule?.source });
      expect(judgeVote(body(), ballot(needed - 1, matter), electorate(denominator)).passed).toBe(false);
    }
  });

  it('is the stricter one that a committee has set for its cells, from its day on', () => {
    const overrides = [
      {
        key: 'vote.majority' as const,
        value: { num: 3, den: 4, how: 'at-least' as const },
        nodeId: 'xã',
        validFrom: '2026-12-01',
        source: 'Quy chế 02',
      },
    ];
    const within = { ...body(), path: ['chi bộ', 'xã'], overrides };
    expect(judgeVote(within, ballot(19), electorate(26))).toEqual({ denominator: 26, passed: false, ruleSource: 'Quy chế 02' });
    expect(judgeVote(within, ballot(20), electorate(26)).passed).toBe(true);
    expect(judgeVote({ ...within, day: '2026-11-30' }, ballot(19), electorate(26)).passed).toBe(true);
  });
});

describe('who may vote', () => {
  // domain.md §11.3, story 1: of 27 members 26 are official, 24 official ones are there.
  it('lets no more vote than may: a probationary member beside them has no vote', () => {
    expect(() => checkBallot(ballot(24), electorate(26, 24))).not.toThrow();
    expect(() => checkBallot({ ...ballot(23), against: 1, noOpinion: 1 }, electorate(26, 24))).toThrow('meetings/more-votes-than-voters');
    expect(() => checkBallot(ballot(25), electorate(26, 24))).toThrow('meetings/more-votes-than-voters');
  });

  // Điều lệ Đảng, Điều 21, 24.
  it.each([
    ['CELL', 2, true],
    ['CELL', 3, false],
    ['COMMITTEE', 2, false],
  ] as const)('a %s of %d', (kind, official, refused) => {
    const check = () => checkOfficial(body(kind), official);
    if (refused) expect(check).toThrow('meetings/too-few-official');
    else expect(check).not.toThrow();
  });
});

it.each([
  [24, 26, '24/26 (92,3%)'],
  [20, 20, '20/20 (100%)'],
  [0, 3, '0/3 (0%)'],
])('prints %d of %d as %s', (inFavor, denominator, printed) => expect(printedVote(inFavor, denominator)).toBe(printed));
