import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { nkeys } from '@nats-io/transport-node';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes what is missing in `directory` and never replaces what is there:
 * `<service>.private.json` (Ed25519 JWK), `public.jwks.json` (all public halves; `kid` is the service's name),
 * `<service>.nats.nk` and `operator.nats.nk` (nkey seeds: who connects to the broker; another key than the one that signs,
 * because the broker chooses what it has signed),
 * `data.key`, `index.key` and `vault.key` (32 raw bytes each: encryption at rest, HMAC index, identities of who denounces).
 */
export function prepareKeys(directory, services) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const publics = services.map((service) => {
    const file = path.join(directory, `${service}.private.json`);
    if (!existsSync(file)) {
      const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
      const key = { ...jwk, kid: service, alg: 'EdDSA', use: 'sig' };
      writeFileSync(file, `${JSON.stringify(key)}\n`, { mode: 0o600 });
    }
    const { d: _secret, ...open } = JSON.parse(readFileSync(file, 'utf8'));
    return open;
  });
  writeFileSync(path.join(directory, 'public.jwks.json'), `${JSON.stringify({ keys: publics }, undefined, 2)}\n`, { mode: 0o644 });
  for (const user of [...services, 'operator']) {
    const file = path.join(directory, `${user}.nats.nk`);
    if (!existsSync(file)) writeFileSync(file, nkeys.createUser().getSeed(), { mode: 0o600 });
  }
  for (const name of ['data.key', 'index.key', 'vault.key']) {
    const file = path.join(directory, name);
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
  }
}
