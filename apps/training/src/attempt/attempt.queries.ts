import { Injectable } from '@nestjs/common';
import { type Attempt, getAttempt, type MyQuiz, myQuizzes } from '@vungmanh/contracts/training/attempt';
import type { QuizPart, QuizState } from '@vungmanh/contracts/training/quiz';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { markOf, questionsOf } from '../quiz/quiz.rules.js';
import { attemptOf } from './attempt-page.js';

interface Row {
  id: string;
  title: string;
  state: QuizState;
  parts: QuizPart[];
  minutes: number;
  opensAt: Date;
  closesAt: Date;
  attemptId: string | null;
  handedIn: boolean;
  right: number;
}

/** A person's own tests and papers. */
@Injectable()
export class AttemptQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(getAttempt)
  get(call: Call<typeof getAttempt>): Promise<Attempt> {
    return attemptOf(this.db, call.input.attemptId, call.actor.person, this.clock.now());
  }

  @Rpc(myQuizzes)
  async mine(call: Call<typeof myQuizzes>): Promise<Page<MyQuiz>> {
    const { cursor, limit } = call.input;
    const params: unknown[] = [call.actor.person];
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (q.opens_at, q.id) < ($${params.push(after[0])}::timestamptz, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<Row>(
      `select q.id, q.title, q.state, q.parts, q.minutes, q.opens_at as "opensAt", q.closes_at as "closesAt",
         a.id as "attemptId", a.handed_in_at is not null as "handedIn",
         (select count(*)::int from attempt_item i join question_edition e on e.question_id = i.question_id and e.number = i.edition
          where q.state = 'CLOSED' and i.attempt_id = a.id and to_jsonb(i.chosen) = e.content -> 'right') as "right"
       from quiz_participant p join quiz q on q.id = p.quiz_id left join quiz_attempt a on a.quiz_id = q.id and a.person_id = p.person_id
       where p.person_id = $1 ${afterSql} order by q.opens_at desc, q.id desc limit $${params.push(limit + 1)}`,
      params,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.opensAt.toISOString(), row.id]);
    return { items: items.map(shown), ...(next === undefined ? {} : { next }) };
  }
}

function shown({ state, parts, opensAt, closesAt, attemptId, right, ...row }: Row): MyQuiz {
  const questions = questionsOf(parts);
  return {
    ...row,
    closed: state === 'CLOSED',
    questions,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    ...(attemptId === null ? {} : { attemptId }),
    ...(state === 'CLOSED' && attemptId !== null ? { mark: markOf(right, questions) } : {}),
  };
}
