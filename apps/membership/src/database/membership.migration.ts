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
        -- Card and citizen number, sealed; the two digests find them and keep them unique.
        numbers text, card_index bytea constraint person_card unique, citizen_index bytea constraint person_citizen unique,
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
        valid_from date not null, valid_to date check (valid_to > valid_from), letter_number text
      );
      create index enrollment_person on enrollment (person_id, kind, valid_from);
      create index enrollment_node on enrollment (node_id, valid_from) include (person_id, valid_to, kind);

      -- What an exclusion constraint would hold, which for sixty thousand rows costs as much as everything else about them: no two periods
      -- of a kind overlap. Who writes periods of one person waits for who does so already; a person whom the transaction itself has
      -- written is locked by that. Looks at a statement's rows when all of them stand.
      -- It sees every period of a person, also those in organizations that are out of the work's reach.
      create function enrollment_once() returns trigger language plpgsql as $$
      declare reached text := coalesce(current_setting('reach.everything', true), '');
      begin
        perform set_config('reach.everything', 'system', true);
        perform from person p where p.id in (select f.person_id from fresh f) and p.xmin <> pg_current_xact_id()::xid for no key update;
        if exists (select from fresh f join enrollment e on e.person_id = f.person_id and e.kind = f.kind and e.id <> f.id
                   and daterange(e.valid_from, e.valid_to) && daterange(f.valid_from, f.valid_to)) then
          raise exclusion_violation using constraint = 'enrollment_once', message = 'Two enrollments of one kind overlap';
        end if;
        perform set_config('reach.everything', reached, true);
        return null;
      end $$;
      create trigger enrollment_once_inserted after insert on enrollment
        referencing new table as fresh for each statement execute function enrollment_once();
      create trigger enrollment_once_updated after update on enrollment
        referencing new table as fresh for each statement execute function enrollment_once();

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
    await runner.query(
      'drop table register_turn, member_now, working_away, exemption, enrollment, member_status, person; drop function enrollment_once',
    );
  }
}
