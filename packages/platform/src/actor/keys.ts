import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalJWKSet, importJWK, type CryptoKey, type JSONWebKeySet } from 'jose';
import type { ServiceName } from '@vungmanh/contracts/service';

/** The keys of a process: its own to sign, everybody's to verify. `kid` is the name of the service that signs. */
export interface Keys {
  readonly own: CryptoKey;
  readonly everybody: ReturnType<typeof createLocalJWKSet>;
}

/** Reads `<service>.private.json` and `public.jwks.json`; throws when one is missing or not an Ed25519 key. */
export async function readKeys(dir: string, service: ServiceName): Promise<Keys> {
  const own = await importJWK(JSON.parse(await readFile(join(dir, `${service}.private.json`), 'utf8')), 'EdDSA');
  if (own instanceof Uint8Array) throw new Error('The private key must be an Ed25519 key');
  const set: JSONWebKeySet = JSON.parse(await readFile(join(dir, 'public.jwks.json'), 'utf8'));
  return { own, everybody: createLocalJWKSet(set) };
}
