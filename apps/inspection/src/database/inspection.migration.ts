import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What this service keeps of bodies and people, the programs of the years with their lines, and what has come of them in figures. */
export class Inspection1764000000000 implements MigrationInterface {
  name = 'Inspection1764000000000';

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

      -- The rosters of cells, made of the four tables above whenever a person's are written: a roll asks for one cell and one day.
      create table roster_line (
        node_id uuid not null, person_id uuid not null, valid_from date not null, valid_to date,
        status text not null, enrollment text not null, exempt boolean not null, working_away boolean not null, sort_key text collate "C" not null
      );
      create index roster_line_node on roster_line (node_id);
      create index roster_line_person on roster_line (person_id);

      -- Cadres whom a committee above the cell manages: what the cell may not do with them, it reports to that committee.
      create table roster_managed (person_id uuid not null, node_id uuid not null, valid_from date not null, valid_to date);
      create index roster_managed_person on roster_managed (person_id);

      create table program (
        id uuid primary key, version integer not null, node_id uuid not null,
        actor text not null check (actor in ('CELL', 'SECTION_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'SUPERIOR_COMMITTEE', 'INSPECTION_COMMISSION',
          'ADVISORY_ORGAN')),
        year smallint not null, state text not null check (state in ('DRAFT', 'APPROVED', 'PUBLISHED', 'CLOSED')),
        document_id uuid not null unique, approved_on date, approved_in text, number text, published_at timestamptz, closed_at timestamptz,
        amendments integer not null,
        constraint program_once unique (node_id, actor, year)
      );
      create index program_year on program (year, node_id);

      create table sensitive_mark (program_id uuid not null references program (id), node_id uuid not null, post text, reason text not null);
      create index sensitive_mark_program on sensitive_mark (program_id, node_id);

      create table plan_line (
        id uuid primary key, version integer not null, program_id uuid not null references program (id), actor_node_id uuid not null,
        year smallint not null, quarter smallint not null check (quarter between 1 and 4),
        kind text not null check (kind in ('COMPLIANCE_INSPECTION', 'THEMATIC_INSPECTION', 'SUSPECTED_VIOLATION_INSPECTION', 'REGULAR_SUPERVISION',
          'THEMATIC_SUPERVISION')),
        subject text not null check (subject in ('MEMBER', 'ORGANIZATION')), subject_id uuid not null, node_id uuid not null,
        place text collate "C" not null, content text not null, leader_id uuid, team_ids uuid[] not null,
        from_on date, to_on date, due_on date not null,
        state text not null check (state in ('PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED', 'MOVED')),
        because text, done_on date, note text, amendment integer
      );
      -- What was cancelled or moved may be planned anew.
      create unique index plan_line_once on plan_line (program_id, subject_id, quarter, kind) where state in ('PLANNED', 'IN_PROGRESS', 'DONE');
      create index plan_line_place on plan_line (program_id, place);
      create index plan_line_subject on plan_line (subject_id, year);
      create index plan_line_done on plan_line (subject_id) where state = 'DONE';

      -- Each change of an approved program, in order; never changed itself.
      create table plan_amendment (
        program_id uuid not null references program (id), number integer not null, at timestamptz not null, account_id text not null,
        type text not null check (type in ('ADD', 'CHANGE', 'MOVE', 'CANCEL')), reason text not null, lines integer not null,
        kind text not null, quarter smallint not null, to_quarter smallint, subject_id uuid,
        primary key (program_id, number)
      );

      -- Finished figures: published lines by organization and quarter, and by the day until which they are in time.
      create table node_quarter (
        node_id uuid not null, year smallint not null, quarter smallint not null, subject text not null, due_on date not null,
        planned integer not null, in_progress integer not null, done integer not null,
        primary key (node_id, year, quarter, subject, due_on)
      );
      create index node_quarter_year on node_quarter (year, node_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table node_quarter, plan_amendment, plan_line, sensitive_mark, program, roster_managed, roster_line, roster_away, roster_exemption, roster_enrollment, roster_status, person_name, seat_view, body_view
    `);
  }
}
