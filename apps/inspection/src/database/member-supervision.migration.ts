import { grantedReached, nodeReached, personReached, securedSql, SYSTEM_ONLY } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has sat in the body; on which day is the statement's to say. */
const seatedIn = (bodiesSql: string): string =>
  `(current_setting('reach.person', true) <> '' and ${personReached(`any (
    select s.person_id from seat_view s where s.body_id in (${bodiesSql}))`)})`;

/** What is said of a member is theirs and that of the cell's own committee: no reach from above, not even the province's, opens it. */
const ofItsLine = (table: string): string =>
  securedSql(table, `(${SYSTEM_ONLY} or exists (select from supervision_line l where l.id = ${table}.line_id offset 0))`, 'true');

/** The quarter's supervision of each member of a cell, what it rests on, and who finds it. */
export class MemberSupervision1764300000000 implements MigrationInterface {
  name = 'MemberSupervision1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Tasks as meetings tells of them: by whom, until when, what came of them; never what they are about.
      create table task_view (
        id uuid primary key, version integer not null, node_id uuid not null, doer_ids uuid[] not null, due date not null,
        state text not null check (state in ('OPEN', 'DONE', 'CANCELLED')),
        result text check (result in ('EXCEEDED', 'ON_TIME', 'LATE', 'NOT_DONE')), reported boolean not null
      );
      create index task_view_due on task_view (node_id, due);

      create table member_supervision (
        id uuid primary key, version integer not null, node_id uuid not null, body_id uuid not null,
        quarter text not null, from_on date not null, to_on date not null, state text not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
        roster_on date not null, grade_scale text[] not null, opened_on date, closed_on date,
        constraint member_supervision_once unique (body_id, quarter)
      );
      create index member_supervision_node on member_supervision (node_id, quarter);

      create table supervision_line (
        id uuid primary key, version integer not null, supervision_id uuid not null references member_supervision (id),
        node_id uuid not null, body_id uuid not null, person_id uuid not null, reminders integer not null, answers integer not null,
        proposal text check (proposal in ('COMMEND', 'HELP', 'REMIND', 'REFER')), proposal_reason_sealed text, proposed_by uuid, proposed_on date,
        reported_to text, report_sealed text, reported_by uuid, reported_on date,
        tasks jsonb,
        constraint supervision_line_once unique (supervision_id, person_id)
      );
      create index supervision_line_person on supervision_line (person_id);

      -- Sealed, so that the database can neither add grades up nor put people in their order.
      create table supervision_month (
        line_id uuid not null references supervision_line (id), month text not null, grade_sealed text, note_sealed text,
        primary key (line_id, month)
      );
      create index supervision_month_month on supervision_month (month);

      create table supervision_reminder (
        id uuid primary key, line_id uuid not null references supervision_line (id), given_on date not null,
        place text not null check (place in ('MEETING', 'COMMITTEE', 'IN_PERSON')), text_sealed text not null, by_id uuid not null
      );
      create index supervision_reminder_line on supervision_reminder (line_id);
      create table supervision_answer (
        id uuid primary key, line_id uuid not null references supervision_line (id), at timestamptz not null, text_sealed text not null
      );
      create index supervision_answer_line on supervision_answer (line_id);

      -- All that goes up.
      create table supervision_count (
        supervision_id uuid primary key references member_supervision (id), node_id uuid not null, body_id uuid not null, lines integer not null,
        commended integer not null, helped integer not null, reminded integer not null, referred integer not null, reported integer not null
      );

      ${securedSql(
        'task_view',
        `${nodeReached('node_id')} or ${personReached('any (doer_ids)')} or ${seatedIn('select b.id from body_view b where b.node_id = task_view.node_id')}`,
      )}
      ${securedSql(
        'supervision_line',
        `${SYSTEM_ONLY} or ${grantedReached('node_id')} or ${personReached('person_id')} or ${seatedIn('supervision_line.body_id')}`,
        'true',
      )}
      ${securedSql(
        'member_supervision',
        `${nodeReached('node_id')} or ${seatedIn('member_supervision.body_id')}
          or exists (select from supervision_line l where l.supervision_id = member_supervision.id and ${personReached('l.person_id')} offset 0)`,
      )}
      ${['supervision_month', 'supervision_reminder', 'supervision_answer'].map(ofItsLine).join('\n')}
      ${securedSql('supervision_count', `${nodeReached('node_id')} or ${seatedIn('supervision_count.body_id')}`)}
      -- Who reads a member's line must know whether the cell is competent for them.
      create policy supervised on roster_managed for select
        using (exists (select from supervision_line l where l.person_id = roster_managed.person_id offset 0));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy supervised on roster_managed;
      drop table supervision_count, supervision_answer, supervision_reminder, supervision_month, supervision_line, member_supervision, task_view
    `);
  }
}
