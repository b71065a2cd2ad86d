import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { searchText } from '@vungmanh/contracts/text';

const NONCE = 12;
const TAG = 16;
const KEY_ID = '1';
/** Nonces drawn at once: one call of the system for each would cost as much as the sealing. */
const NONCES = 256;

/**
 * Seals what a dump of the database must not show (reliability.md F37): AES-256-GCM, with the key's id and the place that the
 * value belongs to inside it, so that a value moved to another row or column no longer opens.
 *
 * A sealed value is `<key id>.<place>.<nonce + ciphertext + tag in base64url>`; the place is authenticated.
 */
export class Sealer {
  private nonces = Buffer.alloc(0);
  private readonly dataKey: KeyObject;
  private readonly indexKey: KeyObject;

  constructor(dataKey: Buffer, indexKey: Buffer) {
    if (dataKey.length !== 32 || indexKey.length !== 32) throw new Error('Data and index keys must be 32 bytes');
    this.dataKey = createSecretKey(dataKey);
    this.indexKey = createSecretKey(indexKey);
  }

  /** Reads `data.key` and `index.key` from the key folder; `vault.key` seals what not even the rest of the service may open. */
  static async read(keysDir: string, sealing: 'data.key' | 'vault.key' = 'data.key'): Promise<Sealer> {
    const [data, index] = await Promise.all([sealing, 'index.key'].map((name) => readFile(join(keysDir, name))));
    if (!data || !index) throw new Error('Keys are missing');
    return new Sealer(data, index);
  }

  /** @param place `<table>.<column>:<row id>` */
  seal(place: string, plain: string): string {
    const nonce = this.nonce();
    const cipher = createCipheriv('aes-256-gcm', this.dataKey, nonce);
    cipher.setAAD(Buffer.from(`${KEY_ID}.${place}`));
    const body = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${KEY_ID}.${place}.${body.toString('base64url')}`;
  }

  private nonce(): Buffer {
    if (this.nonces.length === 0) this.nonces = randomBytes(NONCE * NONCES);
    const nonce = this.nonces.subarray(0, NONCE);
    this.nonces = this.nonces.subarray(NONCE);
    return nonce;
  }

  /** The plain text; throws when the value was changed, or sealed for another place. */
  open(place: string, sealed: string): string {
    const prefix = `${KEY_ID}.${place}`;
    if (!sealed.startsWith(`${prefix}.`)) throw new Error('A sealed value stands in a place it was not sealed for');
    const body = Buffer.from(sealed.slice(prefix.length + 1), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.dataKey, body.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(prefix));
    decipher.setAuthTag(body.subarray(body.length - TAG));
    return Buffer.concat([decipher.update(body.subarray(NONCE, body.length - TAG)), decipher.final()]).toString('utf8');
  }

  /**
   * A keyed digest by which a number can be looked up and kept unique without being readable. For numbers of many digits only:
   * what has few possible values could be guessed by whoever holds the key.
   */
  indexOf(kind: string, value: string): Buffer {
    return createHmac('sha256', this.indexKey)
      .update(`${kind}:${searchText(value)}`)
      .digest();
  }
}
