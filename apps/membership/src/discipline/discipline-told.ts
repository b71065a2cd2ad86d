import { Injectable } from '@nestjs/common';
import type { ItemOf } from '@vungmanh/contracts/event';
import { disciplineEnded, disciplineInEffect } from '@vungmanh/contracts/inspection/discipline-event';
import { suspensionChanged } from '@vungmanh/contracts/inspection/suspension';
import type { Tx } from '@vungmanh/platform/db/tx';
import { On } from '@vungmanh/platform/events/on';
import { MemberStore } from '../member/member.store.js';
import { expelledSince, type Effect } from './discipline.rules.js';

/** What inspection tells of discipline, taken over into the record of the member; what came later never gives way to what came before. */
@Injectable()
export class DisciplineTold {
  constructor(private readonly store: MemberStore) {}

  @On(disciplineInEffect, 'member')
  async inEffect(items: ItemOf<typeof disciplineInEffect>[], tx: Tx): Promise<void> {
    for (const { id, version, personId, form, from } of items) {
      if (personId === undefined) continue;
      await tx.query(
        `insert into discipline_effect (case_id, version, person_id, form, valid_from, annulled) values ($1, $2, $3, $4, $5, false)
         on conflict (case_id) do update set version = greatest(discipline_effect.version, excluded.version), form = excluded.form,
           valid_from = coalesce(least(discipline_effect.valid_from, excluded.valid_from), excluded.valid_from)
         where discipline_effect.version < excluded.version or discipline_effect.form is null`,
        [id, version, personId, form, from],
      );
      await this.settle(tx, personId, from);
    }
  }

  @On(disciplineEnded, 'member')
  async ended(items: ItemOf<typeof disciplineEnded>[], tx: Tx): Promise<void> {
    for (const { id, version, personId, on, annulled } of items) {
      if (personId === undefined) continue;
      await tx.query(
        `insert into discipline_effect (case_id, version, person_id, ended_on, annulled) values ($1, $2, $3, $4, $5)
         on conflict (case_id) do update set version = excluded.version, ended_on = excluded.ended_on, annulled = excluded.annulled
         where discipline_effect.version < excluded.version`,
        [id, version, personId, on, annulled],
      );
      await this.settle(tx, personId, on);
    }
  }

  @On(suspensionChanged, 'member')
  async suspended(items: ItemOf<typeof suspensionChanged>[], tx: Tx): Promise<void> {
    const changed = await tx.query<{ person_id: string }>(
      `insert into suspension_period (id, version, person_id, kind, valid_from, valid_to)
       select i.id, i.version, i."personId", coalesce(i.kind, 'ACTIVITIES'), i."from", i."to"
       from jsonb_to_recordset($1::jsonb) as i(id uuid, version integer, "personId" uuid, kind text, "from" date, "to" date)
       on conflict (id) do update set version = excluded.version, valid_from = excluded.valid_from, valid_to = excluded.valid_to
       where suspension_period.version < excluded.version
       returning person_id`,
      [JSON.stringify(items)],
    );
    // Rolls leave them out: whoever keeps a roster is told as of any other change of the record.
    for (const personId of new Set(changed.map((row) => row.person_id))) await this.store.follow(tx, personId, () => true);
  }

  /** Whether somebody is expelled follows from all that was told of them. Only what came into the record from here is taken back from here. */
  private async settle(tx: Tx, personId: string, on: string): Promise<void> {
    const effects = await tx.query<Effect & { written: boolean }>(
      `select form, annulled, valid_from::text as "validFrom", expelled as written from discipline_effect where person_id = $1`,
      [personId],
    );
    const since = expelledSince(effects);
    const written = effects.some((one) => one.written);
    if ((since !== undefined) === written) return;
    const changed = await this.store.follow(tx, personId, (record) =>
      since === undefined ? record.reinstate(this.store.act, on) : record.expel(this.store.act, since),
    );
    await tx.query(`update discipline_effect set expelled = $2 and form = 'EXPULSION' and not annulled where person_id = $1`, [personId, changed]);
  }
}
