import { Injectable } from '@nestjs/common';
import { getQuiz, listQuizResults, listQuizzes, type Quiz, type QuizLine, type QuizResult, type QuizState } from '@vungmanh/contracts/training/quiz';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { LINE_SQL, quizLine, QuizPage, type LineRow } from './quiz-page.js';
import { markOf } from './quiz.rules.js';

interface ResultRow {
  personId: string;
  name: string;
  sortKey: string;
  startedAt: Date | null;
  handedInAt: Date | null;
  byTime: boolean | null;
  questions: number;
  answered: number;
  late: number;
  right: number;
}

/** Tests as whoever holds them sees them: who has sat them and, once closed, with what mark; never what somebody answered. */
@Injectable()
export class QuizQueries {
  constructor(
    private readonly db: Db,
    private readonly page: QuizPage,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(getQuiz)
  get(call: Call<typeof getQuiz>): Promise<Quiz> {
    return this.page.of(this.db, call.actor, call.input.quizId, (params) => call.scope.within('q.node_id', params));
  }

  @Rpc(listQuizzes)
  async list(call: Call<typeof listQuizzes>): Promise<Page<QuizLine>> {
    const { nodeId, classId, roundId, cursor, limit } = call.input;
    const params: unknown[] = [nodeId, classId ?? null, roundId ?? null];
    const { conditionSql } = call.scope.below('q.node_id', '$1', params);
    const after = readCursor(cursor, 1);
    const rows = await this.db.query<LineRow>(
      `select ${LINE_SQL} from quiz q where ${conditionSql} and ($2::uuid is null or q.class_id = $2) and ($3::uuid is null or q.round_id = $3)
         ${after ? `and q.id < $${params.push(after[0])}::uuid` : ''} order by q.id desc limit $${params.push(limit + 1)}`,
      params,
    );
    return pageOf(rows.map(quizLine), limit, (row) => [row.id]);
  }

  @Rpc(listQuizResults)
  async results(call: Call<typeof listQuizResults>): Promise<Page<QuizResult>> {
    const { quizId, cursor, limit } = call.input;
    const params: unknown[] = [quizId];
    const [quiz] = await this.db.query<{ state: QuizState; nodeId: string }>(
      `select q.state, q.node_id as "nodeId" from quiz q where q.id = $1 and ${call.scope.within('q.node_id', params)}`,
      params,
    );
    if (!quiz) throw refuse('request/not-found');
    const after = readCursor(cursor, 2);
    const asked: unknown[] = [quizId];
    const afterSql = after
      ? `and (coalesce(n.sort_key, '') collate "C", p.person_id) > ($${asked.push(after[0])}, $${asked.push(after[1])}::uuid)`
      : '';
    const rows = await this.db.query<ResultRow>(
      `select p.person_id as "personId", coalesce(n.name, '') as name, coalesce(n.sort_key, '') as "sortKey",
         a.started_at as "startedAt", a.handed_in_at as "handedInAt", a.by_time as "byTime", i.*
       from quiz_participant p left join quiz_attempt a on a.quiz_id = p.quiz_id and a.person_id = p.person_id
       left join person_name n on n.person_id = p.person_id
       cross join lateral (select count(*)::int as questions, count(i.chosen)::int as answered, count(*) filter (where i.late)::int as late,
           count(*) filter (where to_jsonb(i.chosen) = e.content -> 'right')::int as "right"
         from attempt_item i join question_edition e on e.question_id = i.question_id and e.number = i.edition where i.attempt_id = a.id) i
       where p.quiz_id = $1 ${afterSql} order by coalesce(n.sort_key, '') collate "C", p.person_id limit $${asked.push(limit + 1)}`,
      asked,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.sortKey, row.personId]);
    await this.trail.recordRead(call, { persons: items.map((row) => row.personId), node: quiz.nodeId, target: quizId });
    return { items: items.map((row) => shown(row, quiz.state === 'CLOSED')), ...(next === undefined ? {} : { next }) };
  }
}

function shown({ startedAt, handedInAt, byTime, right, sortKey: _, ...row }: ResultRow, closed: boolean): QuizResult {
  return {
    ...row,
    byTime: byTime === true,
    ...(startedAt === null ? {} : { startedAt: startedAt.toISOString() }),
    ...(handedInAt === null ? {} : { handedInAt: handedInAt.toISOString() }),
    ...(closed && startedAt !== null ? { right, mark: markOf(right, row.questions) } : {}),
  };
}
