import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { type Attempt, type GivenAnswer, handIn, saveAnswers, startAttempt } from '@vungmanh/contracts/training/attempt';
import type { QuizPart } from '@vungmanh/contracts/training/quiz';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { z } from 'zod';
import { endOf, receive } from './attempt.rules.js';
import { attemptOf } from './attempt-page.js';
import { graceOf } from './grace.js';

const handInByTime = jobKind('training.attempt.hand-in-by-time', z.strictObject({ attemptId: z.uuid() }));

interface Begun {
  id: string;
  startedAt: Date;
  endsAt: Date;
  handedInAt: Date | null;
}

/** A person's paper: taken once, answered piece by piece, handed in by them or by the clock. */
@Injectable()
export class AttemptService {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  @Rpc(startAttempt)
  start(call: Call<typeof startAttempt>): Promise<Attempt> {
    const { person } = call.actor;
    const { quizId } = call.input;
    return this.db.commit(call, async (tx) => {
      const now = tx.clock.now();
      // Locked: nobody begins a test while it is being closed.
      const [quiz] = await tx.query<{ nodeId: string; parts: QuizPart[]; minutes: number; closesAt: Date; open: boolean }>(
        `select q.node_id as "nodeId", q.parts, q.minutes, q.closes_at as "closesAt",
           q.state = 'OPEN' and q.opens_at <= $3::timestamptz and $3::timestamptz < q.closes_at as open
         from quiz q join quiz_participant p on p.quiz_id = q.id where q.id = $1 and p.person_id = $2 for share of q`,
        [quizId, person, now],
      );
      if (!quiz) throw refuse('request/not-found');
      tx.about({ node: quiz.nodeId, target: quizId });
      const endsAt = endOf(now, quiz.minutes, quiz.closesAt.toISOString());
      const [begun] = quiz.open
        ? await tx.query<{ id: string }>(
            `insert into quiz_attempt (id, quiz_id, person_id, node_id, started_at, ends_at, by_time) values ($1, $2, $3, $4, $5, $6, false)
             on conflict (quiz_id, person_id) do nothing returning id`,
            [newId(tx.clock.millis()), quizId, person, quiz.nodeId, now, endsAt],
          )
        : [];
      if (begun) {
        await draw(tx, begun.id, quizId, quiz.parts);
        const runAt = new Date(Date.parse(endsAt) + (await graceOf(tx, endsAt)) * 1000 + 1000).toISOString();
        await this.jobs.insert(tx, handInByTime, { attemptId: begun.id }, { key: begun.id, runAt });
        return attemptOf(tx, begun.id, person, now);
      }
      const [before] = await tx.query<{ id: string }>('select id from quiz_attempt where quiz_id = $1 and person_id = $2', [quizId, person]);
      if (!before) throw fail(startAttempt, 'training/quiz-not-open');
      return attemptOf(tx, before.id, person, now);
    });
  }

  @Rpc(saveAnswers)
  save(call: Call<typeof saveAnswers>): Promise<OutputOf<typeof saveAnswers>> {
    const { attemptId, answers } = call.input;
    return this.db.commit(call, async (tx) => {
      const paper = await lockPaper(tx, attemptId, call.actor.person);
      const taken = await judge(tx, paper, answers);
      if (taken.length > 0) {
        await tx.query(
          `update attempt_item i set chosen = a.chosen, seq = a.seq, elapsed_ms = a."elapsedMs", late = a.late
           from (select r.*, array(select distinct c::smallint from jsonb_array_elements_text(r.options) c order by 1) as chosen
                 from jsonb_to_recordset($2::jsonb) as r(position smallint, seq integer, "elapsedMs" integer, late boolean, options jsonb)) a
           where i.attempt_id = $1 and i.position = a.position and i.seq < a.seq`,
          [attemptId, JSON.stringify(taken.map(({ chosen: options, ...one }) => ({ ...one, options })))],
        );
      }
      return { saved: taken.length, refused: answers.length - taken.length };
    });
  }

  @Rpc(handIn)
  handIn(call: Call<typeof handIn>): Promise<Attempt> {
    const { attemptId } = call.input;
    return this.db.commit(call, async (tx) => {
      await lockPaper(tx, attemptId, call.actor.person);
      // By the person until the end; after it the clock has done so already, though late answers still come in.
      const now = tx.clock.now();
      await tx.query('update quiz_attempt set handed_in_at = $2 where id = $1 and handed_in_at is null and $2::timestamptz <= ends_at', [
        attemptId,
        now,
      ]);
      return attemptOf(tx, attemptId, call.actor.person, now);
    });
  }

  @Job(handInByTime)
  async byTime({ attemptId }: z.infer<typeof handInByTime.payload>): Promise<void> {
    await this.db.write('update quiz_attempt set handed_in_at = ends_at, by_time = true where id = $1 and handed_in_at is null', [attemptId]);
  }
}

/** Draws the questions of a paper, field by field, in an order of its own. */
async function draw(tx: Tx, attemptId: string, quizId: string, parts: readonly QuizPart[]): Promise<void> {
  await tx.query(
    `insert into attempt_item (attempt_id, position, question_id, edition)
     select $1::uuid, row_number() over (order by p.nth, d.lot), d.question_id, d.edition
     from rows from (jsonb_to_recordset($3::jsonb) as ("fieldId" uuid, questions integer)) with ordinality as p("fieldId", questions, nth)
     cross join lateral (select o.question_id, o.edition, md5(o.question_id::text || $1::uuid) as lot from quiz_pool o
       where o.quiz_id = $2 and o.field_id = p."fieldId" order by 3 limit p.questions) d`,
    [attemptId, quizId, JSON.stringify(parts)],
  );
}

async function lockPaper(tx: Tx, attemptId: string, person: string | undefined): Promise<Begun> {
  const [paper] = await tx.query<Begun & { nodeId: string; quizId: string }>(
    `select id, node_id as "nodeId", quiz_id as "quizId", started_at as "startedAt", ends_at as "endsAt", handed_in_at as "handedInAt"
     from quiz_attempt where id = $1 and person_id = $2 for update`,
    [attemptId, person],
  );
  if (!paper) throw refuse('request/not-found');
  tx.about({ node: paper.nodeId, target: paper.quizId });
  return paper;
}

/** The answers that are taken, oldest first; each is held against the newest count of the device that came before it. */
async function judge(tx: Tx, paper: Begun, answers: readonly GivenAnswer[]): Promise<(GivenAnswer & { late: boolean })[]> {
  const kept = await tx.query<{ seq: number; elapsedMs: number }>(
    'select seq, elapsed_ms as "elapsedMs" from attempt_item where attempt_id = $1 and seq > 0',
    [paper.id],
  );
  const endsAt = paper.endsAt.toISOString();
  const graceSeconds = await graceOf(tx, endsAt);
  const about = { graceSeconds, startedAt: paper.startedAt.toISOString(), endsAt, handedIn: paper.handedInAt !== null };
  return answers
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap((one) => {
      const elapsedBefore = Math.max(0, ...kept.filter((k) => k.seq < one.seq).map((k) => k.elapsedMs));
      const how = receive({ ...about, now: tx.clock.now(), elapsedMs: one.elapsedMs, elapsedBefore });
      if (how === 'REFUSED') return [];
      kept.push(one);
      return [{ ...one, late: how === 'LATE' }];
    });
}
