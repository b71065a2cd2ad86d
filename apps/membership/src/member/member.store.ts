import { Injectable } from '@nestjs/common';
import type { MemberVersion } from '@vungmanh/contracts/membership/member-change';
import { memberChanged } from '@vungmanh/contracts/membership/roster';
import { newId } from '@vungmanh/contracts/new-id';
import type { Command } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Broken, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import type { z } from 'zod';
import { historyOf, writeHistory } from './history.js';
import { MemberRecord, type Act } from './member-record.js';
import { placeNow } from './member-now.js';
import { PersonEntity } from './person.entity.js';

/** A command that answers the version of a record, and one that changes a record that is there. */
type Writes = Command & { readonly output: typeof MemberVersion };
type Changes = Omit<Writes, 'input'> & { readonly input: z.ZodType<{ personId: string }> };

/** Loads and writes a member's record whole: the person, the dated facts, the row of today, and the event. */
@Injectable()
export class MemberStore {
  constructor(
    private readonly db: Db,
    readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  get act(): Act {
    return { id: newId(this.clock.millis()), today: this.clock.today() };
  }

  /** A command on the record of the person in `input`, in scope and at the version that the caller has seen. */
  async change(call: Call<Changes>, work: (record: MemberRecord, tx: Tx) => Promise<void> | void): Promise<MemberVersion> {
    return this.commit(call, async (tx) => {
      const record = await this.load(tx, call, call.input.personId);
      await work(record, tx);
      await tx.update(record.person);
      return this.finish(tx, record);
    });
  }

  /** What another service tells of a person: written, and true, where it changes something. Whoever is not in the register is passed over. */
  async follow(tx: Tx, personId: string, work: (record: MemberRecord) => boolean): Promise<boolean> {
    const person = await tx.manager.findOne(PersonEntity, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
    if (person === null) return false;
    const record = new MemberRecord(person, await historyOf(tx, this.sealer, personId));
    if (!work(record)) return false;
    await tx.update(person);
    await this.finish(tx, record);
    return true;
  }

  /** A command that makes a new record. */
  async enter(call: Call<Writes>, work: (tx: Tx) => Promise<MemberRecord>): Promise<MemberVersion> {
    return this.commit(call, async (tx) => {
      const record = await work(tx);
      await tx.insert(record.person);
      return this.finish(tx, record);
    });
  }

  /** Whether members can be enrolled there: an organization that exists today and whose members meet as a cell. */
  async isCell(tx: Tx, nodeId: string): Promise<boolean> {
    const found = await tx.query(`select 1 as found from node_view where id = $1 and status = 'ACTIVE' and (traits ->> 'meetsAsCell')::boolean`, [
      nodeId,
    ]);
    return found.length > 0;
  }

  private async load(tx: Tx, call: Call<Command>, personId: string): Promise<MemberRecord> {
    const params: unknown[] = [personId];
    const found = await tx.query(`select 1 as found from member_now m where m.person_id = $1 and ${call.scope.within('m.node_id', params)}`, params);
    const person = found.length > 0 ? await tx.manager.findOneBy(PersonEntity, { id: personId }) : null;
    if (!person) throw refuse('request/not-found');
    tx.expectVersion(call, person);
    return new MemberRecord(person, await historyOf(tx, this.sealer, personId));
  }

  private async finish(tx: Tx, record: MemberRecord): Promise<MemberVersion> {
    const { id, version } = record.person;
    await writeHistory(tx, this.sealer, id, record.changed);
    await placeNow(tx, [id]);
    tx.publish(memberChanged, { id, version });
    tx.about({ node: record.home.nodeId, target: id, persons: [id] });
    return { id, version };
  }

  private async commit(call: Call<Writes>, work: (tx: Tx) => Promise<MemberVersion>): Promise<MemberVersion> {
    try {
      return await this.db.commit(call, work);
    } catch (error) {
      if (broke(error, 'person_card')) throw new Broken('membership/card-number-in-use');
      if (broke(error, 'person_citizen')) throw new Broken('membership/citizen-number-in-use');
      throw error;
    }
  }
}
