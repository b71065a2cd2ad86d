import { Injectable } from '@nestjs/common';
import { readDenunciant } from '@vungmanh/contracts/inspection/vault';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { personOf } from '../discipline/discipline-list.js';
import { lastOpening } from './opening.js';
import { expectReadable } from './opening.rules.js';
import { Vault } from './vault.js';

/** The reading itself: on record before anything leaves. */
@Injectable()
export class VaultReading {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly trail: ReadTrail,
  ) {}

  async read(call: Call<typeof readDenunciant>, id: string, nodeId: string): Promise<OutputOf<typeof readDenunciant>> {
    const opening = await lastOpening(this.db, id);
    expectReadable(opening, personOf(call.actor), this.clock.millis());
    const [kept] = await this.db.query<{ identity_sealed: string }>('select identity_sealed from denunciant_vault where denunciation_id = $1', [id]);
    if (!kept) throw fail(readDenunciant, 'inspection/denunciation-anonymous');
    await this.trail.recordRead(call, { persons: [], node: nodeId, target: id });
    return this.vault.open(id, kept.identity_sealed);
  }
}
