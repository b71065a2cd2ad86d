import { openSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Values of rules that the province sets; one that never counted has an empty period. */
export class RuleOverride1762000500000 implements MigrationInterface {
  name = 'RuleOverride1762000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rule_override (
        id uuid primary key, version integer not null, node_id uuid not null references node (id), key text not null, value jsonb not null,
        valid_from date not null, valid_to date check (valid_to >= valid_from), document_number text not null, document_date date not null,
        reason text not null, set_at timestamptz not null, withdrawn_at timestamptz, withdrawn_reason text,
        check ((withdrawn_at is null) = (withdrawn_reason is null)),
        constraint rule_override_period exclude using gist (node_id with =, key with =, daterange(valid_from, valid_to) with &&)
      );
      ${openSql('what everybody lives by', ['rule_override'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rule_override');
  }
}
