import yauzl from 'yauzl';

/** What a person reads in a DOCX: its paragraphs, a line each. */
export async function docxText(bytes: Buffer): Promise<string> {
  const xml = await part(bytes, 'word/document.xml');
  return xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<w:tab\/>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&amp;', '&');
}

async function part(bytes: Buffer, name: string): Promise<string> {
  const zip = await yauzl.fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }
  throw new Error(`No ${name} in the file`);
}
