import type { ContestRules } from '@vungmanh/contracts/training/contest';
import type { Tx } from '@vungmanh/platform/db/tx';
import { type Marked, resultsOf } from './contest.rules.js';

/** Tests of a round whose result is not fixed yet. */
export async function openQuizzes(tx: Tx, roundId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from quiz where round_id = $1 and state <> 'CLOSED'`, [roundId]);
  return row?.n ?? 0;
}

/** Writes what came of a round beside each entry, and nowhere else. Several tests of one round count together. */
export async function computeResults(tx: Tx, roundId: string, rules: ContestRules): Promise<void> {
  const rows = await tx.query<Omit<Marked, 'quiz'> & { right: number; questions: number }>(
    `select e.id as "entryId",
       (select coalesce(jsonb_agg(jsonb_build_object('key', k.key, 'points', k.points)), '[]') from contest_points k where k.entry_id = e.id) as points, z.*
     from contest_entry e cross join lateral (select count(*)::int as questions,
         count(*) filter (where to_jsonb(i.chosen) = c.content -> 'right')::int as "right"
       from quiz q join quiz_attempt a on a.quiz_id = q.id and a.person_id = e.person_id join attempt_item i on i.attempt_id = a.id
       join question_edition c on c.question_id = i.question_id and c.number = i.edition where q.round_id = e.round_id) z
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
