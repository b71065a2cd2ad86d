import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A file of the web build, held ready in every form in which a browser may want it. */
export interface Asset {
  readonly type: string;
  readonly etag: string;
  /** Its name carries a hash of its content. */
  readonly forever: boolean;
  readonly plain: Buffer;
  readonly gzip?: Buffer;
  readonly br?: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const PACKED = new Set(['.woff2', '.woff', '.png', '.ico', '.xlsx']);
/** Nearly as small as the slowest setting, in a tenth of the time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

/**
 * The files of the web build by their address; a build is a few megabytes and is read once. What is not on the list of types is
 * not served, source maps and the page itself among it.
 */
export async function loadAssets(directory: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((e) => e.isFile() && extname(e.name) in types).map((e) => join(e.parentPath, e.name));
  return new Map(
    await Promise.all(
      paths.map(async (path) => {
        const address = `/${relative(directory, path).split(sep).join('/')}`;
        return [address, await load(path, address.startsWith('/assets/'))] as const;
      }),
    ),
  );
}

async function load(path: string, forever: boolean): Promise<Asset> {
  const plain = await readFile(path);
  const extension = extname(path);
  const asset = {
    type: types[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}"`,
    forever,
    plain,
  };
  if (PACKED.has(extension)) return asset;
  const [br, zipped] = await Promise.all([packBrotli(plain, BROTLI), packGzip(plain, { level: 9 })]);
  return { ...asset, br, gzip: zipped };
}
