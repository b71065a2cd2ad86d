import sax from 'sax';
import type { Limits } from './limits.js';
import { Refused } from './refusal.js';

/** What a part's reader hears; names without their prefix. */
export interface Listener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Takes the text of a part in pieces. */
interface XmlReader {
  write(text: string): void;
  close(): void;
}

/** Reads a part as a stream of tags; refuses what {@link xmlReader} does, a DOCTYPE wherever it stands, and other encodings than UTF-8. */
export async function readXml(chunks: AsyncIterable<Buffer>, listener: Listener, limits: Limits): Promise<void> {
  const reader = xmlReader(listener, limits);
  for await (const text of decoded(chunks)) reader.write(text);
  reader.close();
}

/**
 * Hands on the tags of text that {@link decoded} has let through (so no entity is ever defined). Refuses declarations of other
 * encodings than UTF-8, nesting deeper than the limit, and whatever is not well formed.
 */
export function xmlReader(listener: Listener, limits: Limits): XmlReader {
  const parser = sax.parser(true, { position: false });
  let depth = 0;
  let attributes = 0;
  parser.onopentagstart = () => {
    attributes = 0;
  };
  parser.onattribute = () => {
    attributes += 1;
    if (attributes > limits.attributes) throw new Refused('workbook/unsafe', 'attributes of a tag');
  };
  parser.onopentag = (tag) => {
    depth += 1;
    if (depth > limits.depth) throw new Refused('workbook/unsafe', 'nested too deep');
    listener.open(local(tag.name), attributesOf(tag.attributes));
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    listener.close?.(local(name));
  };
  parser.ontext = (text) => listener.text?.(text);
  parser.oncdata = (text) => listener.text?.(text);
  parser.onprocessinginstruction = ({ name, body }) => {
    if (name === 'xml' && /encoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])/i.test(body)) throw new Refused('workbook/broken', 'encoding');
  };
  parser.onerror = (error) => {
    throw new Refused('workbook/broken', error.message.split('\n')[0]);
  };
  return { write: (text) => void parser.write(text), close: () => void parser.close() };
}

function attributesOf(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  const out: Record<string, string> = Object.create(null);
  for (const name in attributes) out[local(name)] = String(attributes[name]);
  return out;
}

/** UTF-8 text of a part in pieces; refuses a DOCTYPE before any parser sees it. */
export async function* decoded(chunks: AsyncIterable<Buffer>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let tail = '';
  for await (const chunk of chunks) {
    const text = decode(decoder, chunk);
    if (text.includes('<!DOCTYPE') || (tail + text.slice(0, 8)).includes('<!DOCTYPE')) throw new Refused('workbook/unsafe', 'DOCTYPE');
    tail = (tail + text.slice(-8)).slice(-8);
    yield text;
  }
  decode(decoder, undefined);
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new Refused('workbook/broken', 'not UTF-8');
  }
}
