import type { CaseLine } from '@vungmanh/contracts/inspection/case';
import type { CasePart } from '@vungmanh/contracts/inspection/case-part';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';
import { isOverdue } from './case.rules.js';
import { caseText, opened } from './case-text.js';

interface HeadRow extends Omit<CaseLine, 'content' | 'dueOn' | 'overdue'> {
  dueOn: string | null;
  selfReportBy: string | null;
  content_sealed: string;
  parts: CasePart[];
}

/** A line of a list of cases, and what its subject is told of when to report. */
export interface Head extends CaseLine {
  readonly selfReportBy?: string;
}

/**
 * The heads of the cases that `whereSql` picks; in it `c` is the case and `$1` the person who asks, whose parts are told. A subject's
 * parts are not theirs to read: they have none here.
 */
export async function headsOf(
  reader: Reader,
  sealer: Sealer,
  { whereSql, params, today }: { whereSql: string; params: unknown[]; today: string },
): Promise<Head[]> {
  const rows = await reader.query<HeadRow>(
    `select c.id, c.version, c.actor, c.node_id as "nodeId", coalesce(n.name, '') as "nodeName", c.kind, c.subject,
       coalesce(case c.subject when 'MEMBER' then (select p.name from person_name p where p.person_id = c.subject_id)
         else (select o.name from node_view o where o.id = c.subject_id) end, '') as "subjectName",
       c.content_sealed, c.state, c.due_on::text as "dueOn", c.self_report_by::text as "selfReportBy",
       array(select a.part from case_access a where a.case_id = c.id and a.person_id = $1 and a.until is null order by a.part) as parts
     from inspection_case c left join node_view n on n.id = c.node_id ${whereSql}`,
    params,
  );
  return rows.map(({ content_sealed, dueOn, selfReportBy, ...row }) => ({
    ...row,
    content: opened(caseText.content, sealer, row.id, content_sealed),
    ...(dueOn === null ? {} : { dueOn }),
    ...(selfReportBy === null ? {} : { selfReportBy }),
    overdue: isOverdue({ state: row.state, dueOn }, today),
  }));
}
