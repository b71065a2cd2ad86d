import type { DutyState } from '@vungmanh/contracts/training/duty';
import { nominateForDuty } from '@vungmanh/contracts/training/enrollment';
import type { Reader } from '@vungmanh/platform/db/reader';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { homeCellSql } from '../past-attendance/home-cell.js';

/** A duty, and the cell that would name its person for a class. */
export interface OwedDuty {
  readonly personId: string;
  readonly courseId: string;
  readonly cellId: string;
  readonly state: DutyState;
}

/** The duty, where the scope holds where it arises; it is refused where the cell of its person, who alone can name them, lies outside. */
export async function owedBy(reader: Reader, scope: Scope, dutyId: string): Promise<OwedDuty> {
  const params: unknown[] = [dutyId];
  const dutySql = scope.within('d.node_id', params);
  const cellSql = scope.within('d.cell_id', params);
  const [found] = await reader.query<OwedDuty & { inReach: boolean }>(
    `select d.person_id as "personId", d.course_id as "courseId", d.cell_id as "cellId", d.state, coalesce(${cellSql}, false) as "inReach"
     from (select d.*, ${homeCellSql('d.person_id')} as cell_id from duty d where d.id = $1) d where ${dutySql}`,
    params,
  );
  if (!found) throw refuse('request/not-found');
  const { inReach, ...duty } = found;
  if (!inReach) throw fail(nominateForDuty, 'training/duty-of-other-cell');
  return duty;
}
