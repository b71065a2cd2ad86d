import type { Reader } from '@vungmanh/platform/db/reader';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import { monthsOf } from '@vungmanh/regulations/calendar';
import type { Quarter, SupervisionState } from '@vungmanh/contracts/inspection/member-supervision';
import { seatedSql } from '../member-supervision/task-counts.js';
import { isMonthOpen } from '../member-supervision/supervision.rules.js';
import { gradesOf, sealGrade } from './grades-of.js';
import type { Against, Named } from './judge-sheet.js';

interface Asked {
  readonly supervisionId: string;
  readonly person: string | undefined;
  readonly today: string;
}

export interface SeatedIn {
  readonly quarter: Quarter;
  readonly state: SupervisionState;
  readonly nodeId: string;
  readonly bodyName: string;
  readonly scale: string[];
}

/** The quarter of a cell in whose committee who asks sits today; for anybody else there is none. */
export async function seatedIn(reader: Reader, { supervisionId, person, today }: Asked): Promise<SeatedIn> {
  const [row] = await reader.query<SeatedIn>(
    `select m.quarter, m.state, m.node_id as "nodeId", coalesce(b.name, '') as "bodyName", m.grade_scale as scale
     from member_supervision m left join body_view b on b.id = m.body_id where m.id = $3 and ${seatedSql('m.body_id', '$1', '$2')}`,
    [person, today, supervisionId],
  );
  if (!row) throw refuse('request/not-found');
  return row;
}

export interface CellMember extends Named {
  readonly personId: string;
}

/** The members of a quarter in the order of their names, as a sheet lists them. */
export async function namedIn(reader: Reader, supervisionId: string): Promise<CellMember[]> {
  return reader.query(
    `select l.id as "lineId", l.person_id as "personId", coalesce(p.name, '') as name, p.birth_year as "birthYear"
     from supervision_line l left join person_name p on p.person_id = l.person_id where l.supervision_id = $1
     order by coalesce(p.sort_key, ''), l.id`,
    [supervisionId],
  );
}

/** Everything that a sheet is held against. */
export async function againstOf(
  reader: Reader,
  sealer: Sealer,
  of: Pick<Asked, 'supervisionId' | 'today'> & SeatedIn,
  members: readonly CellMember[],
): Promise<Against> {
  const months = monthsOf(of.quarter);
  return {
    members,
    months,
    open: months.filter((month) => isMonthOpen(of.quarter, month, of.today)),
    scale: of.scale,
    standing: await gradesOf(reader, sealer, of.supervisionId),
  };
}

/** Writes grades, or takes them away where there is none, in two statements however many there are. */
export async function writeGrades(
  tx: Tx,
  sealer: Sealer,
  cells: readonly { lineId: string; month: string; grade?: string | undefined }[],
): Promise<void> {
  const rows = cells.map(({ lineId, month, grade }) => ({ line_id: lineId, month, grade_sealed: sealGrade(sealer, lineId, month, grade) }));
  await tx.query(
    `insert into supervision_month (line_id, month, grade_sealed)
     select r.line_id, r.month, r.grade_sealed from jsonb_to_recordset($1::jsonb) as r(line_id uuid, month text, grade_sealed text)
     on conflict (line_id, month) do update set grade_sealed = excluded.grade_sealed`,
    [JSON.stringify(rows)],
  );
  await tx.query('delete from supervision_month where line_id = any($1::uuid[]) and grade_sealed is null and note_sealed is null', [
    cells.map((cell) => cell.lineId),
  ]);
}
