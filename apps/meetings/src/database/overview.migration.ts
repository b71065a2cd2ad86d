import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In the order of `overview/figures.ts`. */
const FIGURES = `
  bodies integer not null, planned integer not null, noticed integer not null, met integer not null, confirmed integer not null,
  published integer not null, missed integer not null, present integer not null, expected integer not null, open_tasks integer not null,
  overdue_tasks integer not null, deviations integer not null, thematic_due integer not null, thematic_done integer not null`;

/** The view from above: finished rows per body and per organization, and the answers that are drawn from them. */
export class Overview1763000200000 implements MigrationInterface {
  name = 'Overview1763000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table body_month (body_id uuid not null, month text not null, node_id uuid not null, ${FIGURES}, primary key (body_id, month));
      create index body_month_node on body_month (month, node_id);
      create index body_month_open on body_month (month) where open_tasks > 0;

      -- turn: moves on whenever a figure at or below the organization has changed in that month.
      create table node_month (node_id uuid not null, month text not null, turn bigint not null, ${FIGURES}, primary key (node_id, month));

      -- Moves on whenever an organization was added, placed or renamed.
      create table overview_tree (turn bigint not null);
      insert into overview_tree (turn) values (1);

      -- An answer is good while both turns are those that it was drawn at.
      create table overview_answer (
        node_id uuid not null, month text not null, turn bigint not null, tree_turn bigint not null,
        etag text not null, gzip bytea not null, asked_at timestamptz not null, primary key (node_id, month)
      );
      alter table overview_answer alter column gzip set storage external;

      -- Organizations whose place or name is new. The tree is the platform's and bodies and organizations come in any order: only the
      -- tables themselves know when an organization has been linked to those above it.
      create table node_dirty (id bigint generated always as identity primary key, node_id uuid not null);
      create function overview_linked() returns trigger language plpgsql as
        $$ begin insert into node_dirty (node_id) select distinct descendant from added; return null; end $$;
      create trigger overview_linked after insert on tree_now referencing new table as added for each statement execute function overview_linked();
      create function overview_named() returns trigger language plpgsql as
        $$ begin insert into node_dirty (node_id) select id from changed; return null; end $$;
      create trigger overview_named after update on node_view referencing new table as changed for each statement execute function overview_named();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger overview_named on node_view;
      drop trigger overview_linked on tree_now;
      drop function overview_named, overview_linked;
      drop table node_dirty, overview_answer, overview_tree, node_month, body_month
    `);
  }
}
