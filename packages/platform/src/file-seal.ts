import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Plain bytes in one sealed piece; each piece carries its own tag, so that a reader is never handed bytes nobody checked. */
const PIECE = 64 * 1024;
const TAG = 16;
const SALT = 32;

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** AES-256-GCM under a key of this file alone: the number of the piece and whether it is the last make a nonce unique. */
function keyOf(dataKey: Buffer, salt: Buffer, fileId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, salt, `vungmanh:file:${fileId}`, 32));
}

function nonceOf(piece: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(piece, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/** Cuts a stream into pieces of one size and says which is the last; an empty stream is one empty last piece. */
async function* pieces(source: Bytes, size: number): AsyncGenerator<{ bytes: Buffer; number: number; last: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const chunk of source) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    for (; held.length > size; number += 1) {
      yield { bytes: held.subarray(0, size), number, last: false };
      held = held.subarray(size);
    }
  }
  yield { bytes: held, number, last: true };
}

/** The sealed form of a file: salt, then each piece with its tag. */
export async function* seal(plain: Bytes, dataKey: Buffer, fileId: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const key = keyOf(dataKey, salt, fileId);
  yield salt;
  for await (const { bytes, number, last } of pieces(plain, PIECE)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** The plain bytes; throws at the first piece that was changed, moved, left out, or comes from another file. */
export async function* unseal(sealed: Bytes, dataKey: Buffer, fileId: string): AsyncGenerator<Buffer> {
  const head = { salt: Buffer.alloc(0) };
  let key: Buffer | undefined;
  for await (const { bytes, number, last } of pieces(withoutSalt(sealed, head), PIECE + TAG)) {
    key ??= keyOf(dataKey, head.salt, fileId);
    if (bytes.length < TAG) throw new Error(`File ${fileId} is cut short`);
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    yield Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG)), decipher.final()]);
  }
}

async function* withoutSalt(sealed: Bytes, head: { salt: Buffer }): AsyncGenerator<Uint8Array> {
  for await (const chunk of sealed) {
    const missing = SALT - head.salt.length;
    if (missing === 0) {
      yield chunk;
      continue;
    }
    head.salt = Buffer.concat([head.salt, chunk.subarray(0, missing)]);
    yield chunk.subarray(missing);
  }
}
