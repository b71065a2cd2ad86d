import { Injectable } from '@nestjs/common';
import {
  acknowledgeTask,
  carryOverTask,
  checkTask,
  reportTask,
  reportTaskFor,
  startTask,
  verifyTask,
  type Task,
} from '@vungmanh/contracts/meetings/task';
import { Clock } from '@vungmanh/platform/clock';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { TaskChange } from './task-change.js';

/** The acts on tasks: by their doers, by their checkers, and by who answers for the cell. */
@Injectable()
export class TaskService {
  constructor(
    private readonly change: TaskChange,
    private readonly clock: Clock,
  ) {}

  @Rpc(acknowledgeTask)
  acknowledge(call: Call<typeof acknowledgeTask>): Promise<Task> {
    return this.change.byPerson(call, 'doer', (task) => task.acknowledge());
  }

  @Rpc(startTask)
  start(call: Call<typeof startTask>): Promise<Task> {
    return this.change.byPerson(call, 'doer', (task) => task.start());
  }

  @Rpc(reportTask)
  report(call: Call<typeof reportTask>): Promise<Task> {
    return this.change.byPerson(call, 'doer', (task) => task.reportDone({ ...call.input, by: call.actor.person }, this.now()));
  }

  @Rpc(reportTaskFor)
  reportFor(call: Call<typeof reportTaskFor>): Promise<Task> {
    return this.change.byGrant(call, (task) => task.reportDone({ ...call.input, by: call.actor.person }, this.now()));
  }

  @Rpc(checkTask)
  check(call: Call<typeof checkTask>): Promise<Task> {
    const { result, note } = call.input;
    return this.change.byPerson(call, 'checker', (task) => task.verify({ result, note, by: call.actor.person }, this.clock.now()));
  }

  @Rpc(verifyTask)
  verify(call: Call<typeof verifyTask>): Promise<Task> {
    const { result, note } = call.input;
    return this.change.byGrant(call, (task) => task.verify({ result, note, by: call.actor.person }, this.clock.now()));
  }

  @Rpc(carryOverTask)
  carryOver(call: Call<typeof carryOverTask>): Promise<Task> {
    return this.change.byGrant(call, (task) => task.carryOver(call.input.deadline, call.input.reason, this.clock.today()));
  }

  private now(): { at: string; today: string } {
    return { at: this.clock.now(), today: this.clock.today() };
  }
}
