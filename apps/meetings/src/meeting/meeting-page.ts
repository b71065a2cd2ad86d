import { Injectable } from '@nestjs/common';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import type { Operation } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { present } from '@vungmanh/platform/db/present';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Grants } from '@vungmanh/platform/scope/grants';
import { citedSql } from '../handbook/citable.js';
import { papersAllow, type StoredConfirmation } from '../minutes/minutes.rules.js';
import type { Reader } from '../roster/roster-of.js';
import { openStatesSql, owedStatesSql } from '../task/open.js';
import type { MeetingEntity } from './meeting.entity.js';
import { allowedVerbs, type Verb } from './meeting.rules.js';

type Around = Pick<Meeting, 'bodyName' | 'openTasks' | 'documents' | 'people' | 'chapters'> & {
  sector: string | null;
  confirmations: StoredConfirmation[];
  adopted: boolean;
  lastTime: Meeting['lastTime'] | null;
};

/** Draws a meeting as its page shows it: the same two statements after every act. */
@Injectable()
export class MeetingPage {
  constructor(
    private readonly grants: Grants,
    private readonly clock: Clock,
  ) {}

  /** What the asker of `call` sees of the meeting; `reader` is the open transaction where there is one. */
  async of(reader: Reader, meeting: MeetingEntity, call: Pick<Call<Operation>, 'actor'>): Promise<Meeting> {
    const [around] = await reader.query<Around>(AROUND_SQL, [
      meeting.id,
      meeting.bodyId,
      peopleIn(meeting),
      this.clock.today(),
      meeting.day,
      meeting.state === 'PLANNED' ? meeting.kind : null,
      JSON.stringify(meeting.agenda),
    ]);
    if (!around) throw new Error(`Meeting ${meeting.id} belongs to a body that is not known`);
    const held = await this.grants.permissionsAt(call.actor, meeting.nodeId, reader);
    const { sector, lastTime, confirmations, adopted, ...rest } = around;
    const papers = { state: meeting.state, confirmations, adopted, confirmers: meeting, person: call.actor.person };
    return {
      ...shown(meeting),
      ...rest,
      ...present({ sector, lastTime }),
      may: allowedVerbs(meeting.state, held).filter((v) => fits(v, meeting) && papersAllow(v, papers)),
    };
  }
}

const afterRoll: readonly Verb[] = ['close', 'record-vote', 'adopt-resolution'];
const beforeRollCloses: readonly Verb[] = ['mark-roll', 'close-roll'];

const fits = (verb: Verb, { rollClosedAt }: MeetingEntity): boolean =>
  rollClosedAt === null ? !afterRoll.includes(verb) : !beforeRollCloses.includes(verb);

const peopleIn = (m: MeetingEntity): string[] => [
  ...new Set(
    [m.chairId, m.minuteTakerId, ...m.agenda.map((a) => a.presenterId), ...(m.huddle?.split ?? []).map((s) => s.personId)].filter(
      (id) => id !== null && id !== undefined,
    ),
  ),
];

function shown(m: MeetingEntity): Omit<Meeting, keyof Around | 'may'> {
  const { id, version, bodyId, nodeId, kind, coversThematic, month, state, plannedOn, origin, agenda, postponements, deviations } = m;
  const { topic, startsAt, place, huddle, chairId, minuteTakerId, noticedAt, startedAt, endedAt, rollClosedAt, publishedAt } = m;
  return {
    id,
    version,
    bodyId,
    nodeId,
    kind,
    coversThematic,
    month,
    state,
    plannedOn,
    origin,
    agenda,
    postponements,
    deviations,
    ...present({ topic, startsAt, place, huddle, chairId, minuteTakerId, noticedAt, startedAt, endedAt, rollClosedAt, publishedAt }),
    ...present({ cancelledBecause: m.cancelledBecause }),
  };
}

const stillHereSql = (personColumn: string): string =>
  `case when exists (select 1 from roster_enrollment e where e.person_id = ${personColumn} and e.node_id = b.node_id and (e.valid_to is null or e.valid_to > $5::date))
     or exists (select 1 from seat_view v where v.person_id = ${personColumn} and v.body_id = b.id and (v.valid_to is null or v.valid_to > $5::date))
   then ${personColumn} end`;

const AROUND_SQL = `
  select b.name as "bodyName", (select n.sector from node_view n where n.id = b.node_id) as sector,
    (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'bytes', d.bytes) order by d.id), '[]')
       from meeting_document d where d.meeting_id = $1) as documents,
    (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'content', t.content, 'deadline', t.deadline, 'state', t.state,
          'overdue', t.state in ${owedStatesSql} and t.deadline < $4::date,
          'doers', case when t.doer_is_body then b.name else coalesce(
            (select string_agg(p.name, ', ' order by p.sort_key) from person_name p where p.person_id = any(t.doer_ids)), '') end)
        order by t.deadline, t.id), '[]')
       from task t join meeting o on o.id = t.meeting_id
       where t.body_id = b.id and t.state in ${openStatesSql}
         and o.id <> $1 and coalesce(o.held_on, o.planned_on) <= $5::date) as "openTasks",
    (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', p.person_id, 'name', p.name, 'birthYear', p.birth_year)) order by p.sort_key), '[]')
       from person_name p where p.person_id = any($3::uuid[])) as people,
    ${citedSql('$7::jsonb')} as chapters,
    coalesce((select i.confirmations from minutes i where i.id = $1), '[]') as confirmations,
    exists (select 1 from resolution r where r.id = $1 and r.state = 'ADOPTED') as adopted,
    (select jsonb_strip_nulls(jsonb_build_object('place', l.place, 'chairId', ${stillHereSql('l.chair_id')}, 'minuteTakerId', ${stillHereSql('l.minute_taker_id')},
          'time', to_char(date_bin('15 minutes', l.starts_at + interval '7 minutes', '2000-01-01') at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI')))
       from meeting l where $6::text is not null and l.body_id = b.id and l.kind = $6 and l.held_on is not null and l.superseded_by is null
         and l.held_on < $5::date order by l.held_on desc limit 1) as "lastTime"
  from body_view b where b.id = $2`;
