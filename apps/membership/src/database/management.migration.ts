import { reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which committees above their cell members are managed as cadres: what a cell may do with them hangs on it (21-QĐ/TW). */
export class Management1764300000001 implements MigrationInterface {
  name = 'Management1764300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table management (
        id uuid primary key, person_id uuid not null references person (id), node_id uuid not null,
        valid_from date not null, valid_to date check (valid_to > valid_from),
        constraint management_once exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&)
      );
      create index management_person on management (person_id, valid_from);
      ${securedSql('management', reachedThrough('enrollment e', 'e.person_id = management.person_id'), 'true')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table management');
  }
}
