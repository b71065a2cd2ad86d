import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, roles and grants, and the count of failed sign-ins. */
export class Identity1761000000000 implements MigrationInterface {
  name = 'Identity1761000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid primary key, version integer not null,
        username text not null unique check (username = lower(username)),
        password_hash text, display_name text not null, search_text text not null,
        person_id uuid, disabled boolean not null, created_at timestamptz not null
      );
      create unique index account_person on account (person_id) where person_id is not null and not disabled;

      create table role (
        code text primary key, id uuid not null unique default uuidv7(), version integer not null, label text not null, permissions text[] not null, hands_on text[] not null,
        four_eyes boolean not null, temporary boolean not null default false, position smallint not null,
        pending jsonb, pending_by uuid references account (id), pending_at timestamptz
      );

      create table account_grant (
        id uuid primary key, version integer not null,
        account_id uuid not null references account (id), role_code text not null references role (code),
        node_id uuid not null, below boolean not null, valid_from date not null, valid_to date,
        given_by uuid references account (id), given_at timestamptz not null,
        approved_by uuid references account (id) check (approved_by <> given_by),
        on_behalf_of uuid references account (id) check (on_behalf_of <> account_id),
        source_kind text check (source_kind in ('MEETING_CHECK')), source_id uuid, check ((source_kind is null) = (source_id is null))
      );
      -- However often it is asked for, and by however many at once, somebody holds it once.
      create unique index account_grant_source on account_grant (source_id, account_id, node_id) where source_id is not null;
      -- What grants are given for; once it has ended, nothing is given for it any more, in whatever order the requests come.
      create table grant_source (id uuid primary key, kind text not null, ended_at timestamptz);
      create index account_grant_account on account_grant (account_id);
      create index account_grant_node on account_grant (node_id, account_id);
      create index account_grant_behalf on account_grant (on_behalf_of) where on_behalf_of is not null;
      create index account_grant_role on account_grant (role_code);
      create index account_grant_end on account_grant (valid_to, id) where valid_to is not null;

      create table grant_proposal (
        id uuid primary key, version integer not null,
        account_id uuid not null references account (id), role_code text not null references role (code),
        node_id uuid not null, below boolean not null, valid_from date not null, valid_to date,
        on_behalf_of uuid references account (id),
        state text not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
        proposed_by uuid not null references account (id), proposed_at timestamptz not null,
        decided_by uuid references account (id), decided_at timestamptz,
        check (state <> 'APPROVED' or decided_by <> proposed_by)
      );
      create index grant_proposal_waiting on grant_proposal (id) where state = 'PROPOSED';

      create table failed_sign_in (key text primary key, failures integer not null, last_at timestamptz not null);
      create index failed_sign_in_last on failed_sign_in (last_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table failed_sign_in, grant_proposal, grant_source, account_grant, role, account');
  }
}
