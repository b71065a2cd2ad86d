import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { canonical, type Json } from './canonical.js';

const Signature = z.looseObject({ service: z.string(), at: z.string(), before: z.string(), digest: z.string(), signature: z.string() });

/** What every line says besides what it is for; `before` is the digest of the line before, empty on the first. */
export interface SignedBody {
  readonly service: string;
  readonly at: string;
  readonly before: string;
}

/** A file of signed lines as it was found. */
export interface SignedLines<T> {
  readonly bodies: readonly { readonly body: T & SignedBody; readonly where: string }[];
  readonly lines: number;
  /** Digest of the last line and when it was signed; what is worth writing down on paper. */
  readonly last?: { readonly digest: string; readonly at: string };
  /** What is wrong with the file itself, in Vietnamese. */
  readonly findings: readonly string[];
}

/** Reads and checks a file of signed lines; a file that is not there has none. */
export async function readSigned<T>(
  file: string,
  { service, key, shape }: { service: string; key: KeyObject; shape: z.ZodType<T> },
): Promise<SignedLines<T>> {
  let text = await textOf(file);
  if (!endsWhole(text)) {
    // Perhaps the service writes it this very moment.
    await new Promise((resolve) => setTimeout(resolve, 300));
    text = await textOf(file);
  }
  const findings: string[] = [];
  const bodies: { body: T & SignedBody; where: string }[] = [];
  const lines = text.split('\n');
  let last: SignedLines<T>['last'];
  lines.pop();
  if (!endsWhole(text)) findings.push(`${file}: dòng cuối bị đứt`);
  for (const [i, line] of lines.entries()) {
    const where = `${file}, dòng ${i + 1}`;
    const read = Signature.safeParse(parsed(line));
    if (!read.success) {
      findings.push(`${where}: không đọc được`);
      continue;
    }
    const { digest, signature, service: said, at, before, ...rest } = read.data;
    const about = shape.safeParse(rest);
    const bytes = Buffer.from(canonical({ ...(rest as { [key: string]: Json }), service: said, at, before }));
    const good = about.success && said === service && digest === digestOf(bytes) && verify(null, bytes, key, Buffer.from(signature, 'base64url'));
    if (!good) {
      findings.push(`${where}: chữ ký không đúng, dấu niêm phong đã bị sửa`);
      continue;
    }
    if (before !== (last?.digest ?? '')) findings.push(`${where}: không nối tiếp dòng trước, có dòng đã bị bỏ, thêm hoặc đảo`);
    bodies.push({ body: { ...about.data, service: said, at, before }, where });
    last = { digest, at };
  }
  return { bodies, lines: lines.length, findings, ...(last ? { last } : {}) };
}

/** Signs a line and adds it to the file; durable when it resolves. Answers the digest of the new line. */
export async function addSigned(file: string, body: SignedBody & { readonly [key: string]: Json }, key: KeyObject): Promise<string> {
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
