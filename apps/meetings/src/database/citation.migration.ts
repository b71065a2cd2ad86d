import { openSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What training has told of the handbook's chapters, which agendas cite. */
export class Citation1764601110000 implements MigrationInterface {
  name = 'Citation1764601110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table chapter_view (
        id uuid primary key, version integer not null, node_id uuid not null, code text collate "C" not null,
        state text not null check (state in ('PUBLISHED', 'WITHDRAWN')), titles jsonb not null, keywords jsonb not null,
        areas jsonb not null, kinds jsonb not null, sectors jsonb not null, themes jsonb not null
      );
      create index chapter_view_node on chapter_view (node_id, code);
      ${openSql('published for every member', ['chapter_view'])}
      -- Agendas that cite are few among all: what counts them reads no others.
      create index meeting_citing on meeting (month) where jsonb_path_exists(agenda, '$[*].citations[*]');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index meeting_citing; drop table chapter_view');
  }
}
