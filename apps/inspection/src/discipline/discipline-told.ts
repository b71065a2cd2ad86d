import { disciplineEnded, disciplineInEffect } from '@vungmanh/contracts/inspection/discipline-event';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { DisciplineEntity } from './discipline.entity.js';

const head = ({ id, version, personId, subjectNodeId }: DisciplineEntity) => ({
  id,
  // As the case will stand once this act is written.
  version: version + 1,
  ...(personId === null ? {} : { personId }),
  nodeId: subjectNodeId,
});

interface Counting {
  readonly from?: string | null;
  readonly decisionId?: string;
}

/** Tells the others that the decision counts from now on, or counts in another form. */
export function tellInEffect(tx: Tx, found: DisciplineEntity, { from = found.effectiveOn, decisionId }: Counting = {}): void {
  if (found.form === null || from === null) throw new Error(`Case ${found.id} has no decision in effect`);
  const { form, dismissedFrom } = found;
  tx.publish(disciplineInEffect, {
    ...head(found),
    form,
    from,
    ...(form === 'DISMISSAL' && dismissedFrom.length > 0 ? { dismissedFrom } : {}),
    ...(decisionId === undefined ? {} : { decisionId }),
  });
}

/** Tells them that it counts no longer. */
export function tellEnded(tx: Tx, found: DisciplineEntity, annulled: boolean): void {
  if (found.endedOn === null) throw new Error(`Case ${found.id} has not ended`);
  tx.publish(disciplineEnded, { ...head(found), on: found.endedOn, annulled });
}
