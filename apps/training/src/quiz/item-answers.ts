import type { Reader } from '@vungmanh/platform/db/reader';
import type { ItemAnswer } from './quiz.rules.js';

/** How a question, in the edition that is in force, was answered in closed tests within reach, each with how much of the same paper was right; nothing says by whom. */
export async function itemAnswers(reader: Reader, questionId: string): Promise<ItemAnswer[]> {
  return reader.query<ItemAnswer>(
    `select to_jsonb(own.chosen) is not distinct from e.content -> 'right' as "right", whole.share
     from question q join attempt_item own on own.question_id = q.id and own.edition = coalesce(q.approved_edition, q.edition)
     join question_edition e on e.question_id = own.question_id and e.number = own.edition
     join quiz_attempt a on a.id = own.attempt_id join quiz z on z.id = a.quiz_id and z.state = 'CLOSED'
     cross join lateral (select avg((to_jsonb(i.chosen) is not distinct from k.content -> 'right')::int)::float8 as share
       from attempt_item i join question_edition k on k.question_id = i.question_id and k.number = i.edition where i.attempt_id = a.id) whole
     where q.id = $1`,
    [questionId],
  );
}
