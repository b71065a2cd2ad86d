import { heldByCells } from '@vungmanh/contracts/meetings/held';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { readKeys } from '@vungmanh/platform/actor/keys';
import type { Db } from '@vungmanh/platform/db/db';
import { systemDb } from '@vungmanh/testing/system-db';
import { randomUUID } from 'node:crypto';
import { cell, Sessions, type Cell } from '../../test/session.js';

const village = cell('Chi bộ bản Ngàm', 4);
const silent = cell('Chi bộ chưa họp', 3);
const WRONG_DAY = [{ ruleKey: 'meeting.regular.day' }, { ruleKey: 'meeting.min_minutes' }];

let at: Sessions;
let db: Db;
beforeAll(async () => {
  at = await Sessions.start([village, silent]);
  db = systemDb(at.world.service);
}, 40_000);
afterAll(() => at.stop());

interface Meeting {
  month: string;
  kind?: string;
  state?: string;
  thematic?: boolean;
  deviations?: object[];
  guests?: number;
}

async function held(of: Cell, { month, kind = 'REGULAR', state = 'PUBLISHED', thematic = false, deviations = [], guests }: Meeting): Promise<string> {
  const id = randomUUID();
  await db.transaction('', (tx) =>
    tx.query(
      `insert into meeting (id, version, body_id, node_id, kind, origin, state, month, planned_on, held_on, covers_thematic, counts_thematic, agenda,
         postponements, deviations, present, expected, guests)
       values ($1, 1, $2, $3, $4, 'HISTORY', $5, $6::text, ($6::text || '-03')::date, ($6::text || '-03')::date, false, $7, '[]', '[]', $8, 3, 4, $9)`,
      [id, of.body.id, of.node.id, kind, state, month, thematic, JSON.stringify(deviations), guests ?? null],
    ),
  );
  return id;
}

async function resolution(meetingId: string, state: string): Promise<void> {
  await db.transaction('', (tx) =>
    tx.query(`insert into resolution (id, version, document_id, state, content) values ($1, 1, gen_random_uuid(), $2, '{}')`, [meetingId, state]),
  );
}

async function task(of: Cell, meetingId: string, state: string, result: string | null = null): Promise<void> {
  await db.transaction('', (tx) =>
    tx.query(
      `insert into task (id, version, node_id, body_id, meeting_id, item_id, content, search_text, requirement, measure, deadline, doer_ids, doer_is_body,
         checker_id, state, result, carried_over)
       values (gen_random_uuid(), 1, $1, $2, $3, gen_random_uuid(), 'a', 'a', 'a', 'a', '2026-10-01', '{}', true, gen_random_uuid(), $4, $5, '[]')`,
      [of.node.id, of.body.id, meetingId, state, result],
    ),
  );
}

it('counts what was held, on time, thematic, came and is done, and names the meetings by id and day', async () => {
  const tokens = new ActorTokens(await readKeys(at.world.keysDir, 'inspection'), 'inspection', at.world.clock);
  const ask = async (nodeIds: string[]) =>
    (await at.world.rpc.call(heldByCells, { nodeIds, from: '2026-07', to: '2026-12' }, { actor: await tokens.forService() })).items;
  const july = await held(village, { month: '2026-07', deviations: WRONG_DAY, guests: 2 });
  const august = await held(village, { month: '2026-08' });
  const themed = await held(village, { month: '2026-09', kind: 'THEMATIC', thematic: true });
  await held(village, { month: '2026-09', state: 'MISSED' });
  const december = await held(village, { month: '2026-12', state: 'CLOSED', deviations: [{ ruleKey: 'meeting.min_minutes' }] });
  await held(village, { month: '2026-06' });
  await resolution(july, 'ADOPTED');
  await resolution(august, 'DRAFT');
  await task(village, july, 'VERIFIED', 'ON_TIME');
  await task(village, july, 'VERIFIED', 'NOT_DONE');
  await task(village, august, 'ASSIGNED');
  await task(village, august, 'REPORTED');
  await task(village, august, 'CANCELLED');

  const items = await ask([village.node.id, silent.node.id]);
  const of = (node: string) => items.find((i) => i.nodeId === node);
  expect(of(village.node.id)).toEqual({
    nodeId: village.node.id,
    figures: {
      // July to November are over on the third of December; December's was held already, and counts on both sides.
      months: 6,
      held: 3,
      onTime: 2,
      signed: 2,
      resolved: 1,
      thematicDue: 1,
      thematicHeld: 1,
      present: 12,
      expected: 16,
      deviations: 3,
      withGuests: 1,
      tasks: 4,
      tasksDone: 1,
      tasksOverdue: 1,
    },
    meetings: [
      { id: july, kind: 'REGULAR', heldOn: '2026-07-03', guests: 2 },
      { id: august, kind: 'REGULAR', heldOn: '2026-08-03', guests: 0 },
      { id: themed, kind: 'THEMATIC', heldOn: '2026-09-03', guests: 0 },
      { id: december, kind: 'REGULAR', heldOn: '2026-12-03', guests: 0 },
    ],
  });
  expect(of(silent.node.id)).toMatchObject({ figures: { months: 5, held: 0, thematicDue: 1, thematicHeld: 0, tasks: 0 }, meetings: [] });
  expect(await at.secretary(village).refused(heldByCells, { nodeIds: [village.node.id], from: '2026-07', to: '2026-12' })).toBe('request/forbidden');
});
