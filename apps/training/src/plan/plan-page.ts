import { Injectable } from '@nestjs/common';
import type { PlanAmendment, PlannedCourse, TrainingPlan, TrainingPlanState } from '@vungmanh/contracts/training/plan';
import type { Actor } from '@vungmanh/platform/actor/actor';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';
import { Grants } from '@vungmanh/platform/scope/grants';
import { actsFor } from './plan.rules.js';

interface PlanRow {
  id: string;
  version: number;
  nodeId: string;
  nodeName: string;
  year: number;
  state: TrainingPlanState;
  approved_on: string | null;
  approved_in: string | null;
  number: string | null;
  closed_at: Date | null;
  lines: PlannedCourse[];
  amendments: PlanAmendment[];
}

/** What of a plan counts: lines that were not cancelled. */
const counted = (lines: readonly PlannedCourse[]) => lines.filter((one) => one.state === 'PLANNED');

/** Draws a plan as a person sees it, with what that person may do. */
@Injectable()
export class PlanPage {
  constructor(private readonly grants: Grants) {}

  /** The plan with this id; `insideSql` appends the parameters that narrow it. `reader` is the open transaction where there is one. */
  async of(reader: Reader, actor: Actor, planId: string, insideSql: (params: unknown[]) => string): Promise<TrainingPlan> {
    const params: unknown[] = [planId];
    const narrowedSql = insideSql(params);
    const [row] = await reader.query<PlanRow>(
      `select p.id, p.version, p.node_id as "nodeId", coalesce(n.name, '') as "nodeName", p.year, p.state, p.approved_on::text, p.approved_in, p.number,
         p.closed_at,
         coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'courseId', l.course_id, 'courseLabel', c.label, 'edition', l.edition, 'fromOn', l.from_on,
           'toOn', l.to_on, 'classes', l.classes, 'places', l.places, 'place', l.place, 'state', l.state, 'quotas', coalesce((
             select jsonb_agg(jsonb_build_object('nodeId', q.node_id, 'nodeName', coalesce(qn.name, ''), 'places', q.places) order by qn.code)
             from planned_quota q left join node_view qn on qn.id = q.node_id where q.planned_id = l.id), '[]')) order by l.from_on, l.id)
           from planned_course l join course_type c on c.id = l.course_id where l.plan_id = p.id), '[]') as lines,
         coalesce((select jsonb_agg(jsonb_build_object('number', a.number, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'type', a.type,
           'courseLabel', c.label, 'reason', a.reason) order by a.number desc)
           from training_amendment a join course_type c on c.id = a.course_id where a.plan_id = p.id), '[]') as amendments
       from training_plan p left join node_view n on n.id = p.node_id where p.id = $1 and ${narrowedSql}`,
      params,
    );
    if (!row) throw refuse('request/not-found');
    return shown(row, await this.grants.permissionsAt(actor, row.nodeId, reader));
  }
}

function shown(row: PlanRow, held: ReadonlySet<string>): TrainingPlan {
  const { id, version, nodeId, nodeName, year, state, number, lines, amendments } = row;
  const planned = counted(lines);
  return {
    id,
    version,
    nodeId,
    nodeName,
    year,
    state,
    lines,
    amendments,
    courses: planned.length,
    places: planned.reduce((sum, one) => sum + one.places, 0),
    ...(row.approved_on === null
      ? {}
      : {
          approval: {
            on: row.approved_on,
            meeting: row.approved_in ?? '',
            ...(number === null ? {} : { number }),
            numberAwaited: number === null,
          },
        }),
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at.toISOString() }),
    may: actsFor(state, held),
  };
}
