import { nodeReached, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who are being prepared for posts. The person themselves does not reach the row: no rule that we know says that they do. */
export class Preparation1764601210000 implements MigrationInterface {
  name = 'Preparation1764601210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table preparation (
        id uuid primary key, version integer not null, node_id uuid not null, body_id uuid not null, person_id uuid not null,
        post text not null check (post in ('SECRETARY', 'DEPUTY', 'MEMBER')), term text not null, from_on date not null, to_on date not null check (to_on > from_on),
        proposed_by text not null, state text not null check (state in ('PROPOSED', 'APPROVED', 'TAKEN_OUT')), steps jsonb not null
      );
      create unique index preparation_once on preparation (person_id, body_id, post) where state in ('PROPOSED', 'APPROVED');
      create index preparation_node on preparation (node_id, state);
      ${securedSql('preparation', nodeReached('node_id'))}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table preparation');
  }
}
