import { newId } from '@vungmanh/contracts/new-id';
import { openSql } from '@vungmanh/platform/db/row-security';
import { courses } from '@vungmanh/regulations/course';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The courses of a province, each with the editions of its syllabus; those that the documents describe come with the installation. */
export class Course1764600100000 implements MigrationInterface {
  name = 'Course1764600100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table course_type (
        id uuid primary key, version integer not null, code text not null, label text not null,
        kind text not null check (kind in ('FOSTERING', 'TRAINING_SESSION', 'DEGREE')), ended boolean not null, position integer not null,
        constraint course_type_code unique (code), constraint course_type_label unique (label)
      );
      create table course_edition (
        course_id uuid not null references course_type (id), number integer not null, valid_from date not null, syllabus jsonb not null,
        primary key (course_id, number)
      );
      ${openSql('what courses there are, the same for everybody', ['course_type', 'course_edition'])}
    `);
    for (const [position, { code, label, kind, validFrom, mark: _mark, ...syllabus }] of courses.entries()) {
      const id = newId(Date.parse(validFrom) + position);
      await runner.query(`insert into course_type (id, version, code, label, kind, ended, position) values ($1, 1, $2, $3, $4, false, $5)`, [
        id,
        code,
        label,
        kind,
        position,
      ]);
      await runner.query('insert into course_edition (course_id, number, valid_from, syllabus) values ($1, 1, $2, $3)', [id, validFrom, syllabus]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table course_edition, course_type');
  }
}
