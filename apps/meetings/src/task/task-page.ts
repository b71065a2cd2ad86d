import { Injectable } from '@nestjs/common';
import type { Task } from '@vungmanh/contracts/meetings/task';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { Clock } from '@vungmanh/platform/clock';
import { Grants } from '@vungmanh/platform/scope/grants';
import type { Reader } from '../roster/roster-of.js';
import { actsFor, isOverdue } from './task.rules.js';

interface TaskRow extends Omit<Task, 'degree' | 'result' | 'overdue' | 'report' | 'verification' | 'may'> {
  degree: string | null;
  result: Task['result'] | null;
  report: string | null;
  done_on: string | null;
  reported_at: Date | null;
  verification: string | null;
  verified_at: Date | null;
  is_doer: boolean;
  is_checker: boolean;
  own_work: boolean;
  may_verify: boolean;
  may_report_for: boolean;
}

/** Draws tasks as a person sees them: one statement however many there are, with what that person may do to each. */
@Injectable()
export class TaskPage {
  constructor(
    private readonly grants: Grants,
    private readonly clock: Clock,
  ) {}

  /**
   * The tasks that `which` picks: it answers an SQL text from `where` on, in which `t` is the task, and appends its parameters.
   * `reader` is the open transaction where there is one.
   */
  async of(reader: Reader, actor: Actor, which: (params: unknown[]) => string): Promise<Task[]> {
    const verifying = await this.grants.scope(actor, 'meetings:verify-task', reader);
    const reporting = await this.grants.scope(actor, 'meetings:take-minutes', reader);
    const today = this.clock.today();
    const params: unknown[] = [actor.person ?? null, today];
    const mayVerifySql = verifying.within('t.node_id', params);
    const mayReportForSql = reporting.within('t.node_id', params);
    const whichSql = which(params);
    const rows = await reader.query<TaskRow>(
      `select ${taskColumns}, ${mayVerifySql} as may_verify, ${mayReportForSql} as may_report_for
       from task t join body_view b on b.id = t.body_id ${whichSql}`,
      params,
    );
    return rows.map((row) => shown(row, today));
  }
}

/** Whether the person in $1 does the task: named in it, or today in a seat of the body whose task it is. */
export const isDoerSql = `(t.doer_ids @> array[$1::uuid] or (t.doer_is_body and t.body_id in (
  select s.body_id from seat_view s where s.person_id = $1 and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date))))`;

const taskColumns = `t.id, t.version, t.node_id as "nodeId", t.body_id as "bodyId", b.name as "bodyName", t.meeting_id as "meetingId", t.content,
  t.requirement, t.measure, t.degree, t.deadline::text as deadline, t.doer_ids as "doerIds", t.checker_id as "checkerId", t.state, t.result,
  case when t.doer_is_body then b.name
       else coalesce((select string_agg(p.name, ', ' order by p.sort_key) from person_name p where p.person_id = any(t.doer_ids)), '') end as doers,
  coalesce((select p.name from person_name p where p.person_id = t.checker_id), '') as checker,
  t.report, t.done_on::text as done_on, t.reported_at, t.verification, t.verified_at, t.carried_over as "carriedOver",
  ${isDoerSql} as is_doer, t.checker_id is not distinct from $1::uuid as is_checker,
  coalesce(t.doer_ids @> array[$1::uuid] or (t.doer_is_body and t.reported_by = $1), false) as own_work`;

function shown(row: TaskRow, today: string): Task {
  const { degree, result, report, done_on, reported_at, verification, verified_at } = row;
  const { is_doer, is_checker, own_work, may_verify, may_report_for, ...facts } = row;
  const relation = { doer: is_doer, checker: is_checker, ownWork: own_work, mayVerify: may_verify, mayReportFor: may_report_for };
  const { id, version, nodeId, bodyId, bodyName, meetingId, content, requirement, measure, deadline, doers, doerIds, checkerId, checker } = facts;
  const { state, carriedOver } = facts;
  const written = { id, version, nodeId, bodyId, bodyName, meetingId, content, requirement, measure, deadline, doers, doerIds, checkerId, checker };
  return {
    ...written,
    ...(degree === null ? {} : { degree }),
    ...(result === null ? {} : { result }),
    ...reportOf(report, done_on, reported_at),
    ...(verified_at === null ? {} : { verification: { ...(verification === null ? {} : { note: verification }), at: verified_at.toISOString() } }),
    state,
    carriedOver,
    overdue: isOverdue(row, today),
    may: actsFor(state, relation),
  };
}

const reportOf = (text: string | null, doneOn: string | null, at: Date | null): Pick<Task, 'report'> =>
  text === null || at === null ? {} : { report: { text, ...(doneOn === null ? {} : { doneOn }), at: at.toISOString() } };
