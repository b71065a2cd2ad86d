import { nodeReached, personReached, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which course somebody has to take by when, because of what they are; and how many of them there are. */
export class Duty1764600200000 implements MigrationInterface {
  name = 'Duty1764600200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table duty (
        id uuid primary key, version integer not null, person_id uuid not null, course_id uuid not null references course_type (id),
        node_id uuid not null,
        -- The body of the seat, the member themselves, or the duty itself where it was asked by hand.
        origin_id uuid not null,
        position text not null check (position in ('CELL_SECRETARY', 'CELL_DEPUTY', 'CELL_COMMITTEE_MEMBER', 'COMMITTEE_SECRETARY',
          'COMMITTEE_DEPUTY', 'COMMITTEE_MEMBER', 'PROBATIONARY_MEMBER', 'INSPECTION_COMMISSION_MEMBER', 'NAMED')),
        since date not null, due_on date not null, state text not null check (state in ('OPEN', 'DONE', 'CANCELLED')), closed_on date, paper text
      );
      create unique index duty_once on duty (person_id, course_id, origin_id) where state = 'OPEN';
      -- One by hand at a time, whoever asks.
      create unique index duty_by_hand on duty (person_id, course_id)
        where state = 'OPEN' and position in ('INSPECTION_COMMISSION_MEMBER', 'NAMED');
      create index duty_due on duty (due_on, id) where state = 'OPEN';
      create index duty_node on duty (node_id, due_on) where state = 'OPEN';
      create index duty_origin on duty (origin_id) where state = 'OPEN';
      create index duty_person on duty (person_id);

      -- Finished figures: open duties by the day of their deadline, those done by the day on which they were.
      create table duty_figure (
        node_id uuid not null, course_id uuid not null, day date not null, open integer not null, done integer not null,
        primary key (node_id, course_id, day)
      );

      ${securedSql('duty', `${nodeReached('node_id')} or ${personReached('person_id')}`, nodeReached('node_id'))}
      ${securedSql('duty_figure', nodeReached('node_id'))}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table duty_figure, duty');
  }
}
