import type { InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { countStatement } from '@vungmanh/platform/db/counter';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Broken } from '@vungmanh/platform/problem';
import { addFigures } from '../coverage/figures.js';
import { LineEntity } from '../line/line.entity.js';
import type { CaseEntity } from './case.entity.js';

interface Order {
  readonly nodeId: string;
  readonly actor: ProgramActor;
  readonly kind: InspectionKind;
  readonly subject: SubjectKind;
  readonly subjectId: string;
}

/** Refuses a line that does not plan this case, or is no longer to be carried out: `inspection/line-unfit`. */
export async function checkLine(tx: Tx, planLineId: string, of: Order): Promise<void> {
  const found = await tx.query(
    `select 1 from plan_line l join program g on g.id = l.program_id
     where l.id = $1 and l.actor_node_id = $2 and g.actor = $3 and l.kind = $4 and l.subject = $5 and l.subject_id = $6
       and g.state = 'PUBLISHED' and l.state in ('PLANNED', 'IN_PROGRESS')`,
    [planLineId, of.nodeId, of.actor, of.kind, of.subject, of.subjectId],
  );
  if (found.length === 0) throw new Broken('inspection/line-unfit');
}

/** What a concluded case was planned as is done, unless somebody has written that down, or the line was cancelled since. */
export async function finishLineOf(tx: Tx, { planLineId, concludedOn }: CaseEntity): Promise<void> {
  if (planLineId === null || concludedOn === null) return;
  countStatement();
  const line = await tx.manager.findOne(LineEntity, { where: { id: planLineId }, lock: { mode: 'pessimistic_write' } });
  if (!line || (line.state !== 'PLANNED' && line.state !== 'IN_PROGRESS')) return;
  const counted = { programId: line.programId, lineId: line.id };
  await addFigures(tx, -1, counted);
  line.finish({ doneOn: concludedOn }, tx.clock.today());
  await tx.update(line);
  await addFigures(tx, 1, counted);
}
