import { Injectable } from '@nestjs/common';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { z } from 'zod';

const SigningKey = z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), kid: z.string() });

type Kind = 'SIGN' | 'COOKIE';

/** The provider's own secrets, made once and kept sealed in the database, so that every replica signs alike. */
@Injectable()
export class ProviderKeys {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** The private key of the id tokens (ES256), as a JWK. */
  async signing(): Promise<JsonWebKey> {
    const made = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    const kid = randomBytes(8).toString('base64url');
    return SigningKey.parse(JSON.parse(await this.kept('SIGN', JSON.stringify({ ...made, kid, alg: 'ES256', use: 'sig' }))));
  }

  /** The key with which cookies are signed. */
  cookies(): Promise<string> {
    return this.kept('COOKIE', randomBytes(32).toString('base64url'));
  }

  /** What is kept; or `made`, which is kept from now on. Of two that start at once, one makes it. */
  private async kept(kind: Kind, made: string): Promise<string> {
    const place = `oidc_key.secret:${kind}`;
    await this.db.write('insert into oidc_key (kind, secret, created_at) values ($1, $2, $3) on conflict (kind) do nothing', [
      kind,
      this.sealer.seal(place, made),
      this.clock.now(),
    ]);
    const [row] = await this.db.query<{ secret: string }>('select secret from oidc_key where kind = $1', [kind]);
    return this.sealer.open(place, row?.secret ?? '');
  }
}
