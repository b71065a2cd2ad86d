import { nodeReached, openSql, personReached, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ON_JURY = (table: string): string =>
  `exists (select from contest_juror j where j.round_id = ${table}.round_id and ${personReached('j.person_id')} offset 0)`;

/** Contests: their scale, their rounds, who takes part, who marks, and what came of it. */
export class Contest1764601140000 implements MigrationInterface {
  name = 'Contest1764601140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contest (
        id uuid primary key, version integer not null, node_id uuid not null, title text not null, ground text not null,
        criteria jsonb not null, ties jsonb not null
      );
      create index contest_node on contest (node_id, id);

      create table contest_round (
        id uuid primary key, version integer not null, contest_id uuid not null references contest (id), node_id uuid not null,
        level text not null check (level in ('GRASSROOTS', 'COMMUNE', 'PROVINCE')), title text not null, held_on date not null, place text not null,
        state text not null check (state in ('PLANNED', 'ENTERING', 'MARKING', 'CLOSED')), closed_on date,
        minutes_id uuid not null unique, minutes_number text, result_id uuid not null unique, result_number text
      );
      create index contest_round_contest on contest_round (contest_id, held_on, id);

      create table contest_juror (
        round_id uuid not null references contest_round (id), person_id uuid not null, holder_id uuid not null,
        role text not null check (role in ('CHAIR', 'SECRETARY', 'MEMBER')), primary key (round_id, person_id)
      );
      create index contest_juror_person on contest_juror (person_id);
      create table contest_entry (
        id uuid primary key, round_id uuid not null references contest_round (id), holder_id uuid not null, node_id uuid not null,
        person_id uuid not null, withdrawn_because text, place integer, total numeric(6, 2), points jsonb
      );
      create index contest_entry_round on contest_entry (round_id);
      -- Whoever was withdrawn may be entered again.
      create unique index contest_entry_once on contest_entry (round_id, person_id) where withdrawn_because is null;
      -- Each juror's own, kept as they were entered.
      create table contest_points (
        entry_id uuid not null references contest_entry (id), juror_id uuid not null, key text not null, points numeric(5, 2) not null,
        round_id uuid not null, holder_id uuid not null, primary key (entry_id, juror_id, key)
      );
      create index contest_points_round on contest_points (round_id);
      alter table quiz add constraint quiz_of_round foreign key (round_id) references contest_round (id);

      ${openSql('the rules of a contest, the same for everybody', ['contest'])}
      ${openSql('who marks, as the plan of a contest names them to those below', ['contest_juror'])}
      ${securedSql('contest_round', `${nodeReached('node_id')} or state <> 'PLANNED'`, nodeReached('node_id'))}
      ${securedSql(
        'contest_entry',
        `${nodeReached('holder_id')} or ${nodeReached('node_id')} or ${personReached('person_id')} or ${ON_JURY('contest_entry')}`,
        `${nodeReached('holder_id')} or ${nodeReached('node_id')}`,
      )}
      ${securedSql('contest_points', `${nodeReached('holder_id')} or ${personReached('juror_id')}`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table quiz drop constraint quiz_of_round; drop table contest_points, contest_entry, contest_juror, contest_round, contest`,
    );
  }
}
