import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that every service has. Written by hand: TypeORM's generator would drop indexes it does not know. */
export class Platform1760000000000 implements MigrationInterface {
  name = 'Platform1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency (
        actor_id text not null, operation text not null, key text not null,
        input_hash bytea not null, answer jsonb, created_at timestamptz not null default now(),
        primary key (actor_id, operation, key)
      );
      create index idempotency_created on idempotency (created_at);

      create table audit (
        id uuid primary key, at timestamptz not null,
        actor_id text not null, person_id uuid, on_behalf_of text, operation text not null,
        node_id uuid, target_id uuid, persons uuid[] not null default '{}', trace text not null
      );
      create index audit_persons on audit using gin (persons);

      create table outbox (
        id uuid primary key, name text not null, payload jsonb not null, trace text not null,
        created_at timestamptz not null, sent_at timestamptz, stream_seq bigint
      );
      create index outbox_unsent on outbox (id) where sent_at is null;
      create index outbox_seq on outbox (stream_seq);

      create table grant_view (
        grant_id uuid primary key, version integer not null, account_id text not null, node_id uuid not null,
        below boolean not null, permissions text[] not null, on_behalf_of text, valid_from date not null, valid_to date
      );
      create index grant_view_account on grant_view (account_id);

      create table node_view (
        id uuid primary key, version integer not null, parent_id uuid, code text not null, name text not null,
        search_text text not null, type_code text not null, sector text, status text not null, traits jsonb not null
      );
      create index node_view_parent on node_view (parent_id, code);

      create table rule_view (
        id uuid primary key, version integer not null, node_id uuid not null, key text not null, value jsonb not null,
        valid_from date not null, valid_to date, source text not null
      );

      create table tree_now (
        ancestor uuid not null, descendant uuid not null, depth smallint not null,
        primary key (descendant, ancestor)
      );
      create index tree_now_down on tree_now (ancestor, descendant) include (depth);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tree_now, rule_view, node_view, grant_view, outbox, audit, idempotency');
  }
}
