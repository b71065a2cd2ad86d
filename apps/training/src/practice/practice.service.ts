import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import { deletePractice, type Practice, savePractice, startPractice } from '@vungmanh/contracts/training/practice';
import { done } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { dailyKind, type Day, Job } from '@vungmanh/platform/jobs/job';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { addDays } from '@vungmanh/regulations/calendar';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import type { z } from 'zod';
import { practiceOf } from './practice.queries.js';

const forgetDaily = dailyKind('training.practice.forget', 7200_000);

/** Practice of a person for themselves. Nothing of it is told to anybody, so no event leaves and no audit row names whom or what it is about. */
@Injectable()
export class PracticeService {
  constructor(private readonly db: Db) {}

  @Rpc(startPractice)
  start(call: Call<typeof startPractice>): Promise<Practice> {
    const { fieldId, questions } = call.input;
    const { person } = call.actor;
    return this.db.commit(call, async (tx) => {
      const id = newId(tx.clock.millis());
      await tx.query('insert into practice (id, person_id, field_id, started_at) select $1, $2, f.id, $3 from question_field f where f.id = $4', [
        id,
        person,
        tx.clock.now(),
        fieldId,
      ]);
      // What may be drawn in a test that is running is left out: practice tells its key.
      const drawn = await tx.query(
        `insert into practice_item (practice_id, position, question_id, edition)
         select $1::uuid, row_number() over (), d.id, d.approved_edition
         from (select q.id, q.approved_edition from question q
           where q.field_id = $2 and q.approved_edition is not null and not q.reserved and q.node_id in (${ABOVE_SQL})
             and not exists (select from quiz_pool o join quiz z on z.id = o.quiz_id
               where o.question_id = q.id and z.state = 'OPEN' and z.opens_at <= $6::timestamptz)
           order by md5(q.id::text || $1::uuid) limit $4) d
         returning position`,
        [id, fieldId, person, questions, tx.clock.today(), tx.clock.now()],
      );
      if (drawn.length === 0) throw fail(startPractice, 'training/nothing-to-practice');
      return practiceOf(tx, id, person);
    });
  }

  @Rpc(savePractice)
  save(call: Call<typeof savePractice>): Promise<typeof done> {
    const { practiceId, answers } = call.input;
    return this.db.commit(call, async (tx) => {
      await mustOwn(tx, practiceId, call.actor.person);
      await tx.query(
        `update practice_item i set chosen = a.chosen
         from (select a.position, array(select distinct c::smallint from jsonb_array_elements_text(a.chosen) c order by 1) as chosen
               from jsonb_to_recordset($2::jsonb) as a(position smallint, chosen jsonb)) a
         where i.practice_id = $1 and i.position = a.position and i.chosen is null`,
        [practiceId, JSON.stringify(answers)],
      );
      return done;
    });
  }

  @Rpc(deletePractice)
  delete(call: Call<typeof deletePractice>): Promise<typeof done> {
    const { practiceId } = call.input;
    return this.db.commit(call, async (tx) => {
      await mustOwn(tx, practiceId, call.actor.person);
      await tx.query('delete from practice where id = $1', [practiceId]);
      return done;
    });
  }

  @Job(forgetDaily)
  async forget({ day }: z.infer<typeof Day>): Promise<void> {
    const days = ruleAt('training.practice.keep_days', day, await provinceContext(this.db))?.value;
    if (days === undefined) return;
    await this.db.write(`delete from practice where started_at < ($1::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'`, [addDays(day, 1 - days)]);
  }
}

/** The organizations of the person `$3` on the day `$5`, and those above them: whose questions they practice with. */
const ABOVE_SQL = `select t.ancestor from roster_enrollment e join tree_now t on t.descendant = e.node_id
  where e.person_id = $3 and e.valid_from <= $5::date and (e.valid_to is null or $5::date < e.valid_to)`;

async function mustOwn(tx: Tx, practiceId: string, person: string | undefined): Promise<void> {
  const found = await tx.query('select 1 from practice where id = $1 and person_id = $2 for update', [practiceId, person]);
  if (found.length === 0) throw refuse('request/not-found');
}
