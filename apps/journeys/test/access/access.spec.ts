import { ROWS_ALONE, WITHOUT_GUARD } from '../../setup/mutants.mjs';
import { withFileOfAnother, withKeyOfAnother, withSessionOfAnother } from '../../src/access/borrowed.js';
import { comparisons, someOf, wrongRows } from '../../src/access/compare.js';
import { crossed } from '../../src/access/crossed.js';
import { Judge, judgeAll } from '../../src/access/judge.js';
import { lostMutants, openWith, survivors } from '../../src/access/mutants.js';
import { few, PARTS, sampled, seed, whole } from '../../src/access/sampling.js';
import { setStage, type Stage } from '../../src/access/stage.js';
import { type Reached, type RoleUrls, ownRows, rowsWithin, tablesOf, withoutRowSecurity } from '../../src/access/secured.js';
import { broughtIn, takenOut } from '../../src/access/workbooks.js';
import { moveTo } from '../../src/time.js';

let stage: Stage;
let judge: Judge;
const services: readonly RoleUrls[] = JSON.parse(process.env['TEST_ROLE_URLS'] ?? '[]');

beforeAll(async () => {
  // Whatever day others have left.
  await moveTo('2026-10-01T02:00:00Z');
  stage = await setStage(process.env['TEST_PROVINCE_ID'] ?? '');
  judge = await Judge.open(stage);
}, 240_000);
afterAll(() => judge?.close());

// Before the cells: what they let in makes more of some things.
it('answers in lists, searches and figures the rows that the rules give, and no other', async () => {
  const all = someOf(comparisons(stage), seed, whole ? 1 : PARTS);
  const wrong: string[] = [];
  for (const one of all) wrong.push(...(await wrongRows(stage, one)));
  console.log(`access matrix: ${all.length} lists compared row by row, seed ${seed}; ${wrong.length} wrong`);
  expect(all.length).toBeGreaterThan(whole ? 800 : 30);
  expect({ wrong: wrong.length, first: wrong.slice(0, 40) }).toEqual({ wrong: 0, first: [] });
}, 600_000);

it('takes out and brings in by workbooks what the rules give, and no other', async () => {
  const { cell, nextCell } = stage.people.of;
  const all = { codes: ['99.801', '99.801.001', '99.801.002'], members: cell.length + nextCell.length };
  expect(await takenOut(stage, 'committee-officer-tree')).toEqual(all);
  expect(await takenOut(stage, 'committee-officer-node')).toEqual({ codes: ['99.801'], members: 0 });
  expect(await broughtIn(stage)).toBe('organization/import-reaches-below');
});

it(`lets in whoever the rules let in and nobody else: ${whole ? 'everything' : `one part of ${PARTS}, seed ${seed}`}`, async () => {
  const cases = sampled(stage);
  const wrong = await judgeAll(judge, cases);
  console.log(`access matrix: ${cases.length} cells, seed ${seed}${whole ? ', whole' : ''}; ${wrong.length} wrong`);
  expect(cases.length).toBeGreaterThan(whole ? 50_000 : 5000);
  expect({ wrong: wrong.length, first: wrong.slice(0, 40) }).toEqual({ wrong: 0, first: [] });
}, 1_200_000);

it('does nothing with a thing out of reach that is named beside one in reach', async () => {
  const { tried, wrong } = await crossed(stage);
  expect(tried).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});

it('gives nobody what another’s key, file or session stands for', async () => {
  expect(await withKeyOfAnother(stage)).toEqual({ refused: 'request/forbidden', allowed: 'done', isTheirs: false });
  expect(await withFileOfAnother(stage)).toEqual({ attached: 'meetings/file-missing', imported: 'organization/file-unknown' });
  expect(await withSessionOfAnother(stage)).toEqual({ listed: false, ended: 'request/not-found', goesOn: true });
});

describe('row security, with no guard and no scope before it', () => {
  it('stands before every table, or the table says why not', async () => {
    for (const urls of services) {
      const silent = (await tablesOf(urls)).filter(({ secured, reason }) => !secured && !reason?.startsWith('open: '));
      expect({ service: urls.service, silent }).toEqual({ service: urls.service, silent: [] });
    }
  });

  it('gives an unscoped statement the rows in reach and no other', async () => {
    const { nodes, parents } = stage.places;
    const reaches: Record<string, Reached> = {
      nothing: {},
      'a cell': { trees: [nodes.cell] },
      'a commune': { trees: [nodes.commune] },
      'a commune alone': { nodes: [nodes.commune] },
      'two at once': { trees: [nodes.beside], nodes: [nodes.nextCell] },
      'the province': { everything: 'province' },
      everything: { everything: 'system' },
    };
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const urls of services)
      for (const role of ['app', 'read'] as const)
        for (const [name, reach] of Object.entries(reaches))
          for (const [table, [found, due]] of Object.entries(await rowsWithin(urls, role, reach, parents))) {
            if (found !== due) wrong.push(`${urls.service}.${table} as ${role}, ${name}: ${found} rows instead of ${due}`);
            if (name !== 'everything' && due > 0) seen.add(`${urls.service}.${table}`);
          }
    expect(wrong).toEqual([]);
    // A table without a row would prove nothing.
    console.log(`row security: ${seen.size} tables with rows`);
    expect(seen.size).toBeGreaterThan(15);
  }, 120_000);

  it('gives a person their own rows alone', async () => {
    const person = stage.people.of.cell[0] ?? '';
    const own = {
      member_now: 'person_id = $1',
      person: 'id = $1',
      enrollment: 'person_id = $1',
      member_status: 'person_id = $1',
      audit: '$1 = any(persons)',
    };
    const urls = services.find(({ service }) => service === 'membership');
    if (!urls) throw new Error('The register has no database');
    expect(await ownRows(urls, person, own)).toEqual(Object.keys(own).map((table) => ({ table, others: 0, some: true })));
    const [onMe] = stage.things['case-on-me'];
    const inspected = services.find(({ service }) => service === 'inspection');
    if (!inspected || !onMe?.people?.[0]) throw new Error('Nobody is the subject of a case');
    const listed = { inspection_case: '$1 = any(listed_ids)', case_document: 'true', case_note: 'false', case_step: 'false', case_access: 'false' };
    const seen = await ownRows(inspected, onMe.people[0], listed);
    expect(seen.map(({ table, others, some }) => [table, others, some])).toEqual([
      ['inspection_case', 0, true],
      ['case_document', 0, true],
      ['case_note', 0, false],
      ['case_step', 0, false],
      ['case_access', 0, false],
    ]);
  });
});

it('can still make every fault of the guard that it must find', () => {
  expect(lostMutants()).toEqual([]);
});

/** What has no statement of its own that could be narrowed; row security stands behind the guard then. */
const NOT_NARROWED = ['organization.committee.list', 'organization.node.history', 'organization.register.page'];
/** Names of organizations and bodies, which no policy hides: of their people and papers nothing is there. */
const NAMES = ['organization.committee.list', 'organization.node.history'];
/** The same where no statement is narrowed; and who may do what, which is judged by all grants of an account and so by open rows. */
const NAMES_AND_RIGHTS = [
  'identity.node-access.list',
  'identity.node-access.short',
  'inspection.coverage.children',
  'inspection.duty.list',
  'inspection.member-supervision.counts',
  'inspection.member-supervision.progress',
  'inspection.program.choices',
  'inspection.report.get',
  'inspection.report.trend',
  'organization.committee.list',
  'organization.follower.list',
  'organization.node.detail',
  'organization.node.history',
  'training.duty.roll-up',
  'training.study-campaign.counts',
];

(whole ? describe : describe.skip)('each layer', () => {
  it('is there without the other: what names an organization narrows itself', async () => {
    expect(await withoutRowSecurity(services, () => openWith(WITHOUT_GUARD, stage, judge))).toEqual(NOT_NARROWED);
    expect(await openWith(WITHOUT_GUARD, stage, judge)).toEqual(NAMES);
  }, 120_000);

  it('is there without both: row security alone lets nothing of an organization out but its name and who holds rights there', async () => {
    expect(await openWith(ROWS_ALONE, stage, judge)).toEqual(NAMES_AND_RIGHTS);
  }, 120_000);

  it('is needed: every fault of the guard, the grants and the scope is found', async () => {
    const { survived, killed } = await withoutRowSecurity(services, () => survivors(stage, judge));
    console.log(`access matrix: ${killed.size} faults found\n${[...killed].map(([name, by]) => `  ${name}\n    ${by}`).join('\n')}`);
    expect(survived).toEqual([]);
    // What the faults let in has broken nothing of the stage: the product as it is answers rightly again.
    expect(await judgeAll(judge, few(stage, 1000))).toEqual([]);
  }, 1_200_000);
});
