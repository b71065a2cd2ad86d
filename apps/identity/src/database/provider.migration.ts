import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The OpenID provider's keys and state. What it hands out is found by a digest and kept sealed: neither a dump nor a reader of the
 * tables can sign in or sign with it.
 */
export class Provider1761000200000 implements MigrationInterface {
  name = 'Provider1761000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oidc_key (
        kind text primary key check (kind in ('SIGN', 'COOKIE')), secret text not null, created_at timestamptz not null
      );

      create table oidc_state (
        model text not null, id_hash bytea not null, uid_hash bytea, grant_hash bytea,
        payload text not null, consumed boolean not null default false, expires_at timestamptz not null,
        primary key (model, id_hash)
      );
      create index oidc_state_uid on oidc_state (uid_hash) where uid_hash is not null;
      create index oidc_state_grant on oidc_state (grant_hash) where grant_hash is not null;
      create index oidc_state_expires on oidc_state (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oidc_state, oidc_key');
  }
}
