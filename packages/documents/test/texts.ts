import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { openArchive } from '../src/workbook/archive.js';
import { limits } from '../src/workbook/limits.js';

/** Text of each page in the order in which it is drawn, from the glyphs and their ToUnicode tables: an oracle beside the writer. */
export function pdfPages(pdf: Buffer): string[] {
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of pdf.toString('latin1').matchAll(/(\d+) 0 obj\r?\n([\s\S]*?)\r?\nendobj/g)) objects.set(id, body);
  const follow = (body: string, key: string): string => objects.get(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? '') ?? '';
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((page) => {
      const fonts = new Map<string, Map<number, string>>();
      const resources = follow(page, 'Resources');
      const fontList = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? follow(resources, 'Font');
      for (const [, name = '', id = ''] of fontList.matchAll(/\/(\w+) (\d+) 0 R/g))
        fonts.set(name, unicodeOf(streamOf(follow(objects.get(id) ?? '', 'ToUnicode'))));
      return drawnText(streamOf(follow(page, 'Contents')), fonts);
    });
}

function streamOf(object: string): string {
  const start = /stream\r?\n/.exec(object);
  const bytes = Buffer.from(object.slice((start?.index ?? 0) + (start?.[0].length ?? 0), object.lastIndexOf('endstream')), 'latin1');
  return object.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
}

function unicodeOf(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from = '0', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi))
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], index) =>
      map.set(Number.parseInt(from, 16) + index, Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16().toString('utf16le')),
    );
  return map;
}

function drawnText(content: string, fonts: Map<string, Map<number, string>>): string {
  let font = new Map<number, string>();
  let out = '';
  for (const [, name, array = ''] of content.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map<number, string>();
    for (const [, hex = ''] of array.matchAll(/<([0-9a-f]*)>/gi))
      for (const [glyph] of hex.matchAll(/.{4}/g)) out += font.get(Number.parseInt(glyph, 16)) ?? '\ufffd';
  }
  return out;
}

/** A part of a DOCX as XML. */
export async function docxPart(docx: Buffer, name: string): Promise<string> {
  const path = join(tmpdir(), `vm-${process.pid}-${Math.random().toString(36).slice(2)}.docx`);
  await writeFile(path, docx);
  const archive = await openArchive(path, limits);
  let text = '';
  for await (const chunk of archive.read(name)) text += chunk.toString('utf8');
  archive.close();
  await rm(path);
  return text;
}

/** Every w:t of the body, in order. */
export const docxText = async (docx: Buffer): Promise<string> =>
  [...(await docxPart(docx, 'word/document.xml')).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** Without any space: where a line breaks is not part of the text. */
export const squeezed = (text: string): string => text.replace(/[\s\u00a0]/g, '');
