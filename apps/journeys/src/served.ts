import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import yauzl from 'yauzl';

/** Names, not addresses: nothing is ever loaded from them. The last stands in a message of React's about its own errors. */
const NAMES = [
  'http://www.w3.org/',
  'http://json-schema.org/draft-',
  'https://json-schema.org/draft/',
  'http://schemas.openxmlformats.org/',
  'http://schemas.microsoft.com/office/',
  'https://react.dev/errors/',
];
/** Nor from these: the router's base where there is no window, and how the checker of inputs tries whether a text is an IPv6 address. */
const NEVER_ASKED = /^http:\/\/(localhost|\[\$\{\w+\}\])$/;

/** With a scheme, or without one where something that loads could begin: after a quote, a bracket, an equals sign. */
const ADDRESS = /(?:\b(?:https?|wss?|ftp):\/\/|(?<=["'`(=\s])\/\/(?=[\w[]))[^\s"'`<>()\\]*/gi;
/** Code that has no place in this application: it would speak to somebody past `fetch` on our own origin, or read what is in cookies. */
const BEACON = /\b(sendBeacon|WebSocket|EventSource|RTCPeerConnection|WebTransport|serviceWorker|document\.cookie)\b/g;
/** Content in an address of its own, which the policy of the page would have to be widened for. */
const INLINE = /\burl\(\s*["']?(data:|blob:)/gi;

/** What a text of the web build speaks to besides its own origin. */
export function foreignIn(text: string): string[] {
  const harmless = (address: string): boolean => NEVER_ASKED.test(address) || NAMES.some((name) => address.startsWith(name));
  const addresses = [...text.matchAll(ADDRESS)].map(([address]) => address).filter((address) => !harmless(address));
  return [...addresses, ...[...text.matchAll(BEACON)].map(([found]) => found), ...[...text.matchAll(INLINE)].map(([found]) => found)];
}

/** Every file of a folder with what is read in it: texts as they are, workbooks by their parts, fonts not at all. */
export async function textsIn(folder: string): Promise<{ name: string; text: string }[]> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path);
      if (extname(name) === '.woff2') return [];
      if (extname(name) !== '.xlsx') return [{ name, text: readFileSync(path, 'utf8') }];
      return partsOf(name, readFileSync(path));
    }),
  );
  return texts.flat();
}

async function partsOf(name: string, bytes: Buffer): Promise<{ name: string; text: string }[]> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const parts: { name: string; text: string }[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
    parts.push({ name: `${name}:${entry.fileName}`, text: Buffer.concat(chunks).toString('utf8') });
  }
  return parts;
}
