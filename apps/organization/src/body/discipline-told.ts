import { Injectable } from '@nestjs/common';
import type { ItemOf } from '@vungmanh/contracts/event';
import { disciplineEnded, disciplineInEffect } from '@vungmanh/contracts/inspection/discipline-event';
import { bodyChanged } from '@vungmanh/contracts/organization/body';
import type { Tx } from '@vungmanh/platform/db/tx';
import { On } from '@vungmanh/platform/events/on';

/**
 * Seats that discipline takes away: a dismissal those that its decision names, an expulsion all of them, and whom the person follows. What
 * an appeal gives back is given by a new decision of the committee, not from here.
 */
@Injectable()
export class DisciplineTold {
  @On(disciplineInEffect, 'seat')
  async inEffect(items: ItemOf<typeof disciplineInEffect>[], tx: Tx): Promise<void> {
    for (const { id, version, personId, form, from, dismissedFrom = [], decisionId } of items) {
      if (personId === undefined || !(await isNews(tx, { id, version, annulled: false }))) continue;
      if (form === 'EXPULSION') await this.end(tx, { personId, from, decisionId });
      if (form === 'DISMISSAL' && dismissedFrom.length > 0) await this.end(tx, { personId, from, decisionId, bodyIds: dismissedFrom });
    }
  }

  @On(disciplineEnded, 'seat')
  async ended(items: ItemOf<typeof disciplineEnded>[], tx: Tx): Promise<void> {
    for (const { id, version, annulled } of items) await isNews(tx, { id, version, annulled });
  }

  /** Seats of other bodies than `bodyIds` stay, and so do those that somebody was given after the day. */
  private async end(
    tx: Tx,
    { personId, from, decisionId, bodyIds }: { personId: string; from: string; decisionId: string | undefined; bodyIds?: readonly string[] },
  ): Promise<void> {
    const ended = await tx.query<{ body_id: string }>(
      `update seat set version = version + 1, valid_to = greatest($2::date, valid_from), ended_because = 'DISCIPLINED', ended_by = $3
       where person_id = $1 and (valid_to is null or valid_to > $2::date)
         and ($4::uuid[] is null or body_id = any($4::uuid[]) and valid_from <= $2::date)
       returning body_id`,
      [personId, from, decisionId ?? null, bodyIds ?? null],
    );
    const unfollowed = bodyIds
      ? []
      : await tx.query<{ body_id: string }>(
          `update follower set version = version + 1, valid_to = greatest($2::date, valid_from + 1)
           where person_id = $1 and (valid_to is null or valid_to > greatest($2::date, valid_from + 1)) returning body_id`,
          [personId, from],
        );
    const changed = [...new Set([...ended, ...unfollowed].map((row) => row.body_id))];
    if (changed.length === 0) return;
    tx.publish(
      bodyChanged,
      await tx.query<{ id: string; version: number }>('update body set version = version + 1 where id = any($1::uuid[]) returning id, version', [
        changed,
      ]),
    );
  }
}

/** Whether this is the newest that was told of a case; what was annulled stays so. */
async function isNews(tx: Tx, { id, version, annulled }: { id: string; version: number; annulled: boolean }): Promise<boolean> {
  const written = await tx.query(
    `insert into discipline_told (case_id, version, annulled) values ($1, $2, $3)
     on conflict (case_id) do update set version = excluded.version, annulled = excluded.annulled
     where discipline_told.version < excluded.version and not discipline_told.annulled
     returning case_id`,
    [id, version, annulled],
  );
  return written.length > 0;
}
