import { reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What training has told of a member's certificates. */
export class Certificate1764600000001 implements MigrationInterface {
  name = 'Certificate1764600000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table training_certificate (
        id uuid primary key, version integer not null, person_id uuid not null, course_code text not null, course_label text not null, number text not null,
        issued_on date not null, expires_on date, state text not null check (state in ('VALID', 'REPLACED', 'WITHDRAWN'))
      );
      create index training_certificate_person on training_certificate (person_id);
      ${securedSql('training_certificate', reachedThrough('enrollment e', 'e.person_id = training_certificate.person_id'), 'true')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table training_certificate');
  }
}
