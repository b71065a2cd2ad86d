import { nodeReached, openSql, personReached, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofItsPeople = (table: string): string => securedSql(table, `${nodeReached('node_id')} or ${personReached('person_id')}`);

/** What this service keeps of bodies and people. */
export class Training1764600000000 implements MigrationInterface {
  name = 'Training1764600000000';

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

      ${ofItsPeople('roster_line')}
      ${ofItsPeople('roster_enrollment')}
      ${['roster_status', 'roster_exemption', 'roster_away']
        .map((table) => securedSql(table, reachedThrough('roster_enrollment e', `e.person_id = ${table}.person_id`), 'true'))
        .join('\n')}
      ${openSql('names of bodies and who sits in them, as every notice prints them', ['body_view', 'seat_view'])}
      ${openSql('names, asked for by id for what has been found in reach', ['person_name'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table roster_line, roster_away, roster_exemption, roster_enrollment, roster_status, person_name, seat_view, body_view');
  }
}
