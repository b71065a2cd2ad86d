import { makeKeys } from '../src/keys.js';
import { TestClock } from '../src/clock.js';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Files } from '@vungmanh/platform/files';

let directory: string;
let keysDir: string;
let files: Files;
const clock = new TestClock();
const by = 'account-1';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'vungmanh-files-'));
  keysDir = await makeKeys();
  files = await Files.open({ filesDir: directory, keysDir }, clock);
});
afterAll(() => Promise.all([directory, keysDir].map((d) => rm(d, { recursive: true }))));

const text = async (fileId: string): Promise<Buffer> => Buffer.concat(await ((await files.read(fileId))?.toArray() ?? Promise.resolve([])));
const stored = async (): Promise<string[]> =>
  (await readdir(directory, { recursive: true, withFileTypes: true })).filter((f) => f.isFile()).map((f) => join(f.parentPath, f.name));
const pathOf = async (fileId: string): Promise<string> => (await stored()).find((p) => p.endsWith(fileId)) ?? '';

describe('a stored file', () => {
  it.each([0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 300_000])('of %i bytes comes back as it was, in whatever pieces it came', async (size) => {
    const plain = randomBytes(size);
    const half = Math.floor(size / 3);
    const info = await files.put([plain.subarray(0, half), plain.subarray(half)], { by, type: 'image/png' });
    expect(info).toMatchObject({ size, by, type: 'image/png' });
    expect((await text(info.fileId)).equals(plain)).toBe(true);
    expect(await files.info(info.fileId)).toEqual(info);
  });

  it('cannot be read on the disk', async () => {
    const { fileId } = await files.put([Buffer.from('Nghị quyết của chi bộ '.repeat(50))], { by, type: 'application/pdf' });
    expect((await readFile(await pathOf(fileId))).includes('chi bộ')).toBe(false);
  });

  it('that was changed, cut, lengthened or put in the place of another does not open', async () => {
    const plain = randomBytes(200_000);
    const other = await files.put([randomBytes(200_000)], { by, type: 'x' });
    const { fileId } = await files.put([plain], { by, type: 'x' });
    const path = await pathOf(fileId);
    const whole = await readFile(path);
    const piece = 64 * 1024 + 16;
    const changed = Buffer.from(whole);
    changed[whole.length - 5] = (changed[whole.length - 5] ?? 0) ^ 1;
    const swapped = Buffer.concat([
      whole.subarray(0, 32),
      whole.subarray(32 + piece, 32 + 2 * piece),
      whole.subarray(32, 32 + piece),
      whole.subarray(32 + 2 * piece),
    ]);
    const forms = [
      changed,
      swapped,
      whole.subarray(0, 32 + piece),
      whole.subarray(0, 20),
      Buffer.concat([whole, Buffer.alloc(40)]),
      await readFile(await pathOf(other.fileId)),
    ];
    for (const form of forms) {
      await writeFile(path, form);
      await expect(text(fileId)).rejects.toThrow(/cut short|authenticate|auth/i);
    }
    await writeFile(path, whole);
    expect((await text(fileId)).equals(plain)).toBe(true);
  });

  it('whose sender breaks off leaves nothing behind', async () => {
    const before = await stored();
    const broken = async function* () {
      yield randomBytes(100_000);
      await Promise.reject(new Error('gone'));
    };
    await expect(files.put(broken(), { by, type: 'x' })).rejects.toThrow('gone');
    expect(await stored()).toEqual(before);
  });

  it('is nothing outside the store', async () => {
    expect(await files.read('../../etc/passwd')).toBeUndefined();
    expect(await files.info(randomUUID())).toBeUndefined();
  });
});

describe('an owner', () => {
  it('attaches what the same account uploaded, once or again, and nobody else may', async () => {
    const { fileId, ...info } = await files.put([Buffer.from('x')], { by, type: 'x' });
    expect(await files.attach(fileId, 'account-2')).toBeUndefined();
    expect(await files.attach(fileId, by)).toEqual({ fileId, ...info });
    expect(await files.attach(fileId, by)).toEqual({ fileId, ...info });
    expect((await text(fileId)).toString()).toBe('x');
  });

  it('keeps its own files; what nobody attached within a day is gone', async () => {
    const pending = await files.put([Buffer.from('pending')], { by, type: 'x' });
    const kept = await files.keep([Buffer.from('kept')], { by: 'service:meetings', type: 'x' });
    expect(await files.sweep()).toBe(0);
    clock.set(new Date(Date.now() + 25 * 3600 * 1000).toISOString());
    expect(await files.sweep()).toBeGreaterThan(0);
    expect(await files.read(pending.fileId)).toBeUndefined();
    expect(await files.info(pending.fileId)).toBeUndefined();
    expect((await text(kept.fileId)).toString()).toBe('kept');
  });
});
