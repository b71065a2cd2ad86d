import { newId } from '@vungmanh/contracts/new-id';
import { obligationChanged } from '@vungmanh/contracts/meetings/task';
import { searchText } from '@vungmanh/contracts/text';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import type { CompleteItem } from '../resolution/resolution.rules.js';
import { monthsOfTask, obligationOf } from './task-told.js';

/** A task as it begins: assigned, at version 1. */
export interface NewTask extends CompleteItem {
  readonly itemId: string;
  readonly nodeId: string;
  readonly bodyId: string;
  readonly meetingId: string;
  readonly searchText: string;
}

/** The tasks that the items of a resolution become; `now` in milliseconds, for their ids. */
export const tasksOf = (
  { id, nodeId, bodyId }: Pick<MeetingEntity, 'id' | 'nodeId' | 'bodyId'>,
  items: readonly CompleteItem[],
  now: number,
): NewTask[] =>
  items.map((item) => ({ ...item, id: newId(now), itemId: item.id, nodeId, bodyId, meetingId: id, searchText: searchText(item.content) }));

/** Stores tasks of one meeting or of many in one statement, tells everybody, and has the figures of their months folded again. */
export async function insertTasks(tx: Tx, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await tx.query(
    `insert into task (id, version, node_id, body_id, meeting_id, item_id, content, search_text, requirement, measure, degree, deadline, doer_ids,
       doer_is_body, checker_id, state, carried_over)
     select t.id, 1, t."nodeId", t."bodyId", t."meetingId", t."itemId", t.content, t."searchText", t.requirement, t.measure, t.degree, t.deadline,
       t."doerIds", t."doerIsBody", t."checkerId", 'ASSIGNED', '[]'
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "nodeId" uuid, "bodyId" uuid, "meetingId" uuid, "itemId" uuid, content text, "searchText" text,
       requirement text, measure text, degree text, deadline date, "doerIds" uuid[], "doerIsBody" boolean, "checkerId" uuid)`,
    [JSON.stringify(tasks)],
  );
  tx.publish(
    obligationChanged,
    tasks.map((t) => obligationOf({ ...t, version: 1, state: 'ASSIGNED' })),
  );
  const today = tx.clock.today();
  const touched = new Set(tasks.flatMap((t) => monthsOfTask([t.deadline], today).map((month) => `${t.bodyId} ${month}`)));
  const pairs = [...touched].map((pair) => pair.split(' '));
  await tx.query('insert into month_dirty (body_id, month) select * from unnest($1::uuid[], $2::text[])', [
    pairs.map(([bodyId]) => bodyId),
    pairs.map(([, month]) => month),
  ]);
}
