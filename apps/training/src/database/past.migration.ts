import { nodeReached, personReached, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses taken before this system was there, and the workbooks from which they are known. */
export class PastAttendance1764601150000 implements MigrationInterface {
  name = 'PastAttendance1764601150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table past_import (
        id uuid primary key, version integer not null, node_id uuid not null, account_id text not null, file_id uuid not null, file_name text not null,
        state text not null check (state in ('READING', 'CHECKING', 'READY', 'APPLYING', 'DONE', 'REFUSED', 'CANCELED')),
        started_at timestamptz not null, finished_at timestamptz, rows_read integer not null, counts jsonb, trouble text
      );
      create index past_import_node on past_import (node_id);

      -- What was read, and what was found about it; no card number is kept. found: what membership says of whom the row speaks.
      create table past_import_row (
        import_id uuid not null references past_import (id), "row" integer not null, shown jsonb not null, read_remarks jsonb not null, found text not null,
        person_id uuid, name_key text, kind text, course text, course_key text, level text, place text, from_on date, to_on date, hours integer, result text,
        certificate text, state text, warned boolean not null, remarks jsonb, course_id uuid, node_id uuid,
        primary key (import_id, "row")
      );
      create index past_import_row_person on past_import_row (import_id, person_id);

      create table past_attendance (
        id uuid primary key, person_id uuid not null,
        -- Their cell now: it goes with them.
        node_id uuid not null,
        course_id uuid references course_type (id), course text not null, course_key text not null,
        kind text not null check (kind in ('FOSTERING', 'TRAINING_SESSION', 'DEGREE')),
        level text check (level in ('CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE')), place text,
        from_on date not null, to_on date not null check (to_on >= from_on), hours integer, result text not null check (result in ('PASSED', 'FAILED', 'ATTENDED')),
        certificate text, import_id uuid not null references past_import (id),
        constraint past_attendance_once unique (person_id, course_key, from_on)
      );
      create index past_attendance_node on past_attendance (node_id, to_on) include (kind, level, result);
      create index past_attendance_import on past_attendance (import_id);

      ${securedSql('past_import', nodeReached('node_id'))}
      ${securedSql('past_import_row', reachedThrough('past_import i', 'i.id = past_import_row.import_id'))}
      ${securedSql('past_attendance', `${nodeReached('node_id')} or ${personReached('person_id')}`, nodeReached('node_id'))}

      -- A remark on one cell where the condition holds, as a list to be joined to others.
      create function past_remark(holds boolean, col text, kind text, says text) returns jsonb language sql stable as
        $$ select case when holds then jsonb_build_array(jsonb_build_object('column', col, 'kind', kind, 'says', says)) else '[]'::jsonb end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function past_remark; drop table past_attendance, past_import_row, past_import');
  }
}
