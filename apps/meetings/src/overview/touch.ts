import type { Tx } from '@vungmanh/platform/db/tx';

/**
 * Says that the figures of a body in a month have to be folded again. An added row and no lock: the fold takes away by id the
 * rows that it has seen, so that one added meanwhile is folded next.
 *
 * @param month 'YYYY-MM'
 */
export async function touchMonth(tx: Tx, bodyId: string, month: string): Promise<void> {
  await tx.query('insert into month_dirty (body_id, month) values ($1, $2)', [bodyId, month]);
}
