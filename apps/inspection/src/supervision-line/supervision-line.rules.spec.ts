import { SupervisionState } from '@vungmanh/contracts/inspection/member-supervision';
import { SupervisionLineAct, type Proposal } from '@vungmanh/contracts/inspection/supervision-line';
import { competences, type Verdict } from '@vungmanh/regulations/competence-table';
import { isLineActPossible, lineActsFor, offersAt, offersOf } from './supervision-line.rules.js';

const COMMITTEE: SupervisionLineAct[] = ['note', 'remind', 'propose', 'report'];
const managed = { referred: false, reported: false, offered: offersOf({ verdict: 'REPORT_IN_WRITING', says: '', source: '' }) };
const plain = { referred: false, reported: false, offered: offersOf({ verdict: 'MAY', says: '', source: '' }) };
const seated = { own: false, seated: true };

describe('acts on a line', () => {
  it.each(SupervisionState.options)('%s', (state) => {
    for (const act of SupervisionLineAct.options) {
      const possible = act === 'answer' ? state !== 'DRAFT' : state === 'OPEN';
      expect([act, isLineActPossible(act, state)]).toEqual([act, possible]);
    }
  });

  it.each<[string, { own: boolean; seated: boolean }, SupervisionLineAct[]]>([
    ['the committee of the cell', seated, COMMITTEE],
    ['the member', { own: true, seated: false }, ['answer']],
    ['a member of the committee, about themselves', { own: true, seated: true }, ['answer']],
    ['anybody else', { own: false, seated: false }, []],
  ])('are offered to %s', (_who, relation, acts) => {
    expect(lineActsFor('OPEN', relation, managed)).toEqual(acts);
    expect(lineActsFor('OPEN', relation, plain)).toEqual(acts.filter((act) => act !== 'report'));
    expect(lineActsFor('DRAFT', relation, managed)).toEqual([]);
    expect(lineActsFor('CLOSED', relation, managed)).toEqual(acts.filter((act) => act === 'answer'));
  });

  it('what was referred is not proposed anew, and what was reported not reported again', () => {
    expect(lineActsFor('OPEN', seated, { ...plain, referred: true })).toEqual(['note', 'remind']);
    expect(lineActsFor('OPEN', seated, { ...managed, reported: true })).toEqual(['note', 'remind', 'propose']);
  });
});

describe('what a cell may propose', () => {
  it.each<[Verdict | undefined, Proposal[], boolean]>([
    [undefined, ['COMMEND', 'HELP', 'REMIND', 'REFER'], false],
    ['MAY', ['COMMEND', 'HELP', 'REMIND', 'REFER'], false],
    ['MAY_WITH', ['COMMEND', 'HELP', 'REMIND', 'REFER'], false],
    ['MAY_NOT', ['COMMEND', 'HELP', 'REMIND'], false],
    ['REPORT_IN_WRITING', ['COMMEND', 'HELP', 'REMIND'], true],
  ])('where it %s', (verdict, proposals, report) => {
    expect(offersOf(verdict && { verdict, says: 'Câu', source: 'Nguồn' })).toMatchObject({ proposals, report });
  });

  it('follows from the table of competences and its days (21-QĐ/TW)', () => {
    const from = competences.find((row) => row.actor === 'CELL' && row.managedByHigherLevel === true)?.validFrom ?? '';
    expect(offersAt(true, from)).toMatchObject({ report: true, says: expect.stringContaining('báo cáo bằng văn bản'.slice(1)) });
    expect(offersAt(true, from).proposals).not.toContain('REFER');
    expect(offersAt(false, from)).toMatchObject({ report: false });
    expect(offersAt(false, from).proposals).toContain('REFER');
    expect(offersAt(true, '1990-01-01').says).toBeUndefined();
  });
});
