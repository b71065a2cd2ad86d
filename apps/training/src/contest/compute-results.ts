import type { ContestRules } from '@vungmanh/contracts/training/contest';
import type { Tx } from '@vungmanh/platform/db/tx';
import { type Marked, resultsOf } from './contest.rules.js';

/** Tests of a round: given out but not closed, and closed after somebody has begun them. One still in preparation counts for nothing. */
export async function quizzesOf(tx: Tx, roundId: string): Promise<{ open: number; sat: number }> {
  const [row] = await tx.query<{ open: number; sat: number }>(
    `select count(*) filter (where q.state = 'OPEN')::int as open,
       count(*) filter (where q.state = 'CLOSED' and exists (select from quiz_attempt a where a.quiz_id = q.id))::int as sat
     from quiz q where q.round_id = $1`,
    [roundId],
  );
  return row ?? { open: 0, sat: 0 };
}

/**
 * Writes what came of a round beside each entry, and nowhere else. Several tests of one round count together, also one that somebody was given
 * and did not begin; a test that nobody began counts for nobody, nor do the points of a juror who has left.
 */
export async function computeResults(tx: Tx, roundId: string, rules: ContestRules): Promise<void> {
  const rows = await tx.query<Omit<Marked, 'quiz'> & { right: number; questions: number }>(
    `select e.id as "entryId",
       (select coalesce(jsonb_agg(jsonb_build_object('key', k.key, 'points', k.points)), '[]') from contest_points k
        join contest_juror j on j.round_id = e.round_id and j.person_id = k.juror_id where k.entry_id = e.id) as points,
       (select coalesce(sum((p ->> 'questions')::int), 0)::int from quiz q
        join quiz_participant g on g.quiz_id = q.id and g.person_id = e.person_id cross join jsonb_array_elements(q.parts) p
        where q.round_id = e.round_id and q.state = 'CLOSED' and exists (select from quiz_attempt a where a.quiz_id = q.id)) as questions,
       (select count(*)::int from quiz q join quiz_attempt a on a.quiz_id = q.id and a.person_id = e.person_id
        join attempt_item i on i.attempt_id = a.id join question_edition c on c.question_id = i.question_id and c.number = i.edition
        where q.round_id = e.round_id and q.state = 'CLOSED' and to_jsonb(i.chosen) = c.content -> 'right') as "right"
     from contest_entry e
     where e.round_id = $1 and e.withdrawn_because is null`,
    [roundId],
  );
  const marked = rows.map(({ right, questions, ...row }): Marked => ({ ...row, quiz: questions === 0 ? undefined : { right, questions } }));
  await tx.query(
    `update contest_entry e set place = r.place, total = r.total, points = r.points
     from jsonb_to_recordset($1::jsonb) as r("entryId" uuid, place integer, total numeric, points jsonb) where e.id = r."entryId"`,
    [JSON.stringify(resultsOf(rules, marked))],
  );
}
