import { Injectable } from '@nestjs/common';
import type { DenunciationStanding } from '@vungmanh/contracts/inspection/denunciation';
import type { DenunciationAct } from '@vungmanh/contracts/inspection/denunciation-state';
import type { Command } from '@vungmanh/contracts/operation';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { countStatement } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Grants } from '@vungmanh/platform/scope/grants';
import type { z } from 'zod';
import { personOf } from '../discipline/discipline-list.js';
import { standingOf } from './denunciation-list.js';
import { DenunciationEntity } from './denunciation.entity.js';
import { expectAct } from './denunciation.rules.js';

type DenunciationCommand = Command & {
  readonly input: z.ZodType<{ denunciationId: string }>;
  readonly output: typeof DenunciationStanding;
};

/** An open act: the denunciation locked, by whom, in which transaction. */
export interface Acting {
  readonly found: DenunciationEntity;
  readonly tx: Tx;
  readonly by: string;
  readonly today: string;
}

/** One act on a denunciation: found for who stands on its lists, locked, changed by its verbs. */
@Injectable()
export class DenunciationChange {
  constructor(
    private readonly db: Db,
    readonly sealer: Sealer,
    private readonly grants: Grants,
  ) {}

  async apply(call: Call<DenunciationCommand>, act: DenunciationAct, work: (acting: Acting) => Promise<void> | void): Promise<DenunciationStanding> {
    return this.db.commit(call, async (tx) => {
      countStatement();
      const { denunciationId: id } = call.input;
      const found = await tx.manager.findOne(DenunciationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (found === null) throw refuse('request/not-found');
      const standing = await standingOf(tx, this.grants, call.actor, found);
      expectAct(act, found.state, standing);
      tx.expectVersion(call, found);
      await work({ found, tx, by: personOf(call.actor), today: tx.clock.today() });
      // Whoever is denounced reads their trail, and the version of what they were told of: that the vault was opened is not for them.
      const opening = act === 'ask-opening' || act === 'confirm-opening';
      tx.about({ node: found.nodeId, target: found.id, persons: opening ? [] : traced(found) });
      if (!opening) await tx.update(found);
      return { id: found.id, version: found.version, state: found.state };
    });
  }
}

/** Whoever is denounced sees in their own trail what happens from the day on which they were told, and nothing before. */
export const traced = ({ personId, told }: Pick<DenunciationEntity, 'personId' | 'told'>): string[] => (told && personId !== null ? [personId] : []);
