import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit is only ever added to. `audit_open` holds the ids of rows that have been committed and not been sealed yet: the state
 * by which the sealing finds them, whatever order they were committed in.
 */
export class Audit1760000200000 implements MigrationInterface {
  name = 'Audit1760000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An auditor asks for a day among years; rows come nearly in the order of their instants.
      create index audit_at on audit using brin (at);

      create table audit_open (audit_id uuid not null);
      insert into audit_open select id from audit;

      create table audit_seal (
        chain smallint not null check (chain between 0 and 63), position bigint not null check (position > 0),
        audit_id uuid not null unique, hash bytea not null,
        primary key (chain, position)
      );

      create function audit_opened() returns trigger language plpgsql as $$
        begin insert into audit_open select id from added; return null; end
      $$;
      create trigger audit_opened after insert on audit referencing new table as added
        for each statement execute function audit_opened();

      create function audit_only_added() returns trigger language plpgsql as $$
        begin raise exception 'The audit is only ever added to' using errcode = 'insufficient_privilege'; end
      $$;
      create trigger audit_only_added before update or delete or truncate on audit
        for each statement execute function audit_only_added();
      create trigger audit_only_added before update or delete or truncate on audit_seal
        for each statement execute function audit_only_added();
    `);
    // Whoever was given these tables by the owner's default privileges: the application's role, and later ones that only read.
    await runner.query(`
      do $$
      declare one record;
      begin
        for one in select distinct grantee from information_schema.role_table_grants
          where table_schema = current_schema() and table_name in ('audit', 'audit_seal') and grantee not in (current_user, 'PUBLIC')
        loop
          execute format('revoke update, delete, truncate on audit, audit_seal from %I', one.grantee);
        end loop;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger audit_only_added on audit;
      drop index audit_at;
      drop trigger audit_opened on audit;
      drop table audit_seal, audit_open;
      drop function audit_opened, audit_only_added;
    `);
  }
}
