import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tree: identities, and what is dated about them. Periods are half-open; a source edge never overlaps another of its kind. */
export class Tree1762000000000 implements MigrationInterface {
  name = 'Tree1762000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table node_type (
        code text not null, label text not null, allowed_parents text[] not null,
        meets_as_cell boolean not null, may_have_committee boolean not null, may_have_inspection_commission boolean not null,
        may_have_advisory_organs boolean not null,
        inspects_as text not null check (inspects_as in ('CELL', 'SECTION_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'SUPERIOR_COMMITTEE')),
        has_seal boolean not null, symbol text not null, body_title text not null, code_pattern text not null, level smallint not null,
        valid_from date not null, valid_to date check (valid_to > valid_from), source text not null,
        primary key (code, valid_from),
        constraint node_type_period exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
      );

      create table sector (
        code text not null, label text not null, position smallint not null,
        valid_from date not null, valid_to date check (valid_to > valid_from), source text not null,
        primary key (code, valid_from),
        constraint sector_period exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
      );

      create table node (
        id uuid primary key, version integer not null, type_code text not null, sector text, has_seal boolean,
        status text not null check (status in ('ACTIVE', 'ENDED')),
        established_on date, decision_number text, decision_date date
      );

      create table node_parent (
        node_id uuid not null references node (id), parent_id uuid not null references node (id),
        valid_from date not null, valid_to date, decision_number text, decision_date date,
        primary key (node_id, valid_from),
        check (node_id <> parent_id), check (valid_to > valid_from),
        constraint node_parent_period exclude using gist (node_id with =, daterange(valid_from, valid_to) with &&)
      );
      create index node_parent_children on node_parent (parent_id) where valid_to is null;

      create table node_name (
        node_id uuid not null references node (id), name text not null,
        valid_from date not null, valid_to date, decision_number text, decision_date date,
        primary key (node_id, valid_from),
        check (valid_to > valid_from),
        constraint node_name_period exclude using gist (node_id with =, daterange(valid_from, valid_to) with &&)
      );

      create table node_code (
        node_id uuid not null references node (id), code text not null,
        valid_from date not null, valid_to date, decision_number text, decision_date date,
        primary key (node_id, valid_from),
        check (valid_to > valid_from),
        constraint node_code_period exclude using gist (node_id with =, daterange(valid_from, valid_to) with &&),
        constraint node_code_unique exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
      );

      create index node_view_search on node_view using gin (search_text gin_trgm_ops);
      create index node_view_cell on node_view (id) where status = 'ACTIVE' and (traits ->> 'meetsAsCell')::boolean;
      create index node_view_code on node_view (code, id);
      create index node_view_name on node_view (name, id);
      create index tree_now_levels on tree_now (ancestor, depth, descendant);
      create unique index node_view_root on node_view ((true)) where parent_id is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index node_view_search, node_view_cell, node_view_code, node_view_name, tree_now_levels, node_view_root;
      drop table node_code, node_name, node_parent, node, sector, node_type
    `);
  }
}
