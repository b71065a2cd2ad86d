const atNode = 'node_id = any($1)';
/** It belongs to the person alone, and to no organization. */
const ON_A_LIST = 'false';

/** Of the tables of questions, practice, tests and contests, which rows belong to the organizations `$1`. */
export const quizTables: Readonly<Record<string, string>> = {
  question: `${atNode} or (approved_edition is not null and not reserved)`,
  question_edition: `question_id in (select q.id from question q where q.${atNode} or (q.approved_edition is not null and not q.reserved))`,
  quiz: atNode,
  quiz_participant: atNode,
  quiz_pool: `quiz_id in (select q.id from quiz q where q.${atNode})`,
  quiz_attempt: atNode,
  attempt_item: `attempt_id in (select a.id from quiz_attempt a where a.${atNode})`,
  contest_round: `${atNode} or state <> 'PLANNED'`,
  contest_entry: `holder_id = any($1) or ${atNode}`,
  contest_points: 'holder_id = any($1)',
  // Nobody's but the person's: the province does not reach it.
  practice: ON_A_LIST,
  practice_item: ON_A_LIST,
};
