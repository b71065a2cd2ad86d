import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register: a person, the dated facts of their membership, and one narrow row of how things stand now. */
export class Membership1762000000000 implements MigrationInterface {
  name = 'Membership1762000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid primary key, version integer not null,
        name text not null, search_text text not null, sort_key text collate "C" not null,
        birth_date date, birth_year integer, sex text check (sex in ('MALE', 'FEMALE')),
        card_number text, card_index bytea constraint person_card unique,
        citizen_number text, citizen_index bytea constraint person_citizen unique,
        phone text, home_town text, residence_note text,
        admitted_on date, official_on date
      );

      -- A status lasts until the next one begins: two at once cannot be written. No foreign key here and below in enrollment: persons are
      -- never deleted, their first facts are written with them, and 180,000 key checks are a third of importing a province.
      create table member_status (
        id uuid primary key, person_id uuid not null,
        status text not null check (status in ('PROBATIONARY', 'OFFICIAL', 'EXPELLED', 'NAME_REMOVED', 'LEFT', 'DECEASED')),
        valid_from date not null, decision text, reason text,
        constraint member_status_once unique (person_id, valid_from) deferrable initially deferred
      );

      create table enrollment (
        id uuid primary key, person_id uuid not null,
        kind text not null check (kind in ('OFFICIAL', 'TEMPORARY')), node_id uuid not null,
        valid_from date not null, valid_to date check (valid_to > valid_from), letter_number text,
        constraint enrollment_official_once exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (kind = 'OFFICIAL'),
        constraint enrollment_temporary_once exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (kind = 'TEMPORARY')
      );
      create index enrollment_person on enrollment (person_id, kind, valid_from);
      create index enrollment_node on enrollment (node_id, valid_from) include (person_id, valid_to, kind);

      create table exemption (
        id uuid primary key, person_id uuid not null references person (id),
        valid_from date not null, valid_to date check (valid_to > valid_from), reason text,
        constraint exemption_once exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&)
      );
      create index exemption_person on exemption (person_id, valid_from);

      create table working_away (
        id uuid primary key, person_id uuid not null references person (id),
        valid_from date not null, valid_to date check (valid_to > valid_from),
        place text not null, reason text, expected_back date,
        constraint working_away_once exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&)
      );
      create index working_away_person on working_away (person_id, valid_from);

      -- What hot lists read. Nothing begins in the future, so it changes with its person only; what ends by itself carries its last day.
      create table member_now (
        person_id uuid primary key, version integer not null,
        name text not null, search_text text not null, sort_key text collate "C" not null,
        birth_year integer, sex text, status text not null, active boolean not null, node_id uuid not null,
        admitted_on date, temporary_node_id uuid, temporary_until date, exempt_until date, away_until date
      );
      -- One row more with every transaction that changes the register, and never one less: two looks that see the same rows here saw the
      -- same register. A counter in one row would make all who write wait for each other.
      create table register_turn (id bigint generated always as identity primary key);
      -- They hold what a page of a subtree is chosen by, so that none but its own rows are read.
      create index member_now_cell on member_now (node_id, sort_key, person_id) include (status) where active;
      create index member_now_name on member_now (sort_key, person_id) include (node_id, status) where active;
      create index member_now_ended on member_now (node_id, sort_key, person_id) where not active;
      create index member_now_search on member_now using gin (search_text gin_trgm_ops) where active;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table register_turn, member_now, working_away, exemption, enrollment, member_status, person');
  }
}
