import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors: secrets sealed, codes by their digests; the province's rule for those who edit in a cell; and whether all this is simulated. */
export class SecondFactor1761000300000 implements MigrationInterface {
  name = 'SecondFactor1761000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table totp_factor (
        account_id uuid primary key references account (id), secret text, pending text, last_step bigint not null default 0
      );

      create table one_time_code (
        account_id uuid not null references account (id), kind text not null check (kind in ('RECOVERY', 'CARD')), position smallint not null,
        code_hash bytea not null, used_at timestamptz,
        primary key (account_id, kind, position)
      );

      create table recovery_notice (account_id uuid primary key references account (id), used_at timestamptz not null);

      create table invitation (
        account_id uuid primary key references account (id), code_hash bytea not null, expires_at timestamptz not null
      );

      create table second_factor_rule (
        single boolean primary key default true check (single), editors text not null check (editors in ('APP_OR_CARD', 'APP'))
      );
      insert into second_factor_rule (editors) values ('APP_OR_CARD');

      create table simulated_data (single boolean primary key default true check (single));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simulated_data, invitation, second_factor_rule, recovery_notice, one_time_code, totp_factor');
  }
}
