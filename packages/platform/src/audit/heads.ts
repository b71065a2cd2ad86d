import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Head } from './chain.js';
import { addSigned, readSigned, type SignedBody, type SignedLines } from './signed-lines.js';

const Heads = z.strictObject({
  /** Chains that have grown since the line before: number, position, hash. */
  chains: z.array(z.tuple([z.number().int(), z.number().int(), z.string()])),
});
type Body = SignedBody & { chains: [chain: number, position: number, hash: string][] };

/** Where the signed heads of a service lie: one line of JSON each time, to be copied elsewhere and printed. */
export const headsFile = (headsDir: string, service: string): string => join(headsDir, `${service}.jsonl`);

/** What the file of a service says. */
export interface HeadsOnFile extends Pick<SignedLines<unknown>, 'lines' | 'last' | 'findings'> {
  /** The last signed place of each chain. */
  readonly heads: ReadonlyMap<number, Head>;
}

/** Reads and checks a file of signed heads; `seen` is told every place that was ever signed. */
export async function readHeads(
  file: string,
  { service, key, seen }: { service: string; key: KeyObject; seen?: (chain: number, head: Head) => void },
): Promise<HeadsOnFile> {
  const { bodies, findings: found, ...rest } = await readSigned(file, { service, key, shape: Heads });
  const heads = new Map<number, Head>();
  const findings = [...found];
  for (const { body, where } of bodies) {
    for (const [chain, position, hash] of body.chains) {
      if (position <= (heads.get(chain)?.position ?? 0)) findings.push(`${where}: chuỗi ${chain} lùi về vị trí ${position}`);
      heads.set(chain, { position, hash });
      seen?.(chain, { position, hash });
    }
  }
  return { ...rest, heads, findings };
}

/** Signs heads and adds them to the file; durable when it resolves. Answers the digest of the new line. */
export const addHeads = (file: string, body: Body, key: KeyObject): Promise<string> => addSigned(file, { ...body }, key);

/** Takes away a line that a crash left unfinished: it was never signed for anybody. */
export async function mendHeads(file: string): Promise<void> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) await truncate(file, whole);
}

/** The service's own key, which signs. */
export async function signingKey(keysDir: string, service: string): Promise<KeyObject> {
  return createPrivateKey({ key: JSON.parse(await readFile(join(keysDir, `${service}.private.json`), 'utf8')), format: 'jwk' });
}

/** The public half, as everybody knows it. */
export async function publicKeyOf(keysDir: string, service: string): Promise<KeyObject> {
  const { keys }: { keys: { kid: string; kty: string }[] } = JSON.parse(await readFile(join(keysDir, 'public.jwks.json'), 'utf8'));
  const key = keys.find((one) => one.kid === service);
  if (!key) throw new Error(`Không có khóa công khai của ${service} trong ${keysDir}`);
  return createPublicKey({ key, format: 'jwk' });
}
