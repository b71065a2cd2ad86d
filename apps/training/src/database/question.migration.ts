import { newId } from '@vungmanh/contracts/new-id';
import { nodeReached, openSql, personReached, reachedThrough, securedSql, SYSTEM_ONLY } from '@vungmanh/platform/db/row-security';
import { questionFields } from '@vungmanh/regulations/question-field';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bank of questions by field, and what people practice for themselves with it. */
export class Question1764601120000 implements MigrationInterface {
  name = 'Question1764601120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table question_field (id uuid primary key, label text not null, position integer not null, constraint question_field_label unique (label));
      create table question (
        id uuid primary key, version integer not null, node_id uuid not null, field_id uuid not null references question_field (id),
        state text not null check (state in ('DRAFT', 'APPROVED', 'RETIRED')), reserved boolean not null,
        edition integer not null, approved_edition integer, retired_because text
      );
      create index question_node on question (node_id, id);
      create index question_drawn on question (field_id, node_id) where approved_edition is not null;
      -- Written over only until it has been approved.
      create table question_edition (
        question_id uuid not null references question (id), number integer not null, content jsonb not null, written_on date not null,
        primary key (question_id, number)
      );

      create table practice (
        id uuid primary key, person_id uuid not null, field_id uuid not null references question_field (id), started_at timestamptz not null
      );
      create index practice_person on practice (person_id, started_at, id);
      create index practice_started on practice (started_at);
      create table practice_item (
        practice_id uuid not null references practice (id) on delete cascade, position smallint not null,
        question_id uuid not null, edition integer not null, chosen smallint[], primary key (practice_id, position)
      );

      ${openSql('names of fields, the same for everybody', ['question_field'])}
      ${securedSql('question', `${nodeReached('node_id')} or (approved_edition is not null and not reserved)`, nodeReached('node_id'))}
      -- The person's alone: who reaches the whole province reaches none of it.
      ${securedSql('practice', `${personReached('person_id')} or ${SYSTEM_ONLY}`)}
      ${securedSql('practice_item', 'exists (select from practice p where p.id = practice_item.practice_id offset 0)')}
      ${securedSql(
        'question_edition',
        `${reachedThrough('question q', 'q.id = question_edition.question_id')}
         or exists (select from practice_item i where i.question_id = question_edition.question_id and i.edition = question_edition.number offset 0)`,
        reachedThrough('question q', 'q.id = question_edition.question_id'),
      )}
      create index practice_item_question on practice_item (question_id, edition);
    `);
    const began = Date.parse('2026-01-01');
    for (const [position, label] of questionFields.entries()) {
      await runner.query('insert into question_field (id, label, position) values ($1, $2, $3)', [newId(began + position), label, position]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table practice_item, practice, question_edition, question, question_field');
  }
}
