import { StudyAct, StudyCampaignAct, StudyCampaignState, type StudyDeadlines, StudyState } from '@vungmanh/contracts/training/study-state';
import {
  areDeadlines,
  campaignActsIn,
  campaignTransitions,
  dropsTier,
  dueIn,
  dueTable,
  isCounted,
  isLate,
  isStudyAct,
  studyActsIn,
  studyTransitions,
} from './study.rules.js';

const cells: StudyDeadlines = { tier: 'CELL', studyBy: '2026-03-31', programBy: '2026-04-30', reviewBy: '2026-12-15' };
const paper = { kind: 'RESOLUTION', number: '57-NQ/TW', issuedOn: '2026-01-15', issuer: 'Bộ Chính trị', subject: 'mô phỏng' } as const;

describe('an organization with a paper (domain.md §6.2; issue 5, item 6)', () => {
  it('goes one step after the other and none back', () => {
    const order = StudyState.options;
    for (const [i, state] of order.entries()) expect(studyTransitions[state]).toEqual(order.slice(i + 1, i + 2));
  });

  it.each([
    ['RECEIVED', ['hold-session', 'finish-study']],
    ['STUDIED', ['hold-session', 'issue-program']],
    ['OWN_PROGRAM_ISSUED', ['hold-session', 'issue-program', 'implement']],
    ['IMPLEMENTING', ['hold-session', 'issue-program', 'review']],
    ['REVIEWED', []],
  ] as const)('may in %s do %j', (state, acts) => {
    expect(studyActsIn(state, true)).toEqual(acts);
    expect(studyActsIn(state, false)).toEqual([]);
  });

  it('is measured by the deadline of the step that comes next', () => {
    expect(StudyState.options.map((state) => dueIn(state, cells))).toEqual(['2026-03-31', '2026-04-30', '2026-12-15', '2026-12-15', '2026-12-15']);
    expect(dueTable([cells])).toHaveLength(StudyState.options.length);
  });

  it.each([
    ['RECEIVED', '2026-03-31', '2026-03-31', false],
    ['RECEIVED', '2026-03-31', '2026-04-01', true],
    ['IMPLEMENTING', '2026-12-15', '2026-12-16', true],
    ['REVIEWED', '2026-12-15', '2027-01-01', false],
  ] as const)('in %s with %s to come is on %s late: %s', (state, due, today, late) => expect(isLate(state, due, today)).toBe(late));

  it('knows every act', () => {
    for (const act of StudyAct.options) expect(StudyState.options.some((state) => isStudyAct(act, state, true))).toBe(true);
  });
});

describe('a campaign', () => {
  it.each([
    ['DRAFT', ['amend', 'cascade', 'cancel']],
    ['UNDER_WAY', ['amend', 'catch-up', 'close', 'cancel']],
    ['CLOSED', []],
    ['CANCELLED', []],
  ] as const)('may in %s be changed by %j', (state, acts) => expect(campaignActsIn(state)).toEqual(acts));

  it('ends in what has nowhere to go, and knows every act', () => {
    expect(StudyCampaignState.options.filter((state) => campaignTransitions[state].length === 0)).toEqual(['CLOSED', 'CANCELLED']);
    expect(new Set(StudyCampaignState.options.flatMap(campaignActsIn)).size).toBe(StudyCampaignAct.options.length);
  });

  it.each([
    ['in order', [cells], true],
    ['all on one day', [{ ...cells, programBy: '2026-03-31', reviewBy: '2026-03-31' }], true],
    ['a program before the study', [{ ...cells, programBy: '2026-03-30' }], false],
    ['a review before the program', [{ ...cells, reviewBy: '2026-04-29' }], false],
    ['before the paper', [{ ...cells, studyBy: '2026-01-14' }], false],
    ['one level twice', [cells, cells], false],
    ['two levels', [cells, { ...cells, tier: 'GRASSROOTS' as const }], true],
  ])('takes deadlines: %s', (_name, deadlines, right) => expect(areDeadlines({ paper, deadlines })).toBe(right));

  it('leaves no level that takes part without deadlines', () => {
    expect(dropsTier([cells], [{ ...cells, tier: 'GRASSROOTS' }])).toBe(true);
    expect(
      dropsTier(
        [cells],
        [
          { ...cells, studyBy: '2026-04-01' },
          { ...cells, tier: 'GRASSROOTS' },
        ],
      ),
    ).toBe(false);
  });
});

it.each([
  [10, 10, 10, true],
  [10, 0, 0, true],
  [10, 11, 0, false],
  [10, 8, 9, false],
])('of %d called %d there with %d essays: %s', (expected, attended, essays, right) => expect(isCounted({ expected, attended, essays })).toBe(right));
