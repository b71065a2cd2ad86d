import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workbooks that come in and go out: processes that people leave and find again, and the rows that were read. */
export class Import1762000300000 implements MigrationInterface {
  name = 'Import1762000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_run (
        id uuid primary key, version integer not null, node_id uuid not null references node (id), account_id text not null,
        file_id uuid not null, file_name text not null,
        state text not null check (state in ('READING', 'CHECKING', 'READY', 'APPLYING_ORGANIZATIONS', 'APPLYING_MEMBERS', 'DONE', 'REFUSED', 'CANCELED')),
        started_at timestamptz not null, finished_at timestamptz,
        done integer not null default 0, total integer not null default 0,
        organizations jsonb, members jsonb, members_need_organizations boolean not null default false, confirmed text[] not null, trouble text
      );
      create index import_run_node on import_run (node_id);

      create table import_organization (
        import_id uuid not null references import_run (id), row integer not null,
        state text not null check (state in ('NEW', 'CHANGED', 'UNCHANGED', 'ERROR')), warned boolean not null,
        cells jsonb not null, remarks jsonb not null,
        -- What applying the row writes; absent for a row in error.
        node_id uuid, node_version integer, facts jsonb,
        primary key (import_id, row)
      );

      create table export_run (
        id uuid primary key, version integer not null, node_id uuid not null references node (id), account_id text not null,
        with_members boolean not null, state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
        started_at timestamptz not null, finished_at timestamptz,
        organizations integer not null default 0, members integer not null default 0, file_id uuid
      );
      create index export_run_account on export_run (account_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table export_run, import_organization, import_run');
  }
}
