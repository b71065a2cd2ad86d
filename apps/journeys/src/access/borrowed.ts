import { endMySessions, mySessions } from '@vungmanh/contracts/gateway/session';
import { attachDocument } from '@vungmanh/contracts/meetings/document';
import { startExport } from '@vungmanh/contracts/organization/export';
import { startImport } from '@vungmanh/contracts/organization/import';
import { randomUUID } from 'node:crypto';
import { Person } from '../person.js';
import { type Answer, requestOf, send } from './ask.js';
import type { Player } from './cast.js';
import type { Stage } from './stage.js';

const PDF = Buffer.from('%PDF-1.4\n% dữ liệu mô phỏng\n%%EOF\n');

/** What becomes of somebody's idempotency key in the hands of others: of one who may do the same, and of one who may not. */
export async function withKeyOfAnother({ cast, places }: Stage): Promise<{ refused: string; allowed: string; isTheirs: boolean }> {
  const officer = await Person.signedIn('canbo.tinh');
  const key = randomUUID();
  const input = { nodeId: places.nodes.cell, withMembers: false };
  const first = await officer.do(startExport, input, { key });
  const again = async (who: Player): Promise<Answer> => {
    const plain = requestOf(startExport, input, who);
    return send({ ...plain, headers: { ...plain.headers, 'idempotency-key': key } });
  };
  const allowed = await again(cast.player('COMMITTEE_OFFICER-tree'));
  const isTheirs = (allowed.body as { id?: string }).id === first.id;
  return { refused: (await again(cast.player('MEMBER-cell'))).code, allowed: allowed.code, isTheirs };
}

/** What becomes of a file that somebody else has sent: as a document of a meeting, and as a workbook. */
export async function withFileOfAnother({ cast, places, things }: Stage): Promise<{ attached: string; imported: string }> {
  const officer = await Person.signedIn('canbo.tinh');
  const fileId = await officer.upload(PDF);
  const meetingId = things.notice.find((t) => t.label === 'cell')?.fields['meetingId'];
  const attached = { meetingId, fileId, name: 'Của người khác.pdf', classification: 'ORDINARY' };
  const imported = { nodeId: places.nodes.commune, fileId, fileName: 'cua-nguoi-khac.xlsx' };
  return {
    attached: (await send(requestOf(attachDocument, attached, cast.player('keeper')))).code,
    imported: (await send(requestOf(startImport, imported, cast.player('ORGANIZATION_DEPARTMENT-tree')))).code,
  };
}

/** What becomes of a session of somebody else whose id is known: whose sessions are listed, whether it can be ended, whether it goes on. */
export async function withSessionOfAnother({ cast }: Stage): Promise<{ listed: boolean; ended: string; goesOn: boolean }> {
  const officer = await Person.signedIn('canbo.tinh');
  const { items } = await officer.do(mySessions, {});
  const sessionId = items.find((s) => s.current)?.id ?? '';
  const keeper = cast.player('keeper');
  const listed = (await send(requestOf(mySessions, {}, keeper))).body as { items: { id: string }[] };
  const ended = await send(requestOf(endMySessions, { sessionId }, keeper));
  const after = await send({ method: 'GET', path: '/session', query: [], headers: { cookie: officer.sessionCookie } });
  return { listed: listed.items.some((s) => s.id === sessionId), ended: ended.code, goesOn: after.code === 'done' };
}
