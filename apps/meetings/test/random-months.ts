import type { BodyRow } from '@vungmanh/contracts/organization/body';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import type { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { cellNode, committeeNode } from '@vungmanh/testing/given';
import { randomUUID } from 'node:crypto';
import { touchMonth } from '../src/overview/touch.js';
import { monthsOfTask } from '../src/task/task-told.js';
import { cellBody } from '@vungmanh/testing/people';

/** Mulberry32: the same numbers for the same seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomOf>;
const oneOf = <T>(random: Random, all: readonly T[]): T => all[random(all.length)] as T;

/** A tree of that many organizations below `top`, children as often before their parents as after, and a body in each. */
export function randomTree(random: Random, top: NodeRow, size: number): { nodes: NodeRow[]; bodies: BodyRow[] } {
  const committees = [top];
  const nodes: NodeRow[] = [];
  for (let i = 0; i < size; i += 1) {
    const parent = oneOf(random, committees);
    const node = random(3) === 0 ? committeeNode(`Đảng bộ ${i}`, parent) : cellNode(`Chi bộ ${i}`, parent);
    if (!node.traits.meetsAsCell) committees.push(node);
    nodes.splice(random(nodes.length + 1), 0, node);
  }
  const bodies = nodes.map((node) => cellBody(node, [], { kind: node.traits.meetsAsCell ? 'CELL' : 'COMMITTEE' }));
  return { nodes, bodies };
}

const kinds = ['REGULAR', 'COMMITTEE', 'THEMATIC', 'EXTRAORDINARY'];
const states = ['PLANNED', 'PREPARED', 'NOTIFIED', 'IN_SESSION', 'CLOSED', 'MINUTES_SIGNED', 'PUBLISHED', 'CANCELLED', 'MISSED'];
const taskStates = ['ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'REPORTED', 'VERIFIED', 'CLOSED', 'CANCELLED'];
export const MONTHS = ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12'];

/** One change of something that the figures are made of, with the touches that go with it. */
export async function randomChange(db: Db, random: Random, bodies: readonly BodyRow[]): Promise<void> {
  const body = oneOf(random, bodies);
  await db.transaction('', async (tx) => {
    const what = random(4);
    if (what === 0) return addMeeting(tx, random, body);
    if (what === 1) return changeMeeting(tx, random, body);
    return what === 2 ? addTask(tx, random, body) : changeTask(tx, random, body);
  });
}

async function addMeeting(tx: Tx, random: Random, body: BodyRow): Promise<void> {
  const month = oneOf(random, MONTHS);
  const expected = random(30);
  await tx.query(
    `insert into meeting (id, version, body_id, node_id, kind, origin, state, month, planned_on, covers_thematic, counts_thematic, agenda, postponements,
       deviations, present, expected)
     values ($1, 1, $2, $3, $4, 'HISTORY', $5, $6::text, ($6::text || '-03')::date, false, $7, '[]', '[]', $8, $9, $10)`,
    [
      randomUUID(),
      body.id,
      body.nodeId,
      oneOf(random, kinds),
      oneOf(random, states),
      month,
      random(3) === 0,
      JSON.stringify(Array.from({ length: random(3) }, () => ({}))),
      random(expected + 1),
      expected,
    ],
  );
  await touchMonth(tx, body.id, month);
}

async function changeMeeting(tx: Tx, random: Random, body: BodyRow): Promise<void> {
  const [changed] = await tx.query<{ month: string }>(
    `update meeting set state = $2, counts_thematic = $3, superseded_by = $4
     where id = (select id from meeting where body_id = $1 order by id offset $5 limit 1) returning month`,
    [body.id, oneOf(random, states), random(3) === 0, random(5) === 0 ? randomUUID() : null, random(4)],
  );
  if (changed) await touchMonth(tx, body.id, changed.month);
}

async function addTask(tx: Tx, random: Random, body: BodyRow): Promise<void> {
  const deadline = `${oneOf(random, MONTHS)}-${String(random(28) + 1).padStart(2, '0')}`;
  await tx.query(
    `insert into task (id, version, node_id, body_id, meeting_id, item_id, content, search_text, requirement, measure, deadline, doer_ids, doer_is_body,
       checker_id, state, carried_over)
     select gen_random_uuid(), 1, m.node_id, m.body_id, m.id, gen_random_uuid(), 'Việc', 'viec', 'x', 'y', $2::date, '{}', true, gen_random_uuid(), $3, '[]'
     from meeting m where m.body_id = $1 limit 1`,
    [body.id, deadline, oneOf(random, taskStates)],
  );
  for (const month of monthsOfTask([deadline], tx.clock.today())) await touchMonth(tx, body.id, month);
}

async function changeTask(tx: Tx, random: Random, body: BodyRow): Promise<void> {
  const [changed] = await tx.query<{ deadline: string }>(
    `update task set state = $2 where id = (select id from task where body_id = $1 order by id offset $3 limit 1) returning deadline::text`,
    [body.id, oneOf(random, taskStates), random(3)],
  );
  if (changed) for (const month of monthsOfTask([changed.deadline], tx.clock.today())) await touchMonth(tx, body.id, month);
}
