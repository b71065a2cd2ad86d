import { Injectable } from '@nestjs/common';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { createHash } from 'node:crypto';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';

const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest();
const optionalHash = (id: string | undefined): Buffer | null => (id === undefined ? null : hashOf(id));

interface Row {
  id_hash: Buffer;
  payload: string;
  consumed: boolean;
}

/** Keeps what the provider must remember between two requests: sign-ins under way, codes, the sessions behind them. */
@Injectable()
export class ProviderState {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** The provider's way to its rows of one model. */
  of(model: string): Adapter {
    return {
      upsert: (id, payload, expiresIn) => this.put(model, id, { payload, seconds: expiresIn ?? 0 }),
      find: (id) => this.one(model, 'id_hash', id),
      findByUid: (uid) => this.one(model, 'uid_hash', uid),
      findByUserCode: () => Promise.resolve(undefined),
      consume: (id) => this.consume(model, id),
      destroy: async (id) => {
        await this.db.write('delete from oidc_state where model = $1 and id_hash = $2', [model, hashOf(id)]);
      },
      revokeByGrantId: async (grantId) => {
        await this.db.write('delete from oidc_state where grant_hash = $1', [hashOf(grantId)]);
      },
    };
  }

  private async put(model: string, id: string, { payload, seconds }: { payload: AdapterPayload; seconds: number }): Promise<void> {
    const now = this.clock.millis();
    const hash = hashOf(id);
    await this.db.write('delete from oidc_state where expires_at < $1', [new Date(now)]);
    await this.db.write(
      `insert into oidc_state (model, id_hash, uid_hash, grant_hash, payload, expires_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (model, id_hash) do update set uid_hash = excluded.uid_hash, grant_hash = excluded.grant_hash,
         payload = excluded.payload, expires_at = excluded.expires_at`,
      [
        model,
        hash,
        optionalHash(payload.uid),
        optionalHash(payload.grantId),
        this.sealer.seal(placeOf(model, hash), JSON.stringify(payload)),
        new Date(now + seconds * 1000),
      ],
    );
  }

  private async one(model: string, column: 'id_hash' | 'uid_hash', id: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.db.query<Row>(
      `select id_hash, payload, consumed from oidc_state where model = $1 and ${column} = $2 and expires_at > $3`,
      [model, hashOf(id), new Date(this.clock.millis())],
    );
    if (!row) return undefined;
    const payload: AdapterPayload = JSON.parse(this.sealer.open(placeOf(model, row.id_hash), row.payload));
    return row.consumed ? { ...payload, consumed: true } : payload;
  }

  /** Of two exchanges of one code that come at once, both of which found it fresh, only the first goes on. */
  private async consume(model: string, id: string): Promise<void> {
    const taken = await this.db.write(
      'update oidc_state set consumed = true where model = $1 and id_hash = $2 and not consumed returning 1 as taken',
      [model, hashOf(id)],
    );
    if (taken.length === 0) throw new errors.InvalidGrant('already used');
  }
}

const placeOf = (model: string, hash: Buffer): string => `oidc_state.payload:${model}:${hash.toString('base64url')}`;
