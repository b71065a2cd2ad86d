import { downloadExport, getExport, startExport } from '@vungmanh/contracts/organization/export';
import { startImport } from '@vungmanh/contracts/organization/import';
import yauzl from 'yauzl';
import { Person } from '../person.js';
import { eventually } from '../time.js';
import { requestOf, send } from './ask.js';
import type { Stage } from './stage.js';

/** What stands in the workbook that somebody takes out of the commune: the codes of organizations of the matrix, and how many members. */
export async function takenOut({ places }: Stage, username: string): Promise<{ codes: string[]; members: number }> {
  const person = await Person.signedIn(username);
  const { id: exportId } = await person.do(startExport, { nodeId: places.nodes.commune });
  const done = await eventually(
    () => person.do(getExport, { exportId }),
    ({ state }) => state === 'DONE',
    20_000,
  );
  const { bytes } = await person.download(downloadExport, { exportId });
  const codes = (await textOf(bytes)).match(/99\.80\d(\.\d{3})?/g) ?? [];
  return { codes: [...new Set(codes)].sort(), members: done.members };
}

/** What becomes of a workbook of somebody whose right is at the commune alone: it would speak of everything below. */
export async function broughtIn({ cast, places }: Stage): Promise<string> {
  const input = { nodeId: places.nodes.commune, fileId: '0199a000-0000-7000-8000-000000000001', fileName: 'mo-phong.xlsx' };
  return (await send(requestOf(startImport, input, cast.player('ORGANIZATION_DEPARTMENT-node')))).code;
}

/** Every part of a workbook, one after another. */
async function textOf(bytes: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const chunks: Buffer[] = [];
  for await (const entry of zip.eachEntry()) {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
