import type { Tx } from '@vungmanh/platform/db/tx';
import type { QuizEntity } from './quiz.entity.js';

/** Writes down who sits a test: whoever attends its class, or takes part in its round while that is not closed; answers how many. */
export async function fixPeople(tx: Tx, { id, classId, roundId, nodeId }: QuizEntity): Promise<number> {
  const people = await tx.query(
    `insert into quiz_participant (quiz_id, person_id, node_id)
     select $1, p.person_id, $4 from (
       select e.person_id from class_enrollment e where e.class_id = $2 and e.state = 'ATTENDING'
       union select c.person_id from contest_entry c join contest_round r on r.id = c.round_id and r.state <> 'CLOSED'
         where c.round_id = $3 and c.withdrawn_because is null) p
     returning person_id`,
    [id, classId, roundId, nodeId],
  );
  return people.length;
}

/** Gives the tests of a round that are under way also to those who were entered after they had been given out. */
export async function giveOpenQuizzes(tx: Tx, roundId: string): Promise<void> {
  await tx.query(
    `insert into quiz_participant (quiz_id, person_id, node_id)
     select q.id, e.person_id, q.node_id from quiz q join contest_entry e on e.round_id = q.round_id and e.withdrawn_because is null
     where q.round_id = $1 and q.state = 'OPEN' on conflict do nothing`,
    [roundId],
  );
}

/** Writes down what may be drawn: questions in use at the holder and above it; false where a field has too few. */
export async function fixQuestions(tx: Tx, { id, nodeId, parts }: QuizEntity): Promise<boolean> {
  const fixed = await tx.query<{ fieldId: string }>(
    `insert into quiz_pool (quiz_id, question_id, edition, field_id)
     select $1, q.id, q.approved_edition, q.field_id from question q
     where q.field_id = any($2::uuid[]) and q.approved_edition is not null
       and q.node_id in (select t.ancestor from tree_now t where t.descendant = $3)
     returning field_id as "fieldId"`,
    [id, parts.map((part) => part.fieldId), nodeId],
  );
  return parts.every((part) => fixed.filter((one) => one.fieldId === part.fieldId).length >= part.questions);
}
