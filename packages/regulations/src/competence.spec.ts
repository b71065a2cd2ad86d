import { competenceAt, competenceIn, mayThematic } from './competence.js';
import { competences } from './competence-table.js';
import { disciplineCompetenceAt, disciplineCompetenceIn, disciplineCompetences } from './discipline-competence.js';
import { InspectionKind, Inspector } from '@vungmanh/contracts/inspection/kind';
import { ruleAt } from './rule-at.js';

const TODAY = '2026-11-22';
const member = { subject: 'MEMBER', managedByHigherLevel: false } as const;
const managed = { subject: 'MEMBER', managedByHigherLevel: true } as const;
const organization = { subject: 'ORGANIZATION', managedByHigherLevel: false } as const;

describe('who may inspect and supervise', () => {
  // domain.md §5.2
  it.each([
    ['CELL', 'COMPLIANCE_INSPECTION', member, 'MAY'],
    ['CELL', 'COMPLIANCE_INSPECTION', managed, 'MAY'],
    ['CELL', 'COMPLIANCE_INSPECTION', organization, 'MAY_NOT'],
    ['CELL', 'SUSPECTED_VIOLATION_INSPECTION', member, 'MAY'],
    ['CELL', 'SUSPECTED_VIOLATION_INSPECTION', managed, 'REPORT_IN_WRITING'],
    ['CELL', 'REGULAR_SUPERVISION', managed, 'MAY'],
    ['CELL', 'THEMATIC_SUPERVISION', member, 'MAY_WITH'],
    ['CELL_COMMITTEE', 'COMPLIANCE_INSPECTION', member, 'MAY_WITH'],
    ['CELL_COMMITTEE', 'SUSPECTED_VIOLATION_INSPECTION', member, 'MAY_NOT'],
    ['CELL_COMMITTEE', 'REGULAR_SUPERVISION', member, 'MAY_WITH'],
    ['CELL_COMMITTEE', 'THEMATIC_SUPERVISION', member, 'MAY_NOT'],
    ['SECTION_COMMITTEE', 'SUSPECTED_VIOLATION_INSPECTION', member, 'MAY'],
    ['GRASSROOTS_COMMITTEE', 'THEMATIC_INSPECTION', organization, 'MAY'],
    ['GRASSROOTS_COMMITTEE', 'SUSPECTED_VIOLATION_INSPECTION', organization, 'MAY'],
    ['GRASSROOTS_COMMITTEE', 'SUSPECTED_VIOLATION_INSPECTION', managed, 'MAY_WITH'],
    ['SUPERIOR_COMMITTEE', 'THEMATIC_SUPERVISION', organization, 'MAY'],
    ['INSPECTION_COMMISSION', 'SUSPECTED_VIOLATION_INSPECTION', managed, 'MAY'],
    ['INSPECTION_COMMISSION', 'COMPLIANCE_INSPECTION', organization, 'MAY_WITH'],
    ['INSPECTION_COMMISSION', 'COMPLIANCE_INSPECTION', member, 'MAY_NOT'],
    ['INSPECTION_COMMISSION', 'THEMATIC_SUPERVISION', member, 'MAY'],
    ['ADVISORY_ORGAN', 'THEMATIC_INSPECTION', organization, 'MAY_WITH'],
    ['ADVISORY_ORGAN', 'SUSPECTED_VIOLATION_INSPECTION', member, 'MAY_NOT'],
    ['ADVISORY_ORGAN', 'REGULAR_SUPERVISION', organization, 'MAY'],
  ] as const)('%s, %s, %j: %s', (actor, act, of, verdict) => {
    expect(competenceAt(actor, act, of, TODAY)?.verdict).toBe(verdict);
  });

  it('answers everybody about everything since the regulation, and nobody before it', () => {
    for (const actor of Inspector.options) {
      for (const act of InspectionKind.options) {
        for (const whom of [member, managed, organization]) {
          const found = competenceAt(actor, act, whom, TODAY);
          expect(found?.says).toMatch(/^\p{Lu}.*\.$/su);
          expect(found?.source).toMatch(/\d{4}/);
          expect(found?.covers === undefined).toBe(found?.verdict === 'MAY_NOT' || found?.verdict === 'REPORT_IN_WRITING');
          expect(competenceAt(actor, act, whom, '2022-08-29')).toBeUndefined();
        }
      }
    }
    expect(competenceAt('CELL', 'SUSPECTED_VIOLATION_INSPECTION', managed, '2026-04-10')).toBeUndefined();
  });

  it('tells a refused person what to do, and the condition with the number of the register', () => {
    expect(competenceAt('CELL', 'SUSPECTED_VIOLATION_INSPECTION', managed, TODAY)).toMatchObject({
      says: expect.stringContaining('Hãy báo cáo bằng văn bản với cấp ủy có thẩm quyền'),
      source: 'QĐ 21-QĐ/TW, 11/4/2026',
      mark: 'Q',
    });
    const limit = ruleAt('supervise.cell.thematic_members', TODAY);
    const thematic = competenceAt('CELL', 'THEMATIC_SUPERVISION', member, TODAY);
    expect(thematic?.says).toContain(limit?.says);
    expect(thematic?.source).toContain('HD 08-HD/TW, 10/6/2025');
  });

  it('an organization has no manager above that changes anything', () => {
    for (const actor of Inspector.options)
      for (const act of InspectionKind.options)
        expect(competenceAt(actor, act, { ...organization, managedByHigherLevel: true }, TODAY)).toEqual(
          competenceAt(actor, act, organization, TODAY),
        );
  });

  it('follows another table and its days', () => {
    const other = competenceIn([
      {
        ...competences[2],
        actor: 'CELL',
        acts: ['SUSPECTED_VIOLATION_INSPECTION'],
        verdict: 'MAY',
        says: 'Được.',
        validFrom: '2027-01-01',
        source: 'QĐ 2027',
        mark: 'G',
      },
      ...competences.map((row) => ({ ...row, validTo: '2027-01-01' })),
    ]);
    expect(other('CELL', 'SUSPECTED_VIOLATION_INSPECTION', managed, '2026-12-31')?.verdict).toBe('REPORT_IN_WRITING');
    expect(other('CELL', 'SUSPECTED_VIOLATION_INSPECTION', managed, '2027-01-01')?.verdict).toBe('MAY');
    expect(other('CELL', 'COMPLIANCE_INSPECTION', member, '2027-01-01')).toBeUndefined();
  });

  it.each([
    [{ hasCommittee: true, members: 9, dispersed: false, groups: 0 }, true],
    [{ hasCommittee: false, members: 31, dispersed: true, groups: 0 }, true],
    [{ hasCommittee: false, members: 30, dispersed: true, groups: 0 }, false],
    [{ hasCommittee: false, members: 31, dispersed: false, groups: 1 }, false],
    [{ hasCommittee: false, members: 20, dispersed: false, groups: 2 }, true],
  ])('thematic supervision by a cell %j: %s', (cell, may) => {
    expect(mayThematic(cell, TODAY)).toBe(may);
    expect(mayThematic(cell, '2025-06-09')).toBeUndefined();
  });
});

describe('who may discipline', () => {
  const official = { subject: 'OFFICIAL_MEMBER', managedByHigherLevel: false, assignedBySuperior: false } as const;

  // domain.md §5.2, §5.4
  it.each([
    ['CELL', 'REPRIMAND', official, 'MAY'],
    ['CELL', 'WARNING', { ...official, managedByHigherLevel: true }, 'MAY'],
    ['CELL', 'WARNING', { ...official, managedByHigherLevel: true, assignedBySuperior: true }, 'MAY_NOT'],
    ['CELL', 'DISMISSAL', official, 'PROPOSES'],
    ['CELL', 'EXPULSION', official, 'PROPOSES'],
    ['CELL', 'DISBANDMENT', { ...official, subject: 'ORGANIZATION' }, 'MAY_NOT'],
    ['CELL_COMMITTEE', 'REPRIMAND', official, 'MAY_NOT'],
    ['GRASSROOTS_COMMITTEE', 'WARNING', official, 'MAY_WITH'],
    ['INSPECTION_COMMISSION', 'EXPULSION', official, 'MAY_WITH'],
    ['ADVISORY_ORGAN', 'REPRIMAND', official, 'MAY_NOT'],
  ] as const)('%s, %s, %j: %s', (actor, form, of, verdict) => {
    const found = disciplineCompetenceAt(actor, form, of, TODAY);
    expect(found?.verdict).toBe(verdict);
    expect(found?.says).toMatch(/^\p{Lu}.*\.$/su);
    expect(disciplineCompetenceAt(actor, form, of, '2026-04-10')).toBeUndefined();
  });

  it('follows another table', () => {
    const strict = disciplineCompetenceIn(disciplineCompetences.map((row) => (row.verdict === 'MAY' ? { ...row, verdict: 'PROPOSES' } : row)));
    expect(strict('CELL', 'REPRIMAND', official, TODAY)?.verdict).toBe('PROPOSES');
  });
});
