import type { Tx } from '@vungmanh/platform/db/tx';
import type { CaseEntity } from './case.entity.js';

/** What may be counted of a case, written in the transaction that changes it. */
export async function figureOf(tx: Tx, { id, nodeId, openedOn, kind, state }: CaseEntity): Promise<void> {
  await tx.query(
    `insert into case_figure (case_id, node_id, year, kind, state) values ($1, $2, $3, $4, $5)
     on conflict (case_id) do update set state = excluded.state`,
    [id, nodeId, Number(openedOn.slice(0, 4)), kind, state],
  );
}

/** Below this a group says who is in it. */
const FEW = 3;

/** A number that superiors are told, or only that it is small. */
export const told = (count: number): { count?: number; fewer: boolean } => (count < FEW ? { fewer: true } : { count, fewer: false });
