import { nodeReached, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The plans of the years: their courses, who gets how many places, how they were amended, and what organizations have asked for. */
export class Plan1764600300000 implements MigrationInterface {
  name = 'Plan1764600300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table training_plan (
        id uuid primary key, version integer not null, node_id uuid not null, year smallint not null,
        state text not null check (state in ('DRAFT', 'APPROVED', 'CLOSED')),
        document_id uuid not null unique, approved_on date, approved_in text, number text, closed_at timestamptz, amendments integer not null,
        constraint training_plan_once unique (node_id, year)
      );
      create index training_plan_year on training_plan (year, node_id);

      create table planned_course (
        id uuid primary key, plan_id uuid not null references training_plan (id), course_id uuid not null references course_type (id),
        edition integer not null, from_on date not null, to_on date not null, classes integer not null, places integer not null, place text not null,
        state text not null check (state in ('PLANNED', 'CANCELLED')), check (from_on <= to_on)
      );
      create index planned_course_plan on planned_course (plan_id);

      create table planned_quota (
        planned_id uuid not null references planned_course (id) on delete cascade, node_id uuid not null, places integer not null,
        primary key (planned_id, node_id)
      );
      create index planned_quota_node on planned_quota (node_id);

      -- Each change of an approved plan, in order; never changed itself.
      create table training_amendment (
        plan_id uuid not null references training_plan (id), number integer not null, at timestamptz not null, account_id text not null,
        type text not null check (type in ('ADD', 'CHANGE', 'CANCEL', 'QUOTA')), course_id uuid not null, reason text not null,
        primary key (plan_id, number)
      );

      create table training_need (
        node_id uuid not null, year smallint not null, course_id uuid not null references course_type (id), places integer not null,
        primary key (node_id, year, course_id)
      );

      -- That there is a plan is no secret once it is approved: whoever has a quota of it reads of it.
      ${securedSql('training_plan', `${nodeReached('node_id')} or state <> 'DRAFT'`, nodeReached('node_id'))}
      ${securedSql('planned_course', reachedThrough('training_plan p', 'p.id = planned_course.plan_id'), 'true')}
      ${securedSql('planned_quota', `${nodeReached('node_id')} or ${reachedThrough('planned_course c join training_plan p on p.id = c.plan_id', `c.id = planned_quota.planned_id and ${nodeReached('p.node_id')}`)}`, 'true')}
      ${securedSql('training_amendment', reachedThrough('training_plan p', `p.id = training_amendment.plan_id and ${nodeReached('p.node_id')}`), 'true')}
      ${securedSql('training_need', nodeReached('node_id'))}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table training_need, training_amendment, planned_quota, planned_course, training_plan');
  }
}
