import { Injectable } from '@nestjs/common';
import type { DenunciationStanding } from '@vungmanh/contracts/inspection/denunciation';
import { askOpening, confirmOpening, readDenunciant } from '@vungmanh/contracts/inspection/vault';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { DenunciationChange } from '../denunciation/denunciation-change.js';
import { DenunciationPage } from '../denunciation/denunciation-page.js';
import { lastOpening, openingReason } from './opening.js';
import { expectConfirmable } from './opening.rules.js';
import { VaultReading } from './vault-reading.js';

/** Opening the vault takes two people and a reason; each step and each reading is on record. */
@Injectable()
export class VaultService {
  constructor(
    private readonly change: DenunciationChange,
    private readonly page: DenunciationPage,
    private readonly keys: VaultReading,
  ) {}

  @Rpc(askOpening)
  ask(call: Call<typeof askOpening>): Promise<DenunciationStanding> {
    return this.change.apply(call, 'ask-opening', async ({ found, tx, by }) => {
      if (!found.signed) throw fail(askOpening, 'inspection/denunciation-anonymous');
      const id = newId(tx.clock.millis());
      await tx.query('insert into vault_opening (id, denunciation_id, asked_by, asked_at, reason_sealed) values ($1, $2, $3, $4, $5)', [
        id,
        found.id,
        by,
        tx.clock.now(),
        openingReason.write(this.change.sealer, id, call.input.reason),
      ]);
    });
  }

  @Rpc(confirmOpening)
  confirm(call: Call<typeof confirmOpening>): Promise<DenunciationStanding> {
    return this.change.apply(call, 'confirm-opening', async ({ found, tx, by }) => {
      const opening = expectConfirmable(await lastOpening(tx, found.id), call.input.openingId, by);
      await tx.query('update vault_opening set confirmed_by = $2, confirmed_at = $3 where id = $1', [opening.id, by, tx.clock.now()]);
    });
  }

  @Rpc(readDenunciant)
  async read(call: Call<typeof readDenunciant>): Promise<OutputOf<typeof readDenunciant>> {
    const { found, standing } = await this.page.find(call.actor, call.input.denunciationId);
    if (!standing.right || !standing.parts.some((part) => part === 'HANDLER' || part === 'VAULT_KEEPER')) throw refuse('request/not-found');
    if (!found.signed) throw fail(readDenunciant, 'inspection/denunciation-anonymous');
    return this.keys.read(call, found.id, found.nodeId);
  }
}
