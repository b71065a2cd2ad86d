import { newId } from '@vungmanh/contracts/new-id';

/** The tables of the limits, filled so that their indexes are as deep as a province's. */
export const TABLES = `
  create table if not exists meeting (id uuid primary key, body_id uuid not null, month text not null, held_on date not null, started_at timestamptz not null,
    ended_at timestamptz not null, place text not null, minutes text not null);
  create index if not exists meeting_body on meeting (body_id, month);
  create table if not exists attendance (meeting_id uuid not null, person_id uuid not null, state text not null, at timestamptz not null,
    primary key (meeting_id, person_id));
  create table if not exists audit (id bigint generated always as identity primary key, at timestamptz not null, actor text not null, operation text not null,
    target_id uuid not null);
  create table if not exists outbox (id bigint generated always as identity primary key, name text not null, payload jsonb not null, sent_at timestamptz);
  create table if not exists cell_month (body_id uuid not null, month text not null, meetings integer not null, present integer not null,
    expected integer not null, primary key (body_id, month));
  insert into meeting select gen_random_uuid(), gen_random_uuid(), '2025-0' || (1 + i % 9), '2025-01-03', now(), now(), 'Nhà văn hóa', repeat('x', 2500)
    from generate_series(1, 20000) i where not exists (select from meeting);
  insert into attendance select id, gen_random_uuid(), 'PRESENT', started_at from meeting, generate_series(1, 17) where not exists (select from attendance);`;

const MEETING = `insert into meeting (id, body_id, month, held_on, started_at, ended_at, place, minutes) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const ATTENDANCE = `insert into attendance (meeting_id, person_id, state, at) select $1, r.person, r.state, r.at
  from unnest($9::uuid[], $10::text[], $11::timestamptz[]) as r(person, state, at)`;
const ACCOUNTABLE = `with m as (${MEETING}), a as (${ATTENDANCE}),
  u as (insert into audit (at, actor, operation, target_id) values ($6, 'bench', 'meetings.submit', $1)),
  o as (insert into outbox (name, payload) values ('meetings.meeting.held', jsonb_build_object('items', jsonb_build_array(jsonb_build_object('id', $1::uuid))))),
  c as (insert into cell_month as c (body_id, month, meetings, present, expected) values ($2, $3, 1, $12, $13)
    on conflict (body_id, month) do update set meetings = c.meetings + 1, present = c.present + excluded.present, expected = c.expected + excluded.expected)
  select 1`;

/** Stores a meeting in one statement; `accountable` adds audit, outbox and projection. */
export async function storeMeeting(pool, meeting, { accountable }) {
  const { id, bodyId, heldOn, startedAt, endedAt, place, minutes, marks } = meeting;
  const values = [id, bodyId, heldOn.slice(0, 7), heldOn, startedAt, endedAt, place, minutes.items[0].account];
  values.push(
    marks.map((m) => m.personId),
    marks.map((m) => m.state),
    marks.map((m) => m.at),
  );
  if (accountable) values.push(marks.length, marks.length);
  const text = accountable ? ACCOUNTABLE : `with m as (${MEETING}) ${ATTENDANCE}`;
  await pool.query({ name: accountable ? 'accountable' : 'plain', text, values });
  return { id, version: 1 };
}

const SENTENCE = 'Chi bộ thảo luận, thống nhất đánh giá kết quả thực hiện nhiệm vụ trong tháng và phương hướng tháng tới (dữ liệu mô phỏng). ';
let account = '';
while (Buffer.byteLength(account) < 2500) account += SENTENCE;

/** A meeting of a slot `{ bodyId, day, people }`: everybody marked, 2.5 KB of minutes. What the product takes; the limits take from it what they need. */
export function meetingAt({ bodyId, day, people }) {
  const startedAt = `${day}T01:00:00.000Z`;
  return {
    id: newId(Date.now()),
    bodyId,
    kind: 'REGULAR',
    coversThematic: false,
    heldOn: day,
    startedAt,
    endedAt: `${day}T03:00:00.000Z`,
    place: 'Nhà văn hóa thôn',
    chairId: people[0],
    minuteTakerId: people[1],
    agenda: [{ title: 'Đánh giá kết quả tháng trước, nhiệm vụ tháng tới', area: 'POLITICAL_TASK', plannedMinutes: 60 }],
    marks: people.map((personId) => ({ type: 'mark', id: newId(Date.now()), at: startedAt, personId, state: 'PRESENT' })),
    minutes: { items: [{ agendaIndex: 0, account: account.trim() }], speakers: 5, concerns: [] },
    votes: [],
  };
}
