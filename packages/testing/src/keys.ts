import { nkeys } from '@nats-io/transport-node';
import { serviceNames } from '@vungmanh/contracts/service';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with fresh signing keys for every service and fresh data keys, as the start script makes them. */
export async function makeKeys(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'vungmanh-keys-'));
  const everybody: object[] = [];
  for (const service of serviceNames) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const about = { alg: 'EdDSA', kid: service, use: 'sig' };
    await writeFile(join(dir, `${service}.private.json`), JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...about }));
    everybody.push({ ...publicKey.export({ format: 'jwk' }), ...about });
  }
  await writeFile(join(dir, 'public.jwks.json'), JSON.stringify({ keys: everybody }));
  for (const user of [...serviceNames, 'operator']) await writeFile(join(dir, `${user}.nats.nk`), nkeys.createUser().getSeed());
  for (const name of ['data.key', 'index.key', 'vault.key']) await writeFile(join(dir, name), randomBytes(32));
  return dir;
}
