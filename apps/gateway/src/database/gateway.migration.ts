import { openSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions: whoever reads this table can become nobody, for it holds only digests of the references. */
export class Gateway1761000000000 implements MigrationInterface {
  name = 'Gateway1761000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session (
        reference_hash bytea primary key, id uuid not null unique,
        account_id uuid not null, person_id uuid, agent text not null, address text not null,
        created_at timestamptz not null, last_seen timestamptz not null, ends_at timestamptz not null,
        second_at timestamptz, former_hash bytea unique, former_until timestamptz,
        held_meeting uuid, held_since timestamptz, held_seen timestamptz
      );
      create index session_account on session (account_id);
      create index session_ends on session (ends_at);
      ${openSql('found by a digest of the reference, or by the account of the session', ['session'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session');
  }
}
