import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { getQuestion, listQuestionFields, listQuestions, type Question, type QuestionLine } from '@vungmanh/contracts/training/question';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { FROM_SQL, LINE_SQL, QuestionPage } from './question-page.js';

/** The bank as its writers see it. */
@Injectable()
export class QuestionQueries {
  constructor(
    private readonly db: Db,
    private readonly page: QuestionPage,
  ) {}

  @Rpc(listQuestionFields)
  async fields(_call: Call<typeof listQuestionFields>): Promise<OutputOf<typeof listQuestionFields>> {
    const items = await this.db.query<OutputOf<typeof listQuestionFields>['items'][number]>(
      `select f.id, f.label, (select count(*)::int from question q where q.field_id = f.id and q.approved_edition is not null and not q.reserved) as practicable
       from question_field f order by f.position, f.id`,
    );
    return { items };
  }

  @Rpc(listQuestions)
  async list(call: Call<typeof listQuestions>): Promise<Page<QuestionLine>> {
    const { nodeId, fieldId, state, cursor, limit } = call.input;
    const params: unknown[] = [nodeId];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const after = readCursor(cursor, 1);
    const conditions = [
      call.scope.below('q.node_id', '$1', params).conditionSql,
      ...(fieldId === undefined ? [] : [`q.field_id = ${p(fieldId)}`]),
      ...(state === undefined ? [] : [`q.state = ${p(state)}`]),
      ...(after ? [`q.id < ${p(after[0])}::uuid`] : []),
    ];
    const rows = await this.db.query<QuestionLine>(
      `select ${LINE_SQL}, e.content ->> 'kind' as kind, e.content ->> 'stem' as stem
       from ${FROM_SQL} join question_edition e on e.question_id = q.id and e.number = q.edition
       where ${conditions.join(' and ')} order by q.id desc limit ${p(limit + 1)}`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.id]);
  }

  @Rpc(getQuestion)
  get(call: Call<typeof getQuestion>): Promise<Question> {
    return this.page.of(this.db, call.actor, call.input.questionId, (params) => call.scope.within('q.node_id', params));
  }
}
