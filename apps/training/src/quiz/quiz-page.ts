import { Injectable } from '@nestjs/common';
import type { Quiz, QuizLine } from '@vungmanh/contracts/training/quiz';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';
import { Grants } from '@vungmanh/platform/scope/grants';
import { quizActsFor } from './quiz.rules.js';

export const LINE_SQL = `q.id, q.version, q.node_id as "nodeId", q.class_id as "classId", q.round_id as "roundId", q.state, q.title, q.parts, q.minutes,
  q.opens_at as "opensAt", q.closes_at as "closesAt"`;

export interface LineRow extends Omit<QuizLine, 'classId' | 'roundId' | 'opensAt' | 'closesAt'> {
  classId: string | null;
  roundId: string | null;
  opensAt: Date;
  closesAt: Date;
}

export const quizLine = ({ opensAt, closesAt, ...row }: LineRow): QuizLine => ({
  ...present(row),
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
});

/** Draws a test as whoever holds it sees it. */
@Injectable()
export class QuizPage {
  constructor(private readonly grants: Grants) {}

  async of(reader: Reader, actor: Actor, quizId: string, insideSql: (params: unknown[]) => string): Promise<Quiz> {
    const params: unknown[] = [quizId];
    const narrowedSql = insideSql(params);
    const [row] = await reader.query<LineRow & Pick<Quiz, 'participants' | 'started' | 'handedIn'>>(
      `select ${LINE_SQL}, (select count(*)::int from quiz_participant p where p.quiz_id = q.id) as participants,
         (select count(*)::int from quiz_attempt a where a.quiz_id = q.id) as started,
         (select count(a.handed_in_at)::int from quiz_attempt a where a.quiz_id = q.id) as "handedIn"
       from quiz q where q.id = $1 and ${narrowedSql}`,
      params,
    );
    if (!row) throw refuse('request/not-found');
    const { participants, started, handedIn, ...line } = row;
    return {
      ...quizLine(line),
      participants,
      started,
      handedIn,
      may: quizActsFor(row.state, await this.grants.permissionsAt(actor, row.nodeId, reader)),
    };
  }
}
