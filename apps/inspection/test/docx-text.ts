import { openArchive } from '@vungmanh/documents/workbook/archive';
import { limits } from '@vungmanh/documents/workbook/limits';
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a reader sees in the body of a DOCX, in order; spaces that hold a line together as plain ones. */
export async function docxText(docx: Buffer): Promise<string> {
  const path = join(tmpdir(), `${randomUUID()}.docx`);
  await writeFile(path, docx);
  const archive = await openArchive(path, limits);
  const pieces: Buffer[] = [];
  for await (const chunk of archive.read('word/document.xml')) pieces.push(chunk);
  archive.close();
  await rm(path);
  return [
    ...Buffer.concat(pieces)
      .toString('utf8')
      .matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g),
  ]
    .map(([, text]) => text ?? '\n')
    .join('')
    .replace(/\u00a0/g, ' ');
}
