import { gunzipSync } from 'node:zlib';

/**
 * What a query with `stored: true` answers: its output as JSON, gzipped when it last changed, with the strong ETag of that state.
 * The bytes go to the browser as they are; nobody prints, checks or packs them again for each reader.
 */
export class Stored {
  constructor(
    readonly gzip: Uint8Array,
    /** Without quotes; of characters that an ETag may hold. */
    readonly etag: string,
  ) {}
}

/** The JSON text of a reply that may be gzipped. */
export const unzipped = (data: Uint8Array): string => gunzipSync(data).toString('utf8');
