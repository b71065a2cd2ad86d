import { open } from 'node:fs/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Limits } from './limits.js';
import { Refused } from './refusal.js';

/** The parts of a workbook, after the directory of the zip has been found harmless. */
export interface Archive {
  has(name: string): boolean;
  /** Bytes of a part, counted against the limits while they are unpacked. */
  read(name: string): AsyncIterable<Buffer>;
  close(): void;
}

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Opens a zip and refuses by its first bytes and its directory, before anything is unpacked. */
export async function openArchive(path: string, limits: Limits): Promise<Archive> {
  await lookAtStart(path, limits);
  const zip = await fromPath(path);
  try {
    return new Parts(zip, await directory(zip, limits), limits);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function lookAtStart(path: string, limits: Limits): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > limits.file) throw new Refused('workbook/too-large', `${size} bytes`);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, 65_536)), 0, Math.min(size, 65_536), 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.subarray(0, 8).equals(compoundFile))
      throw new Refused(start.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'workbook/encrypted' : 'workbook/old-format');
    if (start.length < 4 || start.readUInt32BE(0) !== 0x504b0304) throw new Refused('workbook/not-xlsx', 'not a zip');
  } finally {
    await file.close();
  }
}

const fromPath = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) =>
      error ? reject(new Refused('workbook/broken', error.message)) : resolve(zip),
    ),
  );

function directory(zip: ZipFile, limits: Limits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new Refused('workbook/too-many-parts', `${zip.entryCount} entries`);
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let declared = 0;
    zip.on('error', (error: Error) => reject(new Refused('workbook/broken', error.message)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      try {
        const name = safeName(entry);
        declared += entry.uncompressedSize;
        if (declared > limits.unpacked) throw new Refused('workbook/unpacks-too-far', 'declared size');
        if (entries.has(name) || entries.size >= limits.entries) throw new Refused('workbook/unsafe', 'duplicate or too many entries');
        entries.set(name, entry);
        zip.readEntry();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    zip.readEntry();
  });
}

const symlink = 0o120000;

/** The name of an entry in lower case: OPC part names are compared without case. */
function safeName(entry: Entry): string {
  const name = entry.fileNameRaw.toString('utf8');
  if (name === '' || /[\\\0:]/.test(name) || name.startsWith('/') || name.split('/').includes('..'))
    throw new Refused('workbook/unsafe', 'entry name');
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === symlink) throw new Refused('workbook/unsafe', 'symbolic link');
  if ((entry.generalPurposeBitFlag & 1) !== 0) throw new Refused('workbook/encrypted', 'zip encryption');
  const lower = name.toLowerCase();
  if (lower.endsWith('vbaproject.bin') || lower.includes('macrosheets/')) throw new Refused('workbook/macros', 'macro part');
  return lower;
}

class Parts implements Archive {
  private unpacked = 0;

  constructor(
    private readonly zip: ZipFile,
    private readonly entries: Map<string, Entry>,
    private readonly limits: Limits,
  ) {}

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  async *read(name: string): AsyncIterable<Buffer> {
    const { limits } = this;
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw new Refused('workbook/broken', `missing part ${name}`);
    const stream: AsyncIterable<Buffer> = await this.zip.openReadStreamPromise(entry);
    let size = 0;
    for await (const chunk of stream) {
      size += chunk.length;
      this.unpacked += chunk.length;
      // Parts that hold rows are unpacked twice: once to look, once to read.
      if (size > limits.unpacked || this.unpacked > 2 * limits.unpacked) throw new Refused('workbook/unpacks-too-far', 'unpacked size');
      if (size > limits.ratioFrom && size > limits.ratio * Math.max(1, entry.compressedSize)) throw new Refused('workbook/unpacks-too-far', 'ratio');
      yield chunk;
    }
  }

  close(): void {
    this.zip.close();
  }
}
