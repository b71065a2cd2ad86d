import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What events and jobs need in every service, beside the outbox. */
export class Events1760000100000 implements MigrationInterface {
  name = 'Events1760000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inbox (
        consumer text not null, event_id uuid not null, stream_seq bigint not null, at timestamptz not null default now(),
        primary key (consumer, event_id)
      );
      create index inbox_at on inbox (at);

      create table dead_letter (
        id uuid primary key, consumer text not null, event_id uuid not null, name text not null, payload jsonb not null,
        trace text not null, occurred_at timestamptz not null, attempts integer not null, error text not null,
        failed_at timestamptz not null, dead boolean not null,
        unique (consumer, event_id)
      );
      create index dead_letter_dead on dead_letter (id) where dead;

      create table projection (name text primary key, filled_at timestamptz not null);
      create table projection_page (
        name text not null, number integer not null, content jsonb not null,
        primary key (name, number)
      );

      create table stream_mark (side text primary key, created text not null, at timestamptz not null);

      create table job (
        id uuid primary key, kind text not null, unique_key text, run_at timestamptz not null, payload jsonb not null, trace text not null,
        attempts integer not null default 0,
        state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
        lease_until timestamptz, done integer not null default 0, total integer not null default 0,
        result_file text, error text, ended_at timestamptz,
        unique (kind, unique_key)
      );
      create index job_open on job (run_at) where state in ('WAITING', 'RUNNING');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job, stream_mark, projection_page, projection, dead_letter, inbox');
  }
}
