import type { ItemOf } from '@vungmanh/contracts/event';
import { obligationChanged, type DutyState } from '@vungmanh/contracts/training/duty';
import type { Tx } from '@vungmanh/platform/db/tx';

/** A duty as statements answer it after they have written it. */
export interface WrittenDuty {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly nodeId: string;
  readonly courseId: string;
  readonly dueOn: string;
  readonly state: DutyState;
}

/** The columns of {@link WrittenDuty}, for `returning`. */
export const WRITTEN_SQL = `d.id, d.version, d.person_id as "personId", d.node_id as "nodeId", d.course_id as "courseId", d.due_on::text as "dueOn", d.state`;

/** Tells everybody how duties stand now. */
export function tellDuties(tx: Tx, duties: readonly WrittenDuty[]): void {
  if (duties.length === 0) return;
  const items = duties.map(({ id, version, personId, nodeId, dueOn, state }): ItemOf<typeof obligationChanged> => ({
    id,
    version,
    kind: 'TRAINING_DUTY',
    doerIds: [personId],
    nodeId,
    due: dueOn,
    state,
  }));
  tx.publish(obligationChanged, items);
}
