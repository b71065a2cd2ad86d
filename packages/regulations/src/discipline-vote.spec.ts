import { DisciplineForm } from '@vungmanh/contracts/inspection/kind';
import { disciplineForms, disciplineVote } from './discipline-vote.js';
import type { DisciplineBallot } from './discipline-vote.js';
import type { RuleContext, RuleOverride } from './rule-at.js';

const TODAY = '2026-11-22';
const cell = (votes: DisciplineBallot['votes'], voters = 20, expulsion: DisciplineBallot['expulsion'] = 'PROPOSED'): DisciplineBallot => ({
  subject: 'OFFICIAL_MEMBER',
  votes,
  voters,
  expulsion,
});
const stricter: RuleOverride<'discipline.vote'>[] = [
  {
    key: 'discipline.vote',
    value: { num: 2, den: 3, how: 'at-least' },
    nodeId: 'province',
    validFrom: '2026-05-01',
    source: 'QĐ 03-QĐ/TU, 01/5/2026',
  },
];
const local: RuleContext = { path: ['province'], overrides: stricter };

describe('the cumulative vote on discipline', () => {
  // domain.md §11.3, story 8, and its neighbors
  it.each([
    ['story 8', { REPRIMAND: 8, WARNING: 7, DISMISSAL: 3, EXPULSION: 2 }, 20, 'WARNING', 'ADDED_VOTES', 'khai trừ 2; +3 = 5; +7 = 12 > 10'],
    ['own votes', { REPRIMAND: 2, WARNING: 11 }, 20, 'WARNING', 'OWN_VOTES', 'cảnh cáo 11 > 10'],
    ['exactly half is not enough', { REPRIMAND: 10 }, 20, undefined, undefined, 'khiển trách 10 ≤ 10'],
    ['all of them together are not enough', { REPRIMAND: 5, WARNING: 3, EXPULSION: 2 }, 20, undefined, undefined, 'khai trừ 2; +3 = 5; +5 = 10 ≤ 10'],
    ['an odd number of members', { REPRIMAND: 4, WARNING: 7 }, 21, 'REPRIMAND', 'ADDED_VOTES', 'cảnh cáo 7; +4 = 11 > 10'],
    ['expulsion needs two thirds to be proposed', { EXPULSION: 14 }, 20, 'EXPULSION', 'OWN_VOTES', 'khai trừ 14 > 13'],
    ['one less becomes dismissal', { EXPULSION: 13 }, 20, 'DISMISSAL', 'ADDED_VOTES', 'khai trừ 13 < 14; +0 = 13 > 10'],
    ['nobody', {}, 20, undefined, undefined, 'khiển trách 0 ≤ 10'],
  ] as const)('%s', (_what, votes, voters, form, by, sums) => {
    const result = disciplineVote(cell(votes, voters), TODAY);
    expect([result?.form, result?.by, result?.sums]).toEqual([form, by, sums]);
    expect(result?.rule.source).toBe('QĐ 21-QĐ/TW, 11/4/2026');
  });

  it('follows a second set of values: two thirds for every form', () => {
    const votes = { REPRIMAND: 8, WARNING: 7, DISMISSAL: 3, EXPULSION: 2 };
    expect(disciplineVote(cell(votes), TODAY, local)).toMatchObject({ form: 'REPRIMAND', sums: 'khai trừ 2; +3 = 5; +7 = 12; +8 = 20 > 13' });
    expect(disciplineVote(cell({ WARNING: 13 }), TODAY, local)?.form).toBeUndefined();
    expect(disciplineVote(cell({ WARNING: 14 }), TODAY, local)?.form).toBe('WARNING');
  });

  it('a body that decides expulsion itself decides it by the majority for every form', () => {
    expect(disciplineVote(cell({ EXPULSION: 13 }, 20, 'DECIDED'), TODAY)?.form).toBe('EXPULSION');
  });

  it('probationary members and organizations have forms of their own', () => {
    expect(disciplineForms('PROBATIONARY_MEMBER', TODAY)).toEqual(['REPRIMAND', 'WARNING']);
    expect(disciplineForms('ORGANIZATION', TODAY)).toEqual(['REPRIMAND', 'WARNING', 'DISBANDMENT']);
    const organization = { subject: 'ORGANIZATION', votes: { DISBANDMENT: 4, WARNING: 5 }, voters: 15, expulsion: 'DECIDED' } as const;
    expect(disciplineVote(organization, TODAY)).toMatchObject({ form: 'WARNING', sums: 'giải tán 4; +5 = 9 > 7' });
    const probationary = { subject: 'PROBATIONARY_MEMBER', voters: 20, expulsion: 'PROPOSED' } as const;
    expect(disciplineVote({ ...probationary, votes: { WARNING: 11 } }, TODAY)?.form).toBe('WARNING');
    expect(() => disciplineVote({ ...probationary, votes: { EXPULSION: 14 } }, TODAY)).toThrow(RangeError);
  });

  it.each([[{ WARNING: 21 }], [{ REPRIMAND: 11, WARNING: 10 }], [{ WARNING: -1 }], [{ WARNING: 1.5 }], [{ WARNING: Number.NaN }]])(
    '%j is no ballot of 20',
    (votes) => {
      expect(() => disciplineVote(cell(votes), TODAY)).toThrow(RangeError);
    },
  );

  it('knows no forms before the regulation was in force', () => {
    expect(disciplineVote(cell({ WARNING: 20 }), '2026-04-10')).toBeUndefined();
  });

  const weight = (form: DisciplineForm | undefined): number => (form === undefined ? -1 : DisciplineForm.options.indexOf(form));
  const forms = disciplineForms('OFFICIAL_MEMBER', TODAY);

  it.each([
    ['the register', {}],
    ['a second set of values', local],
  ])('by %s, over every ballot of up to 9 members: moving one vote to a lighter form never makes the outcome heavier', (_set, context) => {
    let seen = 0;
    for (let voters = 1; voters <= 9; voters++) {
      for (const counts of ballots(voters, forms.length)) {
        const votesOf = (list: readonly number[]) => Object.fromEntries(forms.map((form, i) => [form, list[i] ?? 0]));
        const result = disciplineVote(cell(votesOf(counts), voters), TODAY, context);
        const sums = result?.steps.map((step) => step.sum) ?? [];
        expect(sums.every((sum, i) => Number.isSafeInteger(sum) && sum <= voters && sum >= (sums[i - 1] ?? 0))).toBe(true);
        expect(result?.steps.at(-1)?.passed).toBe(result?.form !== undefined);
        for (let heavy = 1; heavy < forms.length; heavy++) {
          if ((counts[heavy] ?? 0) === 0) continue;
          const lighter = counts.map((n, i) => (i === heavy ? n - 1 : i === heavy - 1 ? n + 1 : n));
          seen += 1;
          expect(weight(disciplineVote(cell(votesOf(lighter), voters), TODAY, context)?.form)).toBeLessThanOrEqual(weight(result?.form));
        }
      }
    }
    expect(seen).toBeGreaterThan(1000);
  });
});

/** Every way to share at most `voters` votes among `forms` forms. */
function ballots(voters: number, forms: number): number[][] {
  if (forms === 0) return [[]];
  return Array.from({ length: voters + 1 }, (_, n) => ballots(voters - n, forms - 1).map((rest) => [n, ...rest])).flat();
}
