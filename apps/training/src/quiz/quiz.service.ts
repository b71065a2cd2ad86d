import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import { addQuiz, changeQuiz, closeQuiz, openQuiz, type Quiz } from '@vungmanh/contracts/training/quiz';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { graceOf } from '../attempt/grace.js';
import { fixPeople, fixQuestions } from './fix-quiz.js';
import { QuizEntity } from './quiz.entity.js';
import { QuizPage } from './quiz-page.js';
import { markOf } from './quiz.rules.js';

type Changing = typeof changeQuiz | typeof openQuiz | typeof closeQuiz;

/** Tests of classes and of rounds of contests, from their plan to their marks. */
@Injectable()
export class QuizService {
  constructor(
    private readonly db: Db,
    private readonly page: QuizPage,
  ) {}

  @Rpc(addQuiz)
  add(call: Call<typeof addQuiz>): Promise<Quiz> {
    const { nodeId, classId = null, roundId = null, ...plan } = call.input;
    return this.db.commit(call, async (tx) => {
      await checkFields(tx, call);
      const params: unknown[] = [nodeId, classId, roundId];
      const found = await tx.query(
        `select 1 from training_class c where c.id = $2 and c.node_id = $1 and c.state in ('PLANNED', 'ENROLLING', 'RUNNING')
         union all select 1 from contest_round r where r.id = $3 and r.node_id = $1 and r.state <> 'CLOSED' and ${call.scope.within('r.node_id', params)}`,
        params,
      );
      if (found.length !== 1 || (classId !== null && roundId !== null)) throw fail(addQuiz, 'training/quiz-for');
      const quiz = QuizEntity.plan({ id: newId(tx.clock.millis()), nodeId, classId, roundId }, plan);
      await tx.insert(quiz);
      tx.about({ node: nodeId, target: quiz.id });
      return this.page.of(tx, call.actor, quiz.id, () => 'true');
    });
  }

  @Rpc(changeQuiz)
  change(call: Call<typeof changeQuiz>): Promise<Quiz> {
    return this.apply(call, async (tx, quiz) => {
      await checkFields(tx, call);
      quiz.change(call.input);
    });
  }

  @Rpc(openQuiz)
  open(call: Call<typeof openQuiz>): Promise<Quiz> {
    return this.apply(call, async (tx, quiz) => {
      quiz.open(tx.clock.now());
      if ((await fixPeople(tx, quiz)) === 0) throw fail(openQuiz, 'training/quiz-nobody');
      if (!(await fixQuestions(tx, quiz))) throw fail(openQuiz, 'training/too-few-questions');
    });
  }

  @Rpc(closeQuiz)
  close(call: Call<typeof closeQuiz>): Promise<Quiz> {
    return this.apply(call, async (tx, quiz) => {
      const begun = await tx.query('select 1 from quiz_attempt where quiz_id = $1 limit 1', [quiz.id]);
      quiz.close(tx.clock.now(), await graceOf(tx, quiz.closesAt), begun.length > 0);
      await tx.query('update quiz_attempt set handed_in_at = ends_at, by_time = true where quiz_id = $1 and handed_in_at is null', [quiz.id]);
      if (quiz.classId !== null) tx.about({ persons: await giveMarks(tx, quiz) });
    });
  }

  private apply(call: Call<Changing>, act: (tx: Tx, quiz: QuizEntity) => Promise<void>): Promise<Quiz> {
    return this.db.commit(call, async (tx) => {
      const { sql, parameters } = call.scope.where('q.node_id');
      const quiz = await tx.manager
        .createQueryBuilder(QuizEntity, 'q')
        .setLock('pessimistic_write')
        .where('q.id = :quizId', { quizId: call.input.quizId })
        .andWhere(sql, parameters)
        .getOne();
      if (quiz === null) throw refuse('request/not-found');
      tx.expectVersion(call, quiz);
      tx.about({ node: quiz.nodeId, target: quiz.id });
      await act(tx, quiz);
      await tx.update(quiz);
      return this.page.of(tx, call.actor, quiz.id, () => 'true');
    });
  }
}

async function checkFields(tx: Tx, { contract, input }: Call<typeof addQuiz> | Call<typeof changeQuiz>): Promise<void> {
  const ids = [...new Set(input.parts.map((part) => part.fieldId))];
  const found = await tx.query('select 1 from question_field where id = any($1::uuid[])', [ids]);
  if (ids.length !== input.parts.length || found.length !== ids.length) throw fail(contract, 'training/field-unknown');
}

/** The marks of a test as marks of its class, for those who still attend; answers whose they are. */
async function giveMarks(tx: Tx, quiz: QuizEntity): Promise<string[]> {
  const papers = await tx.query<{ personId: string; right: number; questions: number }>(
    `select a.person_id as "personId", count(*)::int as questions,
       count(*) filter (where to_jsonb(i.chosen) = e.content -> 'right')::int as "right"
     from quiz_attempt a join attempt_item i on i.attempt_id = a.id join question_edition e on e.question_id = i.question_id and e.number = i.edition
     where a.quiz_id = $1 group by a.person_id`,
    [quiz.id],
  );
  const marks = papers.map(({ personId, right, questions }) => ({ personId, mark: markOf(right, questions) }));
  const moved = await tx.query<{ person_id: string }>(
    `update class_enrollment e set mark = m.mark, marked_on = $2, version = e.version + 1
     from jsonb_to_recordset($3::jsonb) as m("personId" uuid, mark numeric)
     where e.class_id = $1 and e.person_id = m."personId" and e.state = 'ATTENDING' returning e.person_id`,
    [quiz.classId, tx.clock.today(), JSON.stringify(marks)],
  );
  return moved.map((row) => row.person_id);
}
