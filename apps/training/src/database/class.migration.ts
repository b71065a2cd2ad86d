import { nodeReached, personReached, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever holds the class, the cell and the person themselves. */
const ofThem = (holder: string): string => `${nodeReached(holder)} or ${nodeReached('node_id')} or ${personReached('person_id')}`;

/** Classes with their sittings, the people in them, who came, and the book of certificates. */
export class Class1764600400000 implements MigrationInterface {
  name = 'Class1764600400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table training_class (
        id uuid primary key, version integer not null, node_id uuid not null, course_id uuid not null, edition integer not null, title text not null,
        state text not null check (state in ('PLANNED', 'ENROLLING', 'RUNNING', 'ASSESSED', 'CLOSED')),
        capacity integer not null check (capacity > 0), passing jsonb not null, limits jsonb not null, from_on date not null, to_on date not null,
        place text not null, document_id uuid not null, decided_on date, number text, closed_at timestamptz,
        foreign key (course_id, edition) references course_edition (course_id, number)
      );
      create index training_class_node on training_class (node_id, from_on);

      create table lesson (
        id uuid primary key, version integer not null, class_id uuid not null references training_class (id), number smallint not null,
        starts_at timestamptz not null, ends_at timestamptz not null, place text not null, topic text not null, lecturers jsonb not null,
        roll_closed_at timestamptz, scan_file uuid, scan_name text, scan_type text, check (ends_at > starts_at)
      );
      create index lesson_class on lesson (class_id, number);

      create table class_enrollment (
        id uuid primary key, version integer not null, class_id uuid not null references training_class (id), holder_id uuid not null,
        node_id uuid not null, person_id uuid not null,
        state text not null check (state in ('NOMINATED', 'REFUSED', 'WAITING', 'APPROVED', 'CONFIRMED', 'DECLINED', 'ATTENDING', 'WITHDRAWN', 'PASSED',
          'FAILED', 'CERTIFIED')),
        deviations jsonb not null, because text, waits_since timestamptz, mark numeric(4, 2) check (mark between 0 and 10), marked_on date,
        failed_by text[] not null default '{}',
        constraint enrollment_once unique (class_id, person_id)
      );
      create index enrollment_person on class_enrollment (person_id);
      create index enrollment_node on class_enrollment (node_id, class_id);

      -- The roll of a sitting is a log, as that of a meeting; at its close everybody's line is written down for good.
      create table lesson_event (
        lesson_id uuid not null references lesson (id), id uuid not null, seq bigint generated always as identity, holder_id uuid not null,
        taken_at timestamptz not null, actor_id text not null, event jsonb not null, primary key (lesson_id, id)
      );
      create table lesson_attendance (
        lesson_id uuid not null references lesson (id), enrollment_id uuid not null references class_enrollment (id), person_id uuid not null,
        holder_id uuid not null, node_id uuid not null, place smallint not null, state text not null, line jsonb not null,
        primary key (lesson_id, enrollment_id)
      );
      create index lesson_attendance_enrollment on lesson_attendance (enrollment_id) include (state);
      create table certificate_book (node_id uuid not null, year smallint not null, last integer not null, primary key (node_id, year));
      create table certificate (
        id uuid primary key, version integer not null, class_id uuid not null references training_class (id),
        enrollment_id uuid not null references class_enrollment (id), course_id uuid not null references course_type (id), person_id uuid not null,
        node_id uuid not null, holder_id uuid not null, year smallint not null, serial integer not null, issued_on date not null, expires_on date,
        state text not null check (state in ('VALID', 'REPLACED', 'WITHDRAWN')), because text, replaces uuid references certificate (id),
        code text not null,
        constraint certificate_number unique (holder_id, year, serial), constraint certificate_code unique (code)
      );
      -- One that counts for each who passed.
      create unique index certificate_once on certificate (enrollment_id) where state = 'VALID';
      create index certificate_class on certificate (class_id, year, serial);
      create index certificate_person on certificate (person_id, course_id);

      -- When and where a class is held is no secret once its people are called; while it is being prepared it is its holder's.
      ${securedSql('training_class', `${nodeReached('node_id')} or state <> 'PLANNED'`, nodeReached('node_id'))}
      ${securedSql('lesson', reachedThrough('training_class c', 'c.id = lesson.class_id'), reachedThrough('training_class c', `c.id = lesson.class_id and ${nodeReached('c.node_id')}`))}
      ${['class_enrollment', 'lesson_attendance', 'certificate'].map((table) => securedSql(table, ofThem('holder_id'))).join('\n')}
      ${securedSql('lesson_event', nodeReached('holder_id'))}
      ${securedSql('certificate_book', nodeReached('node_id'))}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table certificate, certificate_book, lesson_attendance, lesson_event, class_enrollment, lesson, training_class');
  }
}
