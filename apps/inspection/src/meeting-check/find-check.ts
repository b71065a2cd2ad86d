import { countStatement } from '@vungmanh/platform/db/counter';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { CheckCellEntity } from './check-cell.entity.js';
import { MeetingCheckEntity } from './meeting-check.entity.js';

/** True for who is on the list of the check in `column`; the person is a parameter. */
export const onListSql = (column: string, personSql: string): string =>
  `exists (select 1 from meeting_check_access a where a.check_id = ${column} and a.person_id = ${personSql} and a.until is null)`;

/** Refuses whoever is not on the list as if there were no such check. */
export async function expectOnList(reader: Reader, { actor }: Call, checkId: string): Promise<void> {
  const found = await reader.query(`select 1 as found from meeting_check c where c.id = $1 and ${onListSql('c.id', '$2')}`, [checkId, actor.person]);
  if (found.length === 0) throw refuse('request/not-found');
}

/** A check to be changed by who holds the right where it was opened; anywhere else there is no such check. */
export async function lockCheck(tx: Tx, call: Call, checkId: string): Promise<MeetingCheckEntity> {
  const params: unknown[] = [checkId];
  const found = await tx.query(`select 1 as found from meeting_check c where c.id = $1 and ${call.scope.within('c.node_id', params)}`, params);
  if (found.length === 0) throw refuse('request/not-found');
  countStatement();
  return tx.manager.findOneOrFail(MeetingCheckEntity, { where: { id: checkId }, lock: { mode: 'pessimistic_write' } });
}

/** A cell's sheet to be written by one of the team, while its check is under way. */
export async function lockCell(tx: Tx, call: Call, { checkId, nodeId }: { checkId: string; nodeId: string }): Promise<CheckCellEntity> {
  await expectOnList(tx, call, checkId);
  countStatement();
  // Held: a conclusion at the same time waits, and then finds what was written.
  const check = await tx.manager.findOneOrFail(MeetingCheckEntity, { where: { id: checkId }, lock: { mode: 'pessimistic_read' } });
  countStatement();
  const cell = await tx.manager.findOne(CheckCellEntity, { where: { checkId, nodeId }, lock: { mode: 'pessimistic_write' } });
  if (!cell) throw refuse('request/not-found');
  check.checkRecording();
  return cell;
}
