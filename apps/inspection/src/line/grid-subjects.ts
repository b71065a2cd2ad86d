import type { SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { programGrid } from '@vungmanh/contracts/inspection/plan-line';
import type { InputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Reader } from '@vungmanh/platform/db/reader';

interface SubjectRow {
  subjectId: string;
  subject: SubjectKind;
  name: string;
  placeName: string;
  place: string;
  sort_key: string;
}

/** The subjects of a program that fit, by the code of the organization, its own row before its members'. */
export async function gridSubjects(reader: Reader, input: InputOf<typeof programGrid>, today: string): Promise<Page<SubjectRow>> {
  const { programId, quarter, kind, state, overdue, cursor, limit } = input;
  const params: unknown[] = [programId];
  const p = (value: unknown): string => `$${params.push(value)}`;
  const conditions = ['l.program_id = $1'];
  if (quarter !== undefined) conditions.push(`l.quarter = ${p(quarter)}`);
  if (kind !== undefined) conditions.push(`l.kind = ${p(kind)}`);
  if (state !== undefined) conditions.push(`l.state = ${p(state)}`);
  if (overdue !== undefined) conditions.push(`(l.state in ('PLANNED', 'IN_PROGRESS') and l.due_on < ${p(today)}::date) = ${p(overdue)}`);
  const after = readCursor(cursor, 3);
  if (after) {
    const [place, sortKey, id] = after;
    // The first condition alone can be looked up in an index.
    conditions.push(
      `l.place >= ${p(place)} and (l.place, coalesce(pn.sort_key, ''), l.subject_id) > ($${params.length}, ${p(sortKey)}, ${p(id)}::uuid)`,
    );
  }
  const conditionsSql = conditions.join(' and ');
  const rows = await reader.query<SubjectRow>(
    `with found as (
       select distinct on (l.place, coalesce(pn.sort_key, ''), l.subject_id) l.place, coalesce(pn.sort_key, '') as sort_key, l.subject_id, l.subject,
         l.node_id, pn.name as person_name
       from plan_line l left join person_name pn on pn.person_id = l.subject_id
       where ${conditionsSql} order by l.place, coalesce(pn.sort_key, ''), l.subject_id limit ${p(limit + 1)})
     select f.subject_id as "subjectId", f.subject, f.place, f.sort_key, coalesce(f.person_name, n.name, '') as name,
       coalesce(case when f.subject = 'MEMBER' then n.name else a.name end, '') as "placeName"
     from found f left join node_view n on n.id = f.node_id left join node_view a on a.id = n.parent_id
     order by f.place, f.sort_key, f.subject_id`,
    params,
  );
  return pageOf(rows, limit, (row) => [row.place, row.sort_key, row.subjectId]);
}
