import { Injectable } from '@nestjs/common';
import { obligationChanged, type Task } from '@vungmanh/contracts/meetings/task';
import type { Command } from '@vungmanh/contracts/operation';
import { countStatement } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Broken, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import type { z } from 'zod';
import { touchMonth } from '../overview/touch.js';
import { TaskEntity } from './task.entity.js';
import { isDoerSql, TaskPage } from './task-page.js';
import { monthsOfTask, obligationOf } from './task-told.js';

type TaskCommand = Command & { readonly input: z.ZodType<{ taskId: string }>; readonly output: typeof Task };
type Act = (task: TaskEntity, tx: Tx) => void;

/** One act on a task: found for who may do it, locked, changed by its verbs, told to everybody, shown. */
@Injectable()
export class TaskChange {
  constructor(
    private readonly db: Db,
    private readonly page: TaskPage,
  ) {}

  /** By who holds the grant at the task's organization; anywhere else there is no such task. */
  byGrant(call: Call<TaskCommand>, act: Act): Promise<Task> {
    return this.apply(call, act, async (tx) => {
      const params: unknown[] = [call.input.taskId];
      const insideSql = call.scope.within('t.node_id', params);
      const found = await tx.query(`select 1 from task t where t.id = $1 and ${insideSql}`, params);
      if (found.length === 0) throw refuse('request/not-found');
    });
  }

  /** By a person because of how they stand to the task. Who has nothing to do with it is told of no task; who has, that it is not theirs. */
  byPerson(call: Call<TaskCommand>, as: 'doer' | 'checker', act: Act): Promise<Task> {
    return this.apply(call, act, async (tx) => {
      const [stands] = await tx.query<{ doer: boolean; checker: boolean; seated: boolean }>(
        `select ${isDoerSql} as doer, t.checker_id = $1 as checker,
           exists (select 1 from seat_view s where s.body_id = t.body_id and s.person_id = $1
             and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date)) as seated
         from task t where t.id = $3`,
        [call.actor.person, tx.clock.today(), call.input.taskId],
      );
      if (!stands || !Object.values(stands).includes(true)) throw refuse('request/not-found');
      if (!stands[as]) throw new Broken('meetings/not-yours');
    });
  }

  private apply(call: Call<TaskCommand>, act: Act, admit: (tx: Tx) => Promise<void>): Promise<Task> {
    return this.db.commit(call, async (tx) => {
      await admit(tx);
      countStatement();
      const task = await tx.manager.findOne(TaskEntity, { where: { id: call.input.taskId }, lock: { mode: 'pessimistic_write' } });
      if (!task) throw refuse('request/not-found');
      tx.expectVersion(call, task);
      tx.about({ node: task.nodeId, target: task.id });
      const before = task.deadline;
      act(task, tx);
      await tx.update(task);
      tx.publish(obligationChanged, obligationOf(task));
      for (const month of monthsOfTask([before, task.deadline], tx.clock.today())) await touchMonth(tx, task.bodyId, month);
      const [shown] = await this.page.of(tx, call.actor, (params) => `where t.id = $${params.push(task.id)}`);
      if (!shown) throw new Error(`Task ${task.id} belongs to a body that is not known`);
      return shown;
    });
  }
}
