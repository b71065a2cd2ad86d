import { nodeReached, personReached, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tests of a class or a round of a contest: who sits them, what may be drawn, and everybody's paper. */
export class Quiz1764601130000 implements MigrationInterface {
  name = 'Quiz1764601130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table quiz (
        id uuid primary key, version integer not null, node_id uuid not null, class_id uuid references training_class (id), round_id uuid,
        title text not null, state text not null check (state in ('DRAFT', 'OPEN', 'CLOSED')), parts jsonb not null, minutes integer not null,
        opens_at timestamptz not null, closes_at timestamptz not null, check (num_nonnulls(class_id, round_id) = 1), check (opens_at < closes_at)
      );
      create index quiz_node on quiz (node_id, id);
      create index quiz_class on quiz (class_id) where class_id is not null;
      create index quiz_round on quiz (round_id) where round_id is not null;
      -- Who sits it and what may be drawn, as they were when it was given out.
      create table quiz_participant (
        quiz_id uuid not null references quiz (id), person_id uuid not null, node_id uuid not null, primary key (quiz_id, person_id)
      );
      create index quiz_participant_person on quiz_participant (person_id, quiz_id);
      create table quiz_pool (
        quiz_id uuid not null references quiz (id), question_id uuid not null, edition integer not null, field_id uuid not null,
        primary key (quiz_id, question_id)
      );

      create table quiz_attempt (
        id uuid primary key, quiz_id uuid not null references quiz (id), person_id uuid not null, node_id uuid not null,
        started_at timestamptz not null, ends_at timestamptz not null, handed_in_at timestamptz, by_time boolean not null,
        constraint quiz_attempt_once unique (quiz_id, person_id)
      );
      create index quiz_attempt_person on quiz_attempt (person_id);
      create table attempt_item (
        attempt_id uuid not null references quiz_attempt (id), position smallint not null, question_id uuid not null, edition integer not null,
        chosen smallint[], seq integer not null default 0, elapsed_ms integer not null default 0, late boolean not null default false,
        primary key (attempt_id, position)
      );
      create index attempt_item_question on attempt_item (question_id, edition);

      ${securedSql('quiz_participant', `${nodeReached('node_id')} or ${personReached('person_id')}`, nodeReached('node_id'))}
      ${securedSql('quiz', `${nodeReached('node_id')} or ${reachedThrough('quiz_participant p', 'p.quiz_id = quiz.id')}`, nodeReached('node_id'))}
      ${securedSql('quiz_pool', reachedThrough('quiz q', 'q.id = quiz_pool.quiz_id'))}
      ${securedSql('quiz_attempt', `${nodeReached('node_id')} or ${personReached('person_id')}`)}
      ${securedSql('attempt_item', reachedThrough('quiz_attempt a', 'a.id = attempt_item.attempt_id'))}

      -- What stands on a paper may be read by whom the paper is, also of a question that nobody practices with. Their own few papers are
      -- looked through first: the papers of everybody who was asked the same are many.
      drop policy reach on question_edition;
      create policy reach on question_edition using (
        exists (select from quiz_attempt a join attempt_item i on i.attempt_id = a.id where ${personReached('a.person_id')}
          and i.question_id = question_edition.question_id and i.edition = question_edition.number offset 0)
        or ${reachedThrough('question q', 'q.id = question_edition.question_id')}
        or exists (select from practice_item i where i.question_id = question_edition.question_id and i.edition = question_edition.number offset 0)
        or exists (select from attempt_item i where i.question_id = question_edition.question_id and i.edition = question_edition.number offset 0)
      ) with check (${reachedThrough('question q', 'q.id = question_edition.question_id')});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy reach on question_edition;
      create policy reach on question_edition using (
        ${reachedThrough('question q', 'q.id = question_edition.question_id')}
        or exists (select from practice_item i where i.question_id = question_edition.question_id and i.edition = question_edition.number offset 0)
      ) with check (${reachedThrough('question q', 'q.id = question_edition.question_id')});
      drop table attempt_item, quiz_attempt, quiz_pool, quiz_participant, quiz;`);
  }
}
