import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { canonical } from './canonical.js';
import type { Head } from './chain.js';

const Signed = z.strictObject({
  service: z.string(),
  at: z.string(),
  /** Chains that have grown since the line before: number, position, hash. */
  chains: z.array(z.tuple([z.number().int(), z.number().int(), z.string()])),
  /** The digest of the line before; empty on the first. */
  before: z.string(),
  digest: z.string(),
  signature: z.string(),
});
type Body = Omit<z.infer<typeof Signed>, 'digest' | 'signature'>;

/** Where the signed heads of a service lie: one line of JSON each time, to be copied elsewhere and printed. */
export const headsFile = (headsDir: string, service: string): string => join(headsDir, `${service}.jsonl`);

/** What the file of a service says. */
export interface HeadsOnFile {
  /** The last signed place of each chain. */
  readonly heads: ReadonlyMap<number, Head>;
  readonly lines: number;
  /** Digest of the last line and when it was signed; what is worth writing down on paper. */
  readonly last?: { readonly digest: string; readonly at: string };
  /** What is wrong with the file itself, in Vietnamese. */
  readonly findings: readonly string[];
}

/** Reads and checks a file of signed heads; a file that is not there has no lines. */
export async function readHeads(file: string, service: string, key: KeyObject): Promise<HeadsOnFile> {
  let text = await textOf(file);
  if (!endsWhole(text)) {
    // Perhaps the service writes it this very moment.
    await new Promise((resolve) => setTimeout(resolve, 300));
    text = await textOf(file);
  }
  const heads = new Map<number, Head>();
  const findings: string[] = [];
  const lines = text.split('\n');
  let last: HeadsOnFile['last'];
  lines.pop();
  if (!endsWhole(text)) findings.push(`${file}: dòng cuối bị đứt`);
  for (const [i, line] of lines.entries()) {
    const read = Signed.safeParse(parsed(line));
    const where = `${file}, dòng ${i + 1}`;
    if (!read.success) {
      findings.push(`${where}: không đọc được`);
      continue;
    }
    const { digest, signature, ...body } = read.data;
    const bytes = Buffer.from(canonical(body));
    if (body.service !== service || digest !== digestOf(bytes) || !verify(null, bytes, key, Buffer.from(signature, 'base64url'))) {
      findings.push(`${where}: chữ ký không đúng, dấu niêm phong đã bị sửa`);
      continue;
    }
    if (body.before !== (last?.digest ?? '')) findings.push(`${where}: không nối tiếp dòng trước, có dòng đã bị bỏ, thêm hoặc đảo`);
    for (const [chain, position, hash] of body.chains) {
      if (position <= (heads.get(chain)?.position ?? 0)) findings.push(`${where}: chuỗi ${chain} lùi về vị trí ${position}`);
      heads.set(chain, { position, hash });
    }
    last = { digest, at: body.at };
  }
  return { heads, lines: lines.length, findings, ...(last ? { last } : {}) };
}

/** Signs heads and adds them to the file; durable when it resolves. Answers the digest of the new line. */
export async function addHeads(file: string, body: Body, key: KeyObject): Promise<string> {
  const bytes = Buffer.from(canonical(body));
  const digest = digestOf(bytes);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(`${JSON.stringify({ ...body, digest, signature: sign(null, bytes, key).toString('base64url') })}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return digest;
}

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

/** A line is whole when it has its end. */
const endsWhole = (text: string): boolean => text === '' || text.endsWith('\n');

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
