import { Injectable } from '@nestjs/common';
import { getMeeting, listMeetings, type Meeting, type MeetingLine } from '@vungmanh/contracts/meetings/meeting';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { lineColumns, lineOf, type LineRow } from './line.js';
import { MeetingPage } from './meeting-page.js';
import { readMeeting } from './read.js';

/** Meetings as lists and as pages: whoever may read, and what lies in their scope. */
@Injectable()
export class MeetingQueries {
  constructor(
    private readonly db: Db,
    private readonly page: MeetingPage,
  ) {}

  @Rpc(getMeeting)
  async get(call: Call<typeof getMeeting>): Promise<Meeting> {
    return this.page.of(this.db, await readMeeting(this.db, call, call.input.meetingId), call);
  }

  /** Newest day first. */
  @Rpc(listMeetings)
  async list(call: Call<typeof listMeetings>): Promise<Page<MeetingLine>> {
    const { nodeId, below, from, to, state, kind, cursor, limit } = call.input;
    const params: unknown[] = [nodeId];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const conditions = [
      'm.superseded_by is null',
      below ? 'm.node_id in (select t.descendant from tree_now t where t.ancestor = $1)' : 'm.node_id = $1',
      call.scope.within('m.node_id', params),
    ];
    if (from !== undefined) conditions.push(`m.month >= ${p(from)}`);
    if (to !== undefined) conditions.push(`m.month <= ${p(to)}`);
    if (state !== undefined) conditions.push(`m.state = ${p(state)}`);
    if (kind !== undefined) conditions.push(`m.kind = ${p(kind)}`);
    const after = readCursor(cursor, 2);
    if (after) conditions.push(`(m.planned_on, m.id) < (${p(after[0])}::date, ${p(after[1])}::uuid)`);
    const conditionsSql = conditions.join(' and ');
    const rows = await this.db.query<LineRow>(
      `select ${lineColumns} from meeting m join body_view b on b.id = m.body_id
       where ${conditionsSql} order by m.planned_on desc, m.id desc limit ${p(limit + 1)}`,
      params,
    );
    return pageOf(rows.map(lineOf), limit, (m) => [m.plannedOn, m.id]);
  }
}
