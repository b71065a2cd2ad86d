import type { DutyState } from '@vungmanh/contracts/training/duty';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { homeCellSql } from '../past-attendance/home-cell.js';

/** A duty, and the cell that would name its person for a class. */
export interface OwedDuty {
  readonly personId: string;
  readonly courseId: string;
  readonly cellId: string;
  readonly state: DutyState;
}

/** The duty, where the scope holds both where it arises and the cell of its person; `request/not-found` for any other. */
export async function owedBy(reader: Reader, scope: Scope, dutyId: string): Promise<OwedDuty> {
  const params: unknown[] = [dutyId];
  const dutySql = scope.within('d.node_id', params);
  const cellSql = scope.within('d.cell_id', params);
  const [duty] = await reader.query<OwedDuty>(
    `select d.person_id as "personId", d.course_id as "courseId", d.cell_id as "cellId", d.state
     from (select d.*, ${homeCellSql('d.person_id')} as cell_id from duty d where d.id = $1) d where ${dutySql} and ${cellSql}`,
    params,
  );
  if (!duty) throw refuse('request/not-found');
  return duty;
}
