import { Injectable } from '@nestjs/common';
import { myMeetings, myNotice } from '@vungmanh/contracts/meetings/meeting';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { citedSql } from '../handbook/citable.js';
import { lineColumns, lineOf, type LineRow } from '../meeting/line.js';
import { asFollowerSql, asMemberSql, bodiesOfSql, toldSql } from './called.js';

type Notice = OutputOf<typeof myNotice>;
type NoticeRow = LineRow & Pick<Notice, 'agenda' | 'documents' | 'people' | 'chapters'>;

/** What a member, a committee member or a following superior is told: time, place, agenda and documents, nothing of the minutes. */
@Injectable()
export class MyMeetingsService {
  constructor(private readonly db: Db) {}

  @Rpc(myMeetings)
  async mine(call: Call<typeof myMeetings>): Promise<OutputOf<typeof myMeetings>> {
    const { cursor, limit } = call.input;
    const after = readCursor(cursor, 2);
    const rows = await this.db.query<LineRow & { as: 'MEMBER' | 'FOLLOWER' }>(
      `select * from (
         select ${lineColumns}, case when ${asMemberSql} then 'MEMBER' when ${asFollowerSql} then 'FOLLOWER' end as "as"
         from meeting m join body_view b on b.id = m.body_id
         where m.body_id in ${bodiesOfSql} and ${toldSql} and m.superseded_by is null
           and ($2::date is null or (m.planned_on, m.id) < ($2::date, $3::uuid))
       ) called where "as" is not null order by "plannedOn" desc, id desc limit $4`,
      [call.actor.person, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return pageOf(rows.map(lineOf), limit, (m) => [m.plannedOn, m.id]);
  }

  @Rpc(myNotice)
  async notice(call: Call<typeof myNotice>): Promise<Notice> {
    const [row] = await this.db.query<NoticeRow>(
      `select ${lineColumns}, m.agenda, ${citedSql('m.agenda')} as chapters,
         (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'bytes', d.bytes) order by d.id), '[]')
            from meeting_document d where d.meeting_id = m.id) as documents,
         (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', p.person_id, 'name', p.name, 'birthYear', p.birth_year)) order by p.sort_key), '[]')
            from person_name p where p.person_id in (
              select (a ->> 'presenterId')::uuid from jsonb_array_elements(m.agenda) a union select m.chair_id union select m.minute_taker_id)) as people
       from meeting m join body_view b on b.id = m.body_id
       where m.id = $2 and ${toldSql} and m.superseded_by is null and (${asMemberSql} or ${asFollowerSql})`,
      [call.actor.person, call.input.meetingId],
    );
    if (!row) throw refuse('request/not-found');
    return lineOf(row);
  }
}
