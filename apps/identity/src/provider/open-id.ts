import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Db } from '@vungmanh/platform/db/db';
import type { JsonWebKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Provider from 'oidc-provider';
import { ProviderKeys } from './keys.js';
import { makeProvider } from './provider.js';
import { ProviderState } from './state.js';

/** The provider of this process, made once with what is kept of it. */
@Injectable()
export class OpenId {
  private made: Promise<Provider> | undefined;

  constructor(
    private readonly db: Db,
    private readonly state: ProviderState,
    private readonly keys: ProviderKeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  provider(): Promise<Provider> {
    this.made ??= this.make();
    return this.made;
  }

  private async make(): Promise<Provider> {
    const [signing, cookieKey, clientKey] = await Promise.all([this.keys.signing(), this.keys.cookies(), keyOf('gateway', this.config.keysDir)]);
    return makeProvider({
      config: this.config,
      signing,
      cookieKey,
      clientKey,
      state: (model) => this.state.of(model),
      isOpen: async (id) => (await this.db.query('select 1 as open from account where id::text = $1 and not disabled', [id])).length > 0,
    });
  }
}

/** The public key of a service, without the hints that would tie it to one name of its algorithm. */
async function keyOf(service: string, keysDir: string): Promise<JsonWebKey> {
  const { keys }: { keys: (JsonWebKey & { kid: string })[] } = JSON.parse(await readFile(join(keysDir, 'public.jwks.json'), 'utf8'));
  const key = keys.find(({ kid }) => kid === service);
  if (!key) throw new Error(`There is no public key of ${service}`);
  const { kty, crv, x, kid } = key;
  return { kty, crv, x, kid };
}
