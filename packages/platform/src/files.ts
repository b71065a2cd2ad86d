import { newId } from '@vungmanh/contracts/new-id';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { Clock } from './clock.js';
import type { Config } from './config.js';
import { seal, unseal } from './file-seal.js';

const Info = z.object({
  fileId: z.string(),
  /** Media type, as the bytes themselves show it. */
  type: z.string(),
  size: z.number().int(),
  /** Of the plain bytes, hex. */
  sha256: z.string(),
  /** The account that uploaded it, or `service:<name>` that drew it. */
  by: z.string(),
});
/** What the store knows of a file: no name, no place in the product; those are its owner's. */
export type FileInfo = z.infer<typeof Info>;

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** How long a file may wait for an owner. */
const PENDING_MS = 24 * 3600 * 1000;
/** The end of a UUIDv7 is random: spreads the files over 256 folders. */
const folderOf = (fileId: string): string => fileId.slice(-2);

/**
 * The store of file bytes, encrypted, shared by all services of an installation: `pending` files belong to nobody and die after
 * 24 hours, `kept` files belong to the service that attached or wrote them. Bytes never travel over NATS, only ids do.
 */
export class Files {
  constructor(
    private readonly directory: string,
    private readonly dataKey: Buffer,
    private readonly clock: Clock,
  ) {}

  /** Opens the store of this installation; makes its folders. */
  static async open(config: Pick<Config, 'filesDir' | 'keysDir'>, clock: Clock): Promise<Files> {
    await mkdir(join(config.filesDir, 'pending'), { recursive: true });
    return new Files(config.filesDir, await readFile(join(config.keysDir, 'data.key')), clock);
  }

  /**
   * Stores bytes that nobody owns yet: an upload, or a paper drawn on demand. `type` may be found out while the bytes pass.
   * When `source` throws, nothing is left behind.
   */
  async put(source: Bytes, about: { by: string; type: string | (() => string) }): Promise<FileInfo> {
    const fileId = newId(this.clock.millis());
    const path = this.pending(fileId);
    const hash = createHash('sha256');
    let size = 0;
    const measured = async function* () {
      for await (const chunk of source) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    };
    try {
      // Opened before anything can fail: a stream that opens late would leave a file behind after it was removed.
      const file = await open(path, 'wx', 0o600);
      await pipeline(seal(measured(), this.dataKey, fileId), file.createWriteStream());
      const type = typeof about.type === 'string' ? about.type : about.type();
      const info = { fileId, type, size, sha256: hash.digest('hex'), by: about.by };
      // Written last: a file without it was never finished.
      await writeFile(`${path}.json`, JSON.stringify(info), { mode: 0o600 });
      return info;
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /**
   * Takes a pending file for good; `by` must be who put it there. Answers undefined when there is no such file of theirs.
   * Call it before the transaction that stores the metadata: doing it again changes nothing.
   */
  async attach(fileId: string, by: string): Promise<FileInfo | undefined> {
    const info = await this.info(fileId);
    if (!info || info.by !== by) return undefined;
    const kept = this.kept(fileId);
    await mkdir(join(this.directory, 'kept', folderOf(fileId)), { recursive: true });
    // The bytes first: whoever finds the description among the kept finds the bytes there too.
    for (const ending of ['', '.json']) await rename(this.pending(fileId) + ending, kept + ending).catch(unlessMoved);
    return info;
  }

  /** Stores and keeps bytes that a service made itself: an issued paper, a workbook. */
  async keep(source: Bytes, about: { by: string; type: string }): Promise<FileInfo> {
    const info = await this.put(source, about);
    await this.attach(info.fileId, about.by);
    return info;
  }

  /** The plain bytes of a file, pending or kept; undefined when it is not there. The stream breaks when they were tampered with. */
  async read(fileId: string): Promise<Readable | undefined> {
    if (!isId(fileId)) return undefined;
    for (const path of [this.kept(fileId), this.pending(fileId)]) {
      if (await stat(path).catch(() => undefined)) return Readable.from(unseal(createReadStream(path), this.dataKey, fileId), { objectMode: false });
    }
    return undefined;
  }

  /** What the store knows of a finished file. */
  async info(fileId: string): Promise<FileInfo | undefined> {
    if (!isId(fileId)) return undefined;
    for (const path of [this.kept(fileId), this.pending(fileId)]) {
      const json = await readFile(`${path}.json`, 'utf8').catch(() => undefined);
      if (json !== undefined) return Info.parse(JSON.parse(json));
    }
    return undefined;
  }

  /** Removes what has waited for an owner for more than 24 hours; answers how many files. */
  async sweep(): Promise<number> {
    let removed = 0;
    for (const name of await readdir(join(this.directory, 'pending'))) {
      const path = join(this.directory, 'pending', name);
      const found = await stat(path).catch(() => undefined);
      if (!found || this.clock.millis() - found.mtimeMs < PENDING_MS) continue;
      await rm(path, { force: true });
      if (!name.endsWith('.json')) removed += 1;
    }
    return removed;
  }

  private pending(fileId: string): string {
    return join(this.directory, 'pending', fileId);
  }

  private kept(fileId: string): string {
    return join(this.directory, 'kept', folderOf(fileId), fileId);
  }
}

/** An id becomes part of a path: nothing else may. */
const isId = (fileId: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fileId);

function unlessMoved(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
