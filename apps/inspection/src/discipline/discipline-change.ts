import { Injectable } from '@nestjs/common';
import type { DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import type { DisciplineAct } from '@vungmanh/contracts/inspection/discipline-state';
import type { Command } from '@vungmanh/contracts/operation';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { broke } from '@vungmanh/platform/db/broke';
import { countStatement } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Broken, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Grants } from '@vungmanh/platform/scope/grants';
import type { z } from 'zod';
import { personOf, standingOf } from './discipline-list.js';
import { DisciplineEntity } from './discipline.entity.js';
import { expectAct, type Standing } from './discipline.rules.js';

type CaseCommand = Command & { readonly input: z.ZodType<{ disciplineId: string }>; readonly output: typeof DisciplineStanding };

/** An open act: the case locked, by whom, in which transaction. */
export interface Acting {
  readonly found: DisciplineEntity;
  readonly tx: Tx;
  readonly by: string;
  readonly today: string;
  readonly standing: Standing;
}

/** One act on a case: found for who stands on its lists, locked, changed by its verbs. */
@Injectable()
export class DisciplineChange {
  constructor(
    private readonly db: Db,
    readonly sealer: Sealer,
    private readonly grants: Grants,
  ) {}

  /** `act` may follow from the state of the case. */
  async apply(
    call: Call<CaseCommand>,
    act: DisciplineAct | ((found: DisciplineEntity) => DisciplineAct),
    work: (acting: Acting) => Promise<void> | void,
  ): Promise<DisciplineStanding> {
    try {
      return await this.db.commit(call, async (tx) => {
        const found = await this.lock(tx, call.input.disciplineId);
        const standing = await standingOf(tx, this.grants, call.actor, found);
        tx.about({ node: found.nodeId, target: found.id, persons: found.personId === null ? [] : [found.personId] });
        expectAct(typeof act === 'string' ? act : act(found), found.state, standing);
        tx.expectVersion(call, found);
        await work({ found, tx, by: personOf(call.actor), today: tx.clock.today(), standing });
        await tx.update(found);
        return { id: found.id, version: found.version, state: found.state };
      });
    } catch (error) {
      throw broke(error, 'discipline_once') ? new Broken('inspection/disciplined-already') : error;
    }
  }

  private async lock(tx: Tx, disciplineId: string): Promise<DisciplineEntity> {
    countStatement();
    const found = await tx.manager.findOne(DisciplineEntity, { where: { id: disciplineId }, lock: { mode: 'pessimistic_write' } });
    if (found === null) throw refuse('request/not-found');
    return found;
  }
}
