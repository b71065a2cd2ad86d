import { obligationChanged } from '@vungmanh/contracts/meetings/task';
import type { OneStatement } from '@vungmanh/platform/db/one-statement';
import { monthOf, quarterOf } from '@vungmanh/regulations/calendar';
import { monthsOfTask, obligationOf } from '../task/task-told.js';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import { packRoll } from '../roll/packed-roll.js';
import type { Assembled } from './assemble.js';
import { replaceable } from './whole.rules.js';

const MEETING_COLUMNS = `id, version, body_id, node_id, kind, origin, state, period, month, planned_on, held_on, covers_thematic, counts_thematic, topic,
  starts_at, place, chair_id, minute_taker_id, agenda, postponements, deviations, started_at, ended_at, minutes_signed_at, published_at,
  roll_closed_at, roll_frozen, present, expected, guests, handed_in_hash`;

/** Adds to a statement all that one or many meetings write: one part for each table, however many there are. */
export function writeWhole(st: OneStatement, all: readonly Assembled[], today: string): void {
  if (all.length === 0) return;
  const rows = (values: readonly unknown[]): string => `${st.p(JSON.stringify(values))}::json`;
  // A planned meeting that was not held makes way; the insert reads from it, so that it comes after.
  st.part(
    'gone',
    `update meeting m set superseded_by = w.id, version = m.version + 1
     from json_to_recordset(${rows(all.flatMap(({ meeting }) => placesTaken(meeting)))}) as w(id uuid, body uuid, kind text, period text, states text[])
     where m.body_id = w.body and m.kind = w.kind and m.period = w.period and m.superseded_by is null and m.state = any(w.states)
     returning m.body_id, m.month`,
  );
  st.part(
    'held',
    `insert into meeting (${MEETING_COLUMNS})
     select m.id, 1, m."bodyId", m."nodeId", m.kind, m.origin, m.state, m.period, m.month, m."plannedOn", m."heldOn", m."coversThematic",
       m."countsThematic", m.topic, m."startsAt", m.place, m."chairId", m."minuteTakerId", m.agenda, '[]', m.deviations, m."startedAt", m."endedAt",
       m."minutesSignedAt", m."publishedAt", m."rollClosedAt", m."rollFrozen", m.present, m.expected, m.guests, m."handedInHash"
     from (select count(*) from gone) g, json_to_recordset(${rows(all.map(({ meeting: m }) => ({ ...m, rollFrozen: m.rollFrozen && packRoll(m.rollFrozen) })))}) as m(id uuid, "bodyId" uuid, "nodeId" uuid, kind text,
       origin text, state text, period text, month text, "plannedOn" date, "heldOn" date, "coversThematic" boolean, "countsThematic" boolean, topic text,
       "startsAt" timestamptz, place text, "chairId" uuid, "minuteTakerId" uuid, agenda jsonb, deviations jsonb, "startedAt" timestamptz,
       "endedAt" timestamptz, "minutesSignedAt" timestamptz, "publishedAt" timestamptz, "rollClosedAt" timestamptz, "rollFrozen" text,
       present integer, expected integer, guests integer, "handedInHash" text)`,
  );
  st.part(
    'marked',
    `insert into roll_handed_in (meeting_id, taken_at, actor_id, marks)
     select r.meeting, ${st.p(st.at)}::timestamptz, r.by, r.marks
     from json_to_recordset(${rows(all.map((a) => ({ meeting: a.meeting.id, by: a.by, marks: a.marks })))}) as r(meeting uuid, by text, marks json)`,
  );
  st.part(
    'written',
    `insert into minutes (id, version, content_sealed, read_back_at, confirmations, signed_at, signed_how)
     select w.id, 1, w."contentSealed", w."readBackAt", '[]', w."signedAt", w."signedHow"
     from json_to_recordset(${rows(all.map((a) => a.minutes))})
       as w(id uuid, "contentSealed" text, "readBackAt" timestamptz, "signedAt" timestamptz, "signedHow" text)`,
  );
  writeDecisions(st, all, rows);
  touchMonths(st, all, today);
}

/** What a held meeting takes the place of: the plan for its period, and the quarter's thematic one where it was that as well. */
function placesTaken({ id, bodyId: body, kind, period, countsThematic, day }: MeetingEntity) {
  const own = period === null ? [] : [{ id, body, kind, period, states: replaceable }];
  return kind === 'REGULAR' && countsThematic ? [...own, { id, body, kind: 'THEMATIC', period: quarterOf(day), states: ['PLANNED'] }] : own;
}

function writeDecisions(st: OneStatement, all: readonly Assembled[], rowsSql: (values: readonly unknown[]) => string): void {
  const votes = all.flatMap((a) => a.votes);
  const resolutions = all.flatMap((a) => a.resolution ?? []);
  const tasks = all.flatMap((a) => a.tasks);
  // A part without rows would still open its table and all its indexes.
  if (votes.length > 0) writeVotes(st, rowsSql(votes));
  if (resolutions.length > 0) writeResolutions(st, rowsSql(resolutions));
  if (tasks.length > 0) writeTasks(st, rowsSql(tasks));
  st.publish(
    obligationChanged,
    tasks.map((t) => obligationOf({ ...t, version: 1 })),
  );
}

function writeVotes(st: OneStatement, votesSql: string): void {
  st.part(
    'voted',
    `insert into vote (id, meeting_id, matter, subject, method, in_favor, against, no_opinion, denominator, passed, rule_source, recorded_at)
     select v.id, v."meetingId", v.matter, v.subject, v.method, v."inFavor", v.against, v."noOpinion", v.denominator, v.passed, v."ruleSource", v."recordedAt"
     from json_to_recordset(${votesSql}) as v(id uuid, "meetingId" uuid, matter text, subject text, method text, "inFavor" integer,
       against integer, "noOpinion" integer, denominator integer, passed boolean, "ruleSource" text, "recordedAt" timestamptz)`,
  );
}

function writeResolutions(st: OneStatement, resolutionsSql: string): void {
  st.part(
    'resolved',
    `insert into resolution (id, version, document_id, state, content, vote_id, adopted_at, number)
     select r.id, 1, r."documentId", r.state, r.content, r."voteId", r."adoptedAt", r.number
     from json_to_recordset(${resolutionsSql})
       as r(id uuid, "documentId" uuid, state text, content jsonb, "voteId" uuid, "adoptedAt" timestamptz, number text)`,
  );
}

function writeTasks(st: OneStatement, tasksSql: string): void {
  st.part(
    'given',
    `insert into task (id, version, node_id, body_id, meeting_id, item_id, content, search_text, requirement, measure, degree, deadline, doer_ids,
       doer_is_body, checker_id, state, result, done_on, verified_at, carried_over)
     select t.id, 1, t."nodeId", t."bodyId", t."meetingId", t."itemId", t.content, t."searchText", t.requirement, t.measure, t.degree, t.deadline,
       t."doerIds", t."doerIsBody", t."checkerId", t.state, t.result, t."doneOn", t."verifiedAt", '[]'
     from json_to_recordset(${tasksSql}) as t(id uuid, "nodeId" uuid, "bodyId" uuid, "meetingId" uuid, "itemId" uuid, content text, "searchText" text,
       requirement text, measure text, degree text, deadline date, "doerIds" uuid[], "doerIsBody" boolean, "checkerId" uuid, state text, result text,
       "doneOn" date, "verifiedAt" timestamptz)`,
  );
}

/** The months whose figures have to be folded again: of the meetings, of what made way for them, and of their tasks. */
function touchMonths(st: OneStatement, all: readonly Assembled[], today: string): void {
  const pairs = new Map<string, [string, string]>();
  for (const { meeting, tasks } of all) {
    const months = [meeting.month, ...tasks.flatMap((t) => monthsOfTask([t.deadline], today))];
    if (tasks.length > 0) months.push(monthOf(today));
    for (const month of months) pairs.set(`${meeting.bodyId} ${month}`, [meeting.bodyId, month]);
  }
  const touched = [...pairs.values()];
  st.part(
    'touched',
    `insert into month_dirty (body_id, month)
     select * from unnest(${st.p(touched.map(([body]) => body))}::uuid[], ${st.p(touched.map(([, month]) => month))}::text[])
     union all select body_id, month from gone`,
  );
}
