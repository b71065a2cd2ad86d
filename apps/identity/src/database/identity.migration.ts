import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, roles and grants, and the count of failed sign-ins. */
export class Identity1761000000000 implements MigrationInterface {
  name = 'Identity1761000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid primary key, version integer not null,
        username text not null unique check (username = lower(username)),
        password_hash text not null, display_name text not null, search_text text not null,
        person_id uuid, disabled boolean not null, created_at timestamptz not null
      );
      create unique index account_person on account (person_id) where person_id is not null and not disabled;

      create table role (code text primary key, label text not null, permissions text[] not null, position smallint not null);

      create table account_grant (
        id uuid primary key, version integer not null,
        account_id uuid not null references account (id), role_code text not null references role (code),
        node_id uuid not null, below boolean not null, valid_from date not null, valid_to date
      );
      create index account_grant_account on account_grant (account_id);
      create index account_grant_node on account_grant (node_id, account_id);

      create table failed_sign_in (key text primary key, failures integer not null, last_at timestamptz not null);
      create index failed_sign_in_last on failed_sign_in (last_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table failed_sign_in, account_grant, role, account');
  }
}
