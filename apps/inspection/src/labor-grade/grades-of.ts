import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';

const grade = sealed('supervision_month.grade');
const note = sealed('supervision_month.note');

/** A month of a line is no thing of its own: it is known by the two. */
const placeOf = (lineId: string, month: string): string => `${lineId}.${month}`;

export const sealGrade = (sealer: Sealer, lineId: string, month: string, plain: string | undefined): string | null =>
  grade.write(sealer, placeOf(lineId, month), plain);
export const sealNote = (sealer: Sealer, lineId: string, month: string, plain: string | undefined): string | null =>
  note.write(sealer, placeOf(lineId, month), plain);
export const openNote = (sealer: Sealer, lineId: string, month: string, stored: string | null): string | undefined =>
  note.read(sealer, placeOf(lineId, month), stored);

export interface SealedGrade {
  readonly month: string;
  readonly sealed: string;
}

/** Grades of one line, in the order in which they come. */
export const openedGrades = (sealer: Sealer, lineId: string, grades: readonly SealedGrade[]): { month: string; grade: string }[] =>
  grades.map(({ month, sealed: stored }) => ({ month, grade: grade.read(sealer, placeOf(lineId, month), stored) ?? '' }));

/** The grades of a quarter's lines by line and month. */
export async function gradesOf(reader: Reader, sealer: Sealer, supervisionId: string): Promise<Map<string, string>> {
  const rows = await reader.query<{ lineId: string } & SealedGrade>(
    `select g.line_id as "lineId", g.month, g.grade_sealed as sealed from supervision_month g join supervision_line l on l.id = g.line_id
     where l.supervision_id = $1 and g.grade_sealed is not null`,
    [supervisionId],
  );
  return new Map(rows.flatMap((row) => openedGrades(sealer, row.lineId, [row]).map((one) => [`${row.lineId} ${row.month}`, one.grade])));
}

/** The marks that are in use in a quarter. */
export const usedGrades = async (reader: Reader, sealer: Sealer, supervisionId: string): Promise<Set<string>> =>
  new Set((await gradesOf(reader, sealer, supervisionId)).values());
