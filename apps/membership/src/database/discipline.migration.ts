import { reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever may see that a person is or was enrolled may see what counts in their record. */
const ofAnEnrolled = (table: string): string => securedSql(table, reachedThrough('enrollment e', `e.person_id = ${table}.person_id`), 'true');

/** What inspection has told of a member's discipline: that it counts, since when, and that it counts no longer. Nothing of what for. */
export class Discipline1764200000010 implements MigrationInterface {
  name = 'Discipline1764200000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The end may be told before the beginning: then form and day of it are not known yet.
      create table discipline_effect (
        case_id uuid primary key, version integer not null, person_id uuid not null,
        form text check (form in ('REPRIMAND', 'WARNING', 'DISMISSAL', 'EXPULSION')), valid_from date, ended_on date, annulled boolean not null,
        -- Its expulsion stands in the member's statuses, written from here.
        expelled boolean not null default false
      );
      create index discipline_effect_person on discipline_effect (person_id);

      create table suspension_period (
        id uuid primary key, version integer not null, person_id uuid not null, kind text not null check (kind in ('ACTIVITIES', 'COMMITTEE')),
        valid_from date not null, valid_to date not null
      );
      create index suspension_period_person on suspension_period (person_id);

      ${['discipline_effect', 'suspension_period'].map(ofAnEnrolled).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table suspension_period, discipline_effect');
  }
}
