import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The years for which marks have a table of their own; a later migration adds more, and what lies outside has one too. */
const FIRST_YEAR = 2016;
const LAST_YEAR = 2046;

/** What this service keeps of bodies and people, its meetings, their rolls and documents, and the tasks that come out of them. */
export class Meetings1763000000000 implements MigrationInterface {
  name = 'Meetings1763000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table body_view (
        id uuid primary key, version integer not null, node_id uuid not null, kind text not null, name text not null, meets boolean not null,
        term_number text, term_from date, term_to date
      );
      create index body_view_node on body_view (node_id);
      create table seat_view (body_id uuid not null, person_id uuid not null, post text not null, valid_from date not null, valid_to date);
      create index seat_view_body on seat_view (body_id);
      create index seat_view_person on seat_view (person_id);
      create table follower_view (body_id uuid not null, person_id uuid not null, valid_from date not null, valid_to date);
      create index follower_view_body on follower_view (body_id);
      create index follower_view_person on follower_view (person_id);

      create table person_name (
        person_id uuid primary key, version integer not null, name text not null, birth_year integer, sort_key text not null, search_text text not null
      );
      create table roster_status (person_id uuid not null, status text not null, valid_from date not null, valid_to date);
      create index roster_status_person on roster_status (person_id);
      create table roster_enrollment (person_id uuid not null, kind text not null, node_id uuid not null, valid_from date not null, valid_to date);
      create index roster_enrollment_person on roster_enrollment (person_id);
      create index roster_enrollment_node on roster_enrollment (node_id) include (person_id, kind, valid_from, valid_to);
      create table roster_exemption (person_id uuid not null, valid_from date not null, valid_to date);
      create index roster_exemption_person on roster_exemption (person_id);
      create table roster_away (person_id uuid not null, valid_from date not null, valid_to date);
      create index roster_away_person on roster_away (person_id);

      -- Times without activities: whoever is suspended is not called, and is on no roll.
      create table roster_suspension (person_id uuid not null, kind text not null, valid_from date not null, valid_to date);
      create index roster_suspension_person on roster_suspension (person_id);

      -- The rosters of cells, made of the four tables above whenever a person's are written: a roll asks for one cell and one day.
      create table roster_line (
        node_id uuid not null, person_id uuid not null, valid_from date not null, valid_to date,
        status text not null, enrollment text not null, exempt boolean not null, working_away boolean not null, sort_key text collate "C" not null
      );
      create index roster_line_node on roster_line (node_id);
      create index roster_line_person on roster_line (person_id);

      create table meeting (
        id uuid primary key, version integer not null, body_id uuid not null, node_id uuid not null,
        kind text not null check (kind in ('REGULAR', 'THEMATIC', 'EXTRAORDINARY', 'COMMITTEE')),
        origin text not null check (origin in ('LIVE', 'OFFLINE', 'HISTORY')),
        state text not null check (state in
          ('PLANNED', 'PREPARED', 'NOTIFIED', 'IN_SESSION', 'CLOSED', 'MINUTES_SIGNED', 'PUBLISHED', 'CANCELLED', 'MISSED')),
        period text, superseded_by uuid,
        month text not null check (month ~ '^\\d{4}-\\d{2}$'), planned_on date not null, held_on date,
        covers_thematic boolean not null, counts_thematic boolean not null, topic text,
        starts_at timestamptz, place text, chair_id uuid, minute_taker_id uuid,
        huddle jsonb, agenda jsonb not null, postponements jsonb not null, deviations jsonb not null, cancelled_because text,
        noticed_at timestamptz, started_at timestamptz, ended_at timestamptz, minutes_signed_at timestamptz, published_at timestamptz,
        roll_closed_at timestamptz,
        -- Packed (packed-roll.ts): read whole and never asked into.
        roll_frozen text, present integer, expected integer, guests integer,
        -- Of a meeting that was handed in whole: tells the same submission sent again from another under its id.
        handed_in_hash text
      );
      create unique index meeting_period on meeting (body_id, kind, period) where period is not null and superseded_by is null;
      create index meeting_node on meeting (node_id, planned_on desc, id desc);
      create index meeting_planned on meeting (planned_on desc, id desc);
      create index meeting_body_month on meeting (body_id, month);
      create index meeting_waiting on meeting (month) where state in ('PLANNED', 'PREPARED', 'NOTIFIED') and superseded_by is null;

      -- Only added to. An event sent twice changes nothing: its id is unique in its meeting.
      create table roll_event (
        year smallint not null, meeting_id uuid not null, id uuid not null, seq bigint generated always as identity,
        taken_at timestamptz not null, actor_id text not null, event jsonb not null,
        primary key (meeting_id, id, year)
      ) partition by list (year);
      create table roll_event_other partition of roll_event default;
      create function roll_event_stays() returns trigger language plpgsql as $$ begin raise exception '% is only added to', tg_table_name; end $$;
      create trigger roll_event_stays before update or delete on roll_event for each row execute function roll_event_stays();

      -- The marks of a meeting that was handed in whole, in their order, as they came: its roll was never open, so that nothing asks
      -- for one of them, and they are one row. It lies in the page, for squeezing it costs more than it saves.
      create table roll_handed_in (meeting_id uuid primary key, taken_at timestamptz not null, actor_id text not null, marks json not null)
        with (toast_tuple_target = 8160);
      create trigger roll_event_stays before update or delete on roll_handed_in for each row execute function roll_event_stays();

      create table meeting_document (
        id uuid primary key, meeting_id uuid not null references meeting (id), file_id uuid not null unique,
        name text not null, type text not null, bytes integer not null, attached_at timestamptz not null
      );
      create index meeting_document_meeting on meeting_document (meeting_id);

      create table task (
        id uuid primary key, version integer not null, node_id uuid not null, body_id uuid not null,
        meeting_id uuid not null references meeting (id), item_id uuid not null unique,
        content text not null, requirement text not null, measure text not null, degree text, deadline date not null,
        doer_ids uuid[] not null, doer_is_body boolean not null, checker_id uuid not null,
        state text not null check (state in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'REPORTED', 'VERIFIED', 'CLOSED', 'CANCELLED')),
        result text check (result in ('EXCEEDED', 'ON_TIME', 'LATE', 'NOT_DONE')),
        report text, done_on date, reported_at timestamptz, verification text, verified_at timestamptz,
        carried_over jsonb not null
      );
      create index task_body_open on task (body_id, deadline) where state in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'REPORTED');
      create index task_node on task (node_id, deadline, id);
      create index task_meeting on task (meeting_id);
      create index task_doers on task using gin (doer_ids);
      create index task_checker on task (checker_id);

      -- A cell and month whose figures have to be folded again: added to and taken away, never changed, so that no touch is lost.
      create table month_dirty (id bigint generated always as identity primary key, body_id uuid not null, month text not null);

      create table agenda_template (
        kind text not null, sector text, covers_thematic boolean not null, position smallint not null,
        title text not null, area text not null, planned_minutes smallint not null,
        valid_from date not null, valid_to date, source text not null
      );
      create index agenda_template_kind on agenda_template (kind, sector, covers_thematic);
    `);
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
      await runner.query(`create table roll_event_${year} partition of roll_event for values in (${year})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table agenda_template, month_dirty, task, meeting_document, roll_handed_in, roll_event, meeting,
        roster_line, roster_suspension, roster_away, roster_exemption, roster_enrollment, roster_status, person_name, follower_view, seat_view, body_view;
      drop function roll_event_stays
    `);
  }
}
