import type { InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { ProgramState } from '@vungmanh/contracts/inspection/program';
import { Broken } from '@vungmanh/platform/problem';
import { cellNode } from '@vungmanh/testing/given';
import { ProgramEntity } from './program.entity.js';
import { actorsOf, actsFor, isRegistered, issuerOf, judge, paperTypeOf } from './program.rules.js';

const TODAY = '2026-11-23';
const AT = '2026-11-23T02:00:00.000Z';
const draft = (actor: ProgramActor = 'GRASSROOTS_COMMITTEE', state: ProgramState = 'DRAFT'): ProgramEntity =>
  Object.assign(ProgramEntity.draft({ id: 'p', nodeId: 'n', actor, year: 2027, documentId: 'd' }), { state });

const broken = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Broken) return error.code;
    throw error;
  }
  return 'done';
};

describe('a program', () => {
  const approval = { on: '2026-11-20', meeting: 'Hội nghị Ban Chấp hành' };
  const acts: Record<string, (p: ProgramEntity) => unknown> = {
    approve: (p) => p.approve(approval, { today: TODAY, lines: 3 }),
    publish: (p) => p.publish(AT),
    close: (p) => p.close(AT, 0),
    amend: (p) => p.amend(),
  };
  const possible: Record<string, readonly ProgramState[]> = {
    approve: ['DRAFT'],
    publish: ['APPROVED'],
    close: ['PUBLISHED'],
    amend: ['APPROVED', 'PUBLISHED'],
  };

  it.each(Object.keys(acts).flatMap((act) => ProgramState.options.map((state) => [act, state] as const)))('%s in %s', (act, state) => {
    const said = broken(() => acts[act]?.(draft('GRASSROOTS_COMMITTEE', state)));
    expect(said).toBe(possible[act]?.includes(state) ? 'done' : 'inspection/not-in-state');
  });

  it.each([
    ['without a line', draft(), approval, 0, 'inspection/program-empty'],
    ['tomorrow', draft(), { ...approval, on: '2026-11-24' }, 3, 'inspection/in-the-future'],
    ['a committee with a number of its own', draft(), { ...approval, number: '05-CTr/ĐU' }, 3, 'inspection/number-from-register'],
    ['a cell with a number of its own', draft('CELL'), { ...approval, number: '05-KH/CB' }, 3, 'inspection/number-from-register'],
    [
      'a commission with a number of its own',
      draft('INSPECTION_COMMISSION'),
      { ...approval, number: '05-CTr/UBKTĐU' },
      3,
      'inspection/number-from-register',
    ],
    ['an organ with a number of its own', draft('ADVISORY_ORGAN'), { ...approval, number: '05-CTr/BTCĐU' }, 3, 'done'],
  ] as const)('approval %s', (_, program, said, lines, code) => {
    expect(broken(() => program.approve(said, { today: TODAY, lines }))).toBe(code);
  });

  it('is not closed over open lines, and counts its amendments', () => {
    expect(broken(() => draft('CELL', 'PUBLISHED').close(AT, 1))).toBe('inspection/lines-open');
    const program = draft('CELL', 'APPROVED');
    expect([program.amend(), program.amend()]).toEqual([1, 2]);
  });

  it('offers what the state and the rights allow', () => {
    const all = new Set(['inspection:read', 'inspection:plan', 'inspection:approve']);
    expect(ProgramState.options.map((state) => actsFor(state, all))).toEqual([
      ['plan', 'approve'],
      ['publish', 'amend'],
      ['amend', 'follow', 'close'],
      [],
    ]);
    expect(ProgramState.options.flatMap((state) => actsFor(state, new Set(['inspection:read'])))).toEqual([]);
  });
});

describe('who draws up programs', () => {
  const { traits } = cellNode('c');
  const both = { mayHaveInspectionCommission: true, mayHaveAdvisoryOrgans: true };

  it.each([
    ['a cell', {}, ['CELL']],
    ['a section', { inspectsAs: 'SECTION_COMMITTEE' }, ['SECTION_COMMITTEE']],
    ['a commune', { inspectsAs: 'GRASSROOTS_COMMITTEE', ...both }, ['GRASSROOTS_COMMITTEE', 'INSPECTION_COMMISSION', 'ADVISORY_ORGAN']],
    ['a province', { inspectsAs: 'SUPERIOR_COMMITTEE', ...both }, ['SUPERIOR_COMMITTEE', 'INSPECTION_COMMISSION', 'ADVISORY_ORGAN']],
    ['a type that somebody adds', { ...both, mayHaveAdvisoryOrgans: false }, ['CELL', 'INSPECTION_COMMISSION']],
  ] as const)('%s', (_, of, actors) => expect(actorsOf({ ...traits, ...of })).toEqual(actors));

  it('a cell numbers a plan, a committee and its commission a program each in its own book, an organ on paper', () => {
    expect([paperTypeOf('CELL'), paperTypeOf('GRASSROOTS_COMMITTEE')]).toEqual(['KH', 'CTr']);
    expect([isRegistered('CELL'), isRegistered('INSPECTION_COMMISSION'), isRegistered('ADVISORY_ORGAN')]).toEqual([true, true, false]);
    expect([issuerOf('SUPERIOR_COMMITTEE'), issuerOf('INSPECTION_COMMISSION')]).toEqual([undefined, 'INSPECTION_COMMISSION']);
  });
});

// domain.md §5.2
describe('what a body may plan', () => {
  const said = (actor: ProgramActor, kind: InspectionKind, subject: SubjectKind, day = TODAY): string => {
    try {
      return judge({ actor, kind, subject }, day).reportManaged === undefined ? 'MAY' : 'REPORT';
    } catch (error) {
      if (error instanceof Broken) return error.code;
      throw error;
    }
  };

  it.each([
    ['CELL', 'COMPLIANCE_INSPECTION', 'MEMBER', 'MAY'],
    ['CELL', 'SUSPECTED_VIOLATION_INSPECTION', 'MEMBER', 'REPORT'],
    ['CELL', 'COMPLIANCE_INSPECTION', 'ORGANIZATION', 'inspection/not-competent'],
    ['INSPECTION_COMMISSION', 'COMPLIANCE_INSPECTION', 'MEMBER', 'inspection/not-competent'],
    ['INSPECTION_COMMISSION', 'SUSPECTED_VIOLATION_INSPECTION', 'MEMBER', 'MAY'],
    ['ADVISORY_ORGAN', 'SUSPECTED_VIOLATION_INSPECTION', 'ORGANIZATION', 'inspection/not-competent'],
    ['GRASSROOTS_COMMITTEE', 'THEMATIC_SUPERVISION', 'ORGANIZATION', 'MAY'],
  ] as const)('%s, %s, %s: %s', (actor, kind, subject, expected) => expect(said(actor, kind, subject)).toBe(expected));

  it('refuses nothing before the regulation', () => {
    expect(said('ADVISORY_ORGAN', 'SUSPECTED_VIOLATION_INSPECTION', 'ORGANIZATION', '2020-01-01')).toBe('MAY');
  });
});
