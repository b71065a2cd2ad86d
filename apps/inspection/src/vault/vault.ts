import type { readDenunciant } from '@vungmanh/contracts/inspection/vault';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Tx } from '@vungmanh/platform/db/tx';

/** Who denounces, in their own words. */
export type Denunciant = OutputOf<typeof readDenunciant>;

const identity = sealed('denunciant_vault.identity');

/** The one place where an identity is sealed and opened, with a key that seals nothing else. */
export class Vault {
  constructor(private readonly sealer: Sealer) {}

  async lockAway(tx: Tx, denunciationId: string, denunciant: Partial<Denunciant> & { name: string }): Promise<void> {
    await tx.query('insert into denunciant_vault (denunciation_id, identity_sealed) values ($1, $2)', [
      denunciationId,
      identity.write(this.sealer, denunciationId, JSON.stringify(denunciant)),
    ]);
  }

  open(denunciationId: string, stored: string): Denunciant {
    return JSON.parse(identity.read(this.sealer, denunciationId, stored) ?? '{}') as Denunciant;
  }
}
