import type { BodyRow } from '@vungmanh/contracts/organization/body';
import { addMonths } from '@vungmanh/regulations/calendar';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { firstDue, isOfTheBase, nextDue, remindUntil, spanOf, wantedOfBody, wantedOfMember } from './duty.rules.js';

const TODAY = '2027-05-10';
const [body, node, one, two] = ['b', 'n', 'p1', 'p2'];
const yearly = ruleAt('training.position.every_months', TODAY)?.value ?? 0;
const seat = (post: BodyRow['seats'][number]['post'], from: string, more: { personId?: string; to?: string } = {}) => ({
  personId: one,
  post,
  from,
  ...more,
});
const cell = (...seats: BodyRow['seats']) => wantedOfBody({ id: body, nodeId: node, kind: 'CELL', seats }, TODAY);

// domain.md §6.2: secretaries and committee members are trained each year [S0].
describe('what a seat asks', () => {
  it('of the newly elected is due after as many months as the register says', () => {
    expect(cell(seat('SECRETARY', '2027-05-03'))).toEqual([
      {
        personId: one,
        originId: body,
        nodeId: node,
        position: 'CELL_SECRETARY',
        course: 'CELL_SECRETARY_COMMITTEE',
        since: '2027-05-03',
        dueOn: addMonths('2027-05-03', yearly),
        months: yearly,
      },
    ]);
  });

  it.each([
    ['SECRETARY', 'CELL_SECRETARY'],
    ['STANDING_DEPUTY', 'CELL_DEPUTY'],
    ['DEPUTY', 'CELL_DEPUTY'],
    ['MEMBER', 'CELL_COMMITTEE_MEMBER'],
  ] as const)('of a %s of a cell is that of a %s', (post, position) => {
    expect(cell(seat(post, '2027-01-01'))).toMatchObject([{ position }]);
  });

  it('of who sits in it from tomorrow, or until today, is nothing', () => {
    expect(cell(seat('SECRETARY', '2027-05-11'), seat('DEPUTY', '2020-01-01', { personId: two, to: TODAY }))).toEqual([]);
  });

  it('of who holds two posts is owed once, for the higher', () => {
    expect(cell(seat('MEMBER', '2026-01-01'), seat('SECRETARY', '2027-01-01'))).toMatchObject([{ position: 'CELL_SECRETARY', since: '2027-01-01' }]);
  });

  it('of a committee of the base is the work of the Party; of one above it nothing', () => {
    const [wanted] = wantedOfBody({ id: body, nodeId: node, kind: 'COMMITTEE', seats: [seat('DEPUTY', '2027-01-01')] }, TODAY);
    expect(wanted).toMatchObject({ position: 'COMMITTEE_DEPUTY', course: 'PARTY_WORK' });
    expect((['GRASSROOTS_COMMITTEE', 'SECTION_COMMITTEE', 'SUPERIOR_COMMITTEE'] as const).map((as) => isOfTheBase('COMMITTEE', as))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('asks nothing before any rule was in force', () => {
    expect(wantedOfBody({ id: body, nodeId: node, kind: 'CELL', seats: [seat('SECRETARY', '2009-01-01')] }, '2010-01-01')).toEqual([]);
  });
});

describe('when it is due', () => {
  it.each([
    // [since, today, months, repeats, due]
    ['2027-05-03', TODAY, 12, true, '2028-05-03'],
    // Nobody is late with what nobody has asked of them.
    ['2010-01-01', TODAY, 12, true, '2028-01-01'],
    ['2026-05-10', TODAY, 12, true, '2027-05-10'],
    ['2026-05-09', TODAY, 12, true, '2028-05-09'],
    ['2026-05-09', TODAY, 6, true, '2027-11-09'],
    ['2024-02-29', TODAY, 12, true, '2028-02-29'],
    // What is taken once is due when it is due.
    ['2025-01-31', TODAY, 12, false, '2026-01-31'],
    ['2026-08-31', TODAY, 6, false, '2027-02-28'],
  ] as const)('since %s, on %s, within %i months, again and again: %s', (since, today, months, repeats, due) => {
    expect(firstDue(since, today, { months, repeats })).toBe(due);
  });

  it('next, counts from the day on which it was passed', () => {
    expect(nextDue('CELL_DEPUTY', '2027-03-31')).toBe(addMonths('2027-03-31', yearly));
    expect(nextDue('PROBATIONARY_MEMBER', '2027-03-31')).toBeUndefined();
    expect(nextDue('NAMED', '2027-03-31')).toBeUndefined();
  });

  it('is told by spans that do not overlap', () => {
    expect(spanOf('OVERDUE', TODAY)).toEqual({ to: '2027-05-09' });
    expect(spanOf('SOON', TODAY)).toEqual({ from: TODAY, to: remindUntil(TODAY) });
    expect(spanOf('YEAR', TODAY)).toEqual({ to: '2027-12-31' });
    expect(spanOf('ALL', TODAY)).toEqual({});
  });
});

// domain.md §6.2: the course for new members is needed for recognition, and so within the probation (Điều lệ Đảng, Điều 5).
describe('what a status asks', () => {
  const months = ruleAt('probation.months', TODAY)?.value ?? 0;
  const row = (status: 'PROBATIONARY' | 'OFFICIAL', from: string) => ({
    id: one,
    statuses: [{ status, from }],
    enrollments: [{ kind: 'OFFICIAL' as const, nodeId: node, from: '2020-01-01' }],
  });

  it('of a probationary member is the course for new ones, before the probation ends', () => {
    expect(wantedOfMember(row('PROBATIONARY', '2026-08-01'), TODAY)).toEqual([
      {
        personId: one,
        originId: one,
        nodeId: node,
        position: 'PROBATIONARY_MEMBER',
        course: 'NEW_MEMBER',
        since: '2026-08-01',
        dueOn: addMonths('2026-08-01', months),
      },
    ]);
  });

  it('of an official member, or of one who belongs to no cell, is nothing', () => {
    expect(wantedOfMember(row('OFFICIAL', '2026-08-01'), TODAY)).toEqual([]);
    expect(wantedOfMember({ ...row('PROBATIONARY', '2026-08-01'), enrollments: [] }, TODAY)).toEqual([]);
  });
});
