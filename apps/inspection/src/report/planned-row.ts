import { inspectionKindLabel, type InspectionKind, type SubjectKind } from '@vungmanh/contracts/inspection/kind';
import { lineStateLabel, type LineState } from '@vungmanh/contracts/inspection/plan-line';
import type { BehindRow, PlannedCode } from '@vungmanh/contracts/inspection/report';

/** A line of a published program. */
export interface PlannedBehind {
  readonly id: string;
  readonly programId: string;
  readonly on: string;
  readonly nodeName: string;
  readonly about: string;
  readonly kind: InspectionKind;
  readonly subject: SubjectKind;
  readonly subjectId: string;
  readonly content: string;
  readonly state: LineState;
  readonly late: boolean;
}

const LATE = `(l.state in ('PLANNED', 'IN_PROGRESS') and l.due_on < $4::date)`;

export const PLANNED_COLUMNS = `l.id, l.program_id as "programId", l.due_on::text as "on", coalesce(n.name, '') as "nodeName",
  coalesce(p.name, o.name, '') as about, l.kind, l.subject, l.subject_id as "subjectId", l.content, l.state, ${LATE} as late`;

const narrowed: Record<PlannedCode, string> = {
  ALL: `l.state in ('PLANNED', 'IN_PROGRESS', 'DONE')`,
  IN_PROGRESS: `l.state = 'IN_PROGRESS'`,
  DONE: `l.state = 'DONE'`,
  OVERDUE: LATE,
};

/** Parameters: organization, year, quarters, today, kind, subject. The same lines as the report counts. */
export const plannedSql = (code: PlannedCode): string => `
  from tree_now t join program g on g.node_id = t.descendant join plan_line l on l.program_id = g.id
    left join node_view n on n.id = g.node_id left join person_name p on p.person_id = l.subject_id left join node_view o on o.id = l.subject_id
  where t.ancestor = $1 and g.year = $2 and g.state in ('PUBLISHED', 'CLOSED') and l.quarter = any($3::smallint[])
    and l.kind = $5 and l.subject = $6 and ${narrowed[code]}`;

export function plannedRowOf({ id, programId: openId, on, nodeName, about, kind, content, state, late }: PlannedBehind): BehindRow {
  const what = content === '' ? inspectionKindLabel[kind] : `${inspectionKindLabel[kind]}: ${content}`;
  return { id, opens: 'PROGRAM', openId, on, nodeName, about, what, stands: lineStateLabel[state] + (late ? ', quá hạn' : '') };
}
