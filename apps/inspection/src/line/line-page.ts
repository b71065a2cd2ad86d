import type { PlanLine } from '@vungmanh/contracts/inspection/plan-line';
import type { ProgramState } from '@vungmanh/contracts/inspection/program';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import { actsFor, isOverdue } from './line.rules.js';

interface LineRow extends Pick<
  PlanLine,
  'id' | 'version' | 'programId' | 'quarter' | 'kind' | 'subject' | 'subjectId' | 'subjectName' | 'content' | 'state' | 'team' | 'conflicts' | 'clash'
> {
  due_on: string;
  leader: { id: string; name: string } | null;
  fromOn: string | null;
  toOn: string | null;
  because: string | null;
  doneOn: string | null;
  note: string | null;
  program_state: ProgramState;
}

/**
 * Lines as who may read the program sees them: one statement however many there are. `whereSql` picks them, in which `l` is the line;
 * its parameters are `params`. `mayPlan`: whether the asker may change them, if their states let anybody.
 */
export async function linesOf(
  reader: Reader,
  { whereSql, params: given }: { whereSql: string; params: readonly unknown[] },
  { today, mayPlan }: { today: string; mayPlan: boolean },
): Promise<PlanLine[]> {
  const params = [...given, today];
  const dayColumn = `$${params.length}::date`;
  const rows = await reader.query<LineRow>(
    `select ${lineColumns}, ${conflictsSql(dayColumn)} as conflicts, ${CLASH} as clash, g.state as program_state
     from plan_line l join program g on g.id = l.program_id left join person_name p on p.person_id = l.subject_id
       left join node_view n on n.id = l.subject_id
     where ${whereSql} order by l.quarter, l.kind, l.id`,
    params,
  );
  return rows.map((row) => shown(row, today, mayPlan));
}

const namesSql = (idsSql: string): string =>
  `coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', coalesce(tp.name, '')) order by t.n)
     from unnest(${idsSql}) with ordinality as t(id, n) left join person_name tp on tp.person_id = t.id), '[]')`;

const lineColumns = `l.id, l.version, l.program_id as "programId", l.quarter, l.kind, l.subject, l.subject_id as "subjectId",
  coalesce(p.name, n.name, '') as "subjectName", l.content, l.from_on::text as "fromOn", l.to_on::text as "toOn", l.due_on::text as due_on, l.state,
  l.because, l.done_on::text as "doneOn", l.note, ${namesSql('array[l.leader_id]')} -> 0 as leader, ${namesSql('l.team_ids')} as team`;

const holdsSql = (alias: string, daySql: string): string =>
  `${alias}.valid_from <= ${daySql} and (${alias}.valid_to is null or ${alias}.valid_to > ${daySql})`;

/**
 * Why the person in `personSql` should not inspect or supervise the subject in `subjectSql`: it is they, they sit in its committee, or
 * they belong to it. Null where nothing speaks against them.
 */
export const conflictSql = (personSql: string, subjectSql: string, daySql: string): string => `case
  when ${subjectSql} = ${personSql} then 'SUBJECT'
  when exists (select from body_view cb join seat_view cs on cs.body_id = cb.id
    where cb.node_id = ${subjectSql} and cs.person_id = ${personSql} and ${holdsSql('cs', daySql)}) then 'SITS_IN_SUBJECT'
  when exists (select from roster_line cr where cr.node_id = ${subjectSql} and cr.person_id = ${personSql} and ${holdsSql('cr', daySql)})
    then 'OF_SUBJECT_CELL' end`;

const conflictsSql = (daySql: string): string =>
  `coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', coalesce(c.name, ''), 'reason', c.reason)) from (
     select t.id, tp.name, ${conflictSql('t.id', 'l.subject_id', daySql)} as reason
     from unnest(l.team_ids || l.leader_id) as t(id) left join person_name tp on tp.person_id = t.id where t.id is not null) c
   where c.reason is not null), '[]')`;

const CLASH = `l.state in ('PLANNED', 'IN_PROGRESS') and exists (select from plan_line o join program og on og.id = o.program_id
   where o.subject_id = l.subject_id and o.year = l.year and o.quarter = l.quarter and o.program_id <> l.program_id
     and o.kind <> 'SUSPECTED_VIOLATION_INSPECTION' and o.state in ('PLANNED', 'IN_PROGRESS') and og.state in ('APPROVED', 'PUBLISHED'))`;

function shown({ due_on, leader, program_state, ...row }: LineRow, today: string, mayPlan: boolean): PlanLine {
  return {
    ...present(row),
    // The name of nobody stands where there is no leader.
    ...(leader?.id ? { leader } : {}),
    overdue: isOverdue({ state: row.state, dueOn: due_on }, today),
    may: mayPlan ? actsFor(program_state, row.state) : [],
  };
}
