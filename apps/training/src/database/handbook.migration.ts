import { nodeReached, openSql, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The handbook: chapters, their published editions, and what is being written. */
export class Handbook1764601100000 implements MigrationInterface {
  name = 'Handbook1764601100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table chapter (
        id uuid primary key, version integer not null, node_id uuid not null, code text collate "C" not null,
        state text not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'DROPPED')),
        edition integer not null, withdrawn_on date, withdrawn_because text
      );
      create index chapter_code on chapter (state, code, id);
      create unique index chapter_code_once on chapter (node_id, code) where state <> 'DROPPED';

      create table chapter_edition (
        chapter_id uuid not null references chapter (id), number integer not null, content jsonb not null, published_on date not null, note text,
        -- Without the marks of Vietnamese: the title and its keywords weigh more than the text.
        search tsvector not null, primary key (chapter_id, number)
      );
      create index chapter_edition_search on chapter_edition using gin (search);

      create table chapter_draft (chapter_id uuid primary key references chapter (id), content jsonb not null);

      -- Whoever may write finds what is not published yet; what is published, everybody.
      ${securedSql('chapter', `state in ('PUBLISHED', 'WITHDRAWN') or ${nodeReached('node_id')}`, nodeReached('node_id'))}
      ${securedSql('chapter_draft', reachedThrough('chapter c', `c.id = chapter_draft.chapter_id and ${nodeReached('c.node_id')}`))}
      ${openSql('published for every member', ['chapter_edition'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table chapter_draft, chapter_edition, chapter');
  }
}
