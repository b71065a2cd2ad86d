import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import {
  addQuestion,
  addQuestionField,
  approveQuestion,
  changeQuestion,
  retireQuestion,
  type Question,
  type QuestionContent,
} from '@vungmanh/contracts/training/question';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { QuestionEntity } from './question.entity.js';
import { QuestionPage } from './question-page.js';
import { isKeyed } from './question.rules.js';

type Changing = typeof changeQuestion | typeof approveQuestion | typeof retireQuestion;

/** Writes, approves and retires questions. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly db: Db,
    private readonly page: QuestionPage,
  ) {}

  @Rpc(addQuestionField)
  async addField(call: Call<typeof addQuestionField>): Promise<OutputOf<typeof addQuestionField>> {
    const { nodeId, label } = call.input;
    try {
      return await this.db.commit(call, async (tx) => {
        const params: unknown[] = [nodeId];
        const insideSql = call.scope.within('n.id', params);
        const [node] = await tx.query<{ top: boolean }>(
          `select n.parent_id is null as top from node_view n where n.id = $1 and ${insideSql}`,
          params,
        );
        if (!node) throw refuse('request/not-found');
        if (!node.top) throw fail(addQuestionField, 'training/province-only');
        const id = newId(tx.clock.millis());
        await tx.query('insert into question_field (id, label, position) select $1, $2, coalesce(max(position), 0) + 1 from question_field', [
          id,
          label,
        ]);
        tx.about({ node: nodeId, target: id });
        return { id };
      });
    } catch (error) {
      throw broke(error, 'question_field_label') ? fail(addQuestionField, 'training/field-exists') : error;
    }
  }

  @Rpc(addQuestion)
  add(call: Call<typeof addQuestion>): Promise<Question> {
    const { nodeId, fieldId, reserved, content } = call.input;
    return this.db.commit(call, async (tx) => {
      await check(tx, call);
      const question = QuestionEntity.write({ id: newId(tx.clock.millis()), nodeId, fieldId, reserved });
      await tx.insert(question);
      await write(tx, question, content);
      tx.about({ node: nodeId, target: question.id });
      return this.shown(tx, call, question.id);
    });
  }

  @Rpc(changeQuestion)
  change(call: Call<typeof changeQuestion>): Promise<Question> {
    const { fieldId, reserved, content } = call.input;
    return this.apply(call, async (tx, question) => {
      await check(tx, call);
      question.change({ fieldId, reserved });
      await write(tx, question, content);
    });
  }

  @Rpc(approveQuestion)
  approve(call: Call<typeof approveQuestion>): Promise<Question> {
    return this.apply(call, async (_tx, question) => question.approve());
  }

  @Rpc(retireQuestion)
  retire(call: Call<typeof retireQuestion>): Promise<Question> {
    return this.apply(call, async (_tx, question) => question.retire(call.input.because));
  }

  private apply(call: Call<Changing>, act: (tx: Tx, question: QuestionEntity) => Promise<void>): Promise<Question> {
    return this.db.commit(call, async (tx) => {
      const { sql, parameters } = call.scope.where('q.node_id');
      const question = await tx.manager
        .createQueryBuilder(QuestionEntity, 'q')
        .setLock('pessimistic_write')
        .where('q.id = :questionId', { questionId: call.input.questionId })
        .andWhere(sql, parameters)
        .getOne();
      if (question === null) throw refuse('request/not-found');
      tx.expectVersion(call, question);
      tx.about({ node: question.nodeId, target: question.id });
      await act(tx, question);
      await tx.update(question);
      return this.shown(tx, call, question.id);
    });
  }

  private shown(tx: Tx, call: Call<Changing | typeof addQuestion>, questionId: string): Promise<Question> {
    return this.page.of(tx, call.actor, questionId, () => 'true');
  }
}

async function check(tx: Tx, { contract, input }: Call<typeof addQuestion> | Call<typeof changeQuestion>): Promise<void> {
  if (!isKeyed(input.content)) throw fail(contract, 'training/question-key');
  const fields = await tx.query('select 1 from question_field where id = $1', [input.fieldId]);
  if (fields.length === 0) throw fail(contract, 'training/field-unknown');
}

const write = (tx: Tx, { id, edition }: QuestionEntity, { right, ...content }: QuestionContent): Promise<unknown> =>
  tx.query(
    `insert into question_edition (question_id, number, content, written_on) values ($1, $2, $3, $4)
     on conflict (question_id, number) do update set content = excluded.content, written_on = excluded.written_on`,
    [id, edition, JSON.stringify({ ...content, right: right.toSorted((a, b) => a - b) }), tx.clock.today()],
  );
