import { handbookUse, proposeChapters } from '@vungmanh/contracts/meetings/handbook';
import { getMeeting, giveNotice, type Meeting, myNotice, prepareMeeting } from '@vungmanh/contracts/meetings/meeting';
import { downloadPaper } from '@vungmanh/contracts/meetings/paper';
import { addMeeting } from '@vungmanh/contracts/meetings/plan';
import { submitWholeMeeting, type WholeMeeting } from '@vungmanh/contracts/meetings/whole';
import { chapterChanged, type ChapterRow } from '@vungmanh/contracts/training/chapter';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { Files } from '@vungmanh/platform/files';
import { docxText } from '@vungmanh/testing/docx-text';
import type { Person } from '@vungmanh/testing/person';
import { randomUUID } from 'node:crypto';
import { cell, committee, idOf, Sessions, type Cell } from '../../test/session.js';

const board = committee('Đảng bộ xã Na Mèo', 3);
const village = cell('Chi bộ bản Máy', 3);
village.node.parentId = board.node.id;
const second = cell('Chi bộ bản Hai', 3);
second.node.parentId = board.node.id;
const beside = committee('Đảng bộ xã Bên Cạnh', 3);
const only = cell('Chi bộ duy nhất', 3);
only.node.parentId = beside.node.id;

const chapter = (code: string, about: Partial<ChapterRow> = {}): ChapterRow => ({
  id: randomUUID(),
  version: 1,
  nodeId: board.node.id,
  code,
  state: 'PUBLISHED',
  titles: [`Chương ${code}`],
  keywords: [],
  areas: [],
  kinds: [],
  sectors: [],
  themes: [],
  ...about,
});
const fees = chapter('ST-02', { titles: ['Đảng phí', 'Thu, nộp đảng phí'], areas: ['PARTY_BUILDING'], themes: ['Trách nhiệm đóng đảng phí'] });
const chapters: ChapterRow[] = [
  chapter('ST-01', { kinds: ['REGULAR'] }),
  fees,
  chapter('ST-03', { kinds: ['EXTRAORDINARY'], sectors: ['VILLAGE_RESIDENTIAL', 'STUDENT'] }),
  chapter('ST-04', { sectors: ['ARMED_FORCES'] }),
  chapter('ST-05', { state: 'WITHDRAWN' }),
  chapter('BC-01', { nodeId: beside.node.id }),
];
const gone = chapters[4]?.id ?? '';

let at: Sessions;
let secretary: Person;
beforeAll(async () => {
  at = await Sessions.start([board, village, second, beside, only], [['prepares nothing', village, ['meetings:read']]], { chapters });
  secretary = at.secretary(village);
  at.world.standIn(takeNumber, ({ bodyId, documentId, date, type }) => {
    return { id: randomUUID(), bodyId, type, term: '2025-2030', number: 5, documentId, date, printed: `Số 05-${type}/CB`, version: 1 };
  });
}, 60_000);
afterAll(() => at.stop());

const citing = (chapterId: string, edition = 1) => [
  { title: 'Khai mạc', area: 'OPENING' as const, plannedMinutes: 5 },
  { title: 'Đảng phí', area: 'PARTY_BUILDING' as const, plannedMinutes: 30, citations: [{ chapterId, edition }] },
];
const preparing = (meetingId: string, agenda: ReturnType<typeof citing>, of: Cell = village) => ({
  meetingId,
  startsAt: '2026-12-05T12:00:00.000Z',
  place: 'Nhà văn hóa thôn',
  chairId: idOf(of, 0),
  minuteTakerId: idOf(of, 1),
  coversThematic: false,
  agenda,
});
const added = (): Promise<Meeting> =>
  secretary.do(addMeeting, { nodeId: village.node.id, bodyId: village.body.id, kind: 'EXTRAORDINARY', plannedOn: '2026-12-05' });
const proposed = async (meetingId: string, topic?: string) =>
  (await secretary.do(proposeChapters, { meetingId, ...(topic === undefined ? {} : { topic }) })).chapters;

it('chapters from above that serve the meeting and the cell are proposed, those on the topic first', async () => {
  const { id } = await added();
  expect((await proposed(id)).map((one) => one.code)).toEqual(['ST-02', 'ST-03']);
  const onFees = await proposed(id, 'Đóng đảng phí đúng hạn');
  expect(onFees).toMatchObject([
    { code: 'ST-02', edition: 2, title: 'Thu, nộp đảng phí', nodeName: board.node.name, onTopic: true },
    { onTopic: false },
  ]);
  expect(await at.secretary(beside).refused(proposeChapters, { meetingId: id })).toBe('request/not-found');
  const reader = at.world.person('prepares nothing', idOf(village, 2));
  expect(await reader.refused(proposeChapters, { meetingId: id })).toBe('request/forbidden');
});

it('an agenda cites a chapter in an edition that there is; what was withdrawn since stays', async () => {
  const plain = await added();
  const meetingId = plain.id;
  for (const wrong of [citing(fees.id, 3), citing(gone), citing(randomUUID())]) {
    expect(await secretary.refused(prepareMeeting, preparing(meetingId, wrong), plain)).toBe('meetings/chapter-not-in-force');
  }
  const six = Array.from({ length: 6 }, () => ({ chapterId: fees.id, edition: 1 }));
  const many = [{ title: 'Đảng phí', area: 'PARTY_BUILDING' as const, plannedMinutes: 30, citations: six }];
  expect(await secretary.refused(prepareMeeting, { ...preparing(meetingId, []), agenda: many }, plain)).toBe('request/invalid');
  const prepared = await secretary.do(prepareMeeting, preparing(meetingId, citing(fees.id)), plain);
  expect(prepared.chapters).toEqual([{ id: fees.id, edition: 1, code: 'ST-02', title: 'Đảng phí', withdrawn: false }]);
  Object.assign(fees, { version: 2, state: 'WITHDRAWN' });
  await at.world.publish(chapterChanged, [{ id: fees.id, version: 2, state: 'WITHDRAWN', edition: 2 }]);
  for (let i = 0; i < 100 && !(await secretary.do(getMeeting, { meetingId })).chapters[0]?.withdrawn; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect((await proposed(meetingId)).map((one) => one.code)).toEqual(['ST-03']);
  const again = await secretary.do(prepareMeeting, preparing(meetingId, citing(fees.id)), prepared);
  expect(again.chapters).toMatchObject([{ withdrawn: true }]);
  expect(await secretary.refused(prepareMeeting, preparing(meetingId, citing(fees.id, 2)), again)).toBe('meetings/chapter-not-in-force');
  // A draft of an agenda is nobody's use; what was told is.
  expect((await at.secretary(board).do(handbookUse, { nodeId: board.node.id, year: 2026 })).chapters).toEqual([]);
  await secretary.do(giveNotice, { meetingId, lateBecause: 'Họp bất thường' }, again);
  const member = at.world.person('account of a member', idOf(village, 2));
  expect(await member.do(myNotice, { meetingId })).toMatchObject({ chapters: [{ code: 'ST-02', edition: 1 }] });
  const { fileId } = await secretary.do(downloadPaper, { meetingId, kind: 'NOTICE', format: 'docx' });
  const bytes: Buffer[] = [];
  for await (const chunk of (await at.world.service.app.get(Files).read(fileId)) ?? []) bytes.push(chunk as Buffer);
  expect(await docxText(Buffer.concat(bytes))).toContain('Đọc trước trong Sổ tay nghiệp vụ: mục 2: ST-02 “Đảng phí” (bản 1).');
});

it('a meeting that is handed in whole cites too', async () => {
  const whole = (agenda: WholeMeeting['agenda']): WholeMeeting => ({
    id: randomUUID(),
    bodyId: village.body.id,
    kind: 'REGULAR',
    coversThematic: false,
    heldOn: '2026-08-03',
    startedAt: '2026-08-03T12:00:00.000Z',
    endedAt: '2026-08-03T13:40:00.000Z',
    place: 'Nhà văn hóa bản',
    chairId: idOf(village, 0),
    minuteTakerId: idOf(village, 1),
    agenda,
    marks: village.people.map((p) => ({ type: 'mark', id: randomUUID(), at: '2026-08-03T12:00:00.000Z', personId: p.id, state: 'PRESENT' })),
    guests: [],
    minutes: { items: [], speakers: 1, concerns: [] },
    votes: [],
  });
  const submit = (agenda: WholeMeeting['agenda']) => ({ origin: 'HISTORY' as const, meeting: whole(agenda) });
  expect(await secretary.refused(submitWholeMeeting, submit(citing(randomUUID())))).toBe('meetings/chapter-not-in-force');
  await secretary.do(submitWholeMeeting, submit(citing(gone)));
});

it('use is counts by quarter for who answers for several, never of one organization', async () => {
  const above = at.secretary(board);
  const { chapters: cited } = await above.do(handbookUse, { nodeId: board.node.id, year: 2026 });
  expect(cited).toEqual([
    { id: fees.id, code: 'ST-02', title: 'Thu, nộp đảng phí', withdrawn: true, quarters: [0, 0, 0, 1] },
    { id: gone, code: 'ST-05', title: 'Chương ST-05', withdrawn: true, quarters: [0, 0, 1, 0] },
  ]);
  expect((await above.do(handbookUse, { nodeId: board.node.id, year: 2025 })).chapters).toEqual([]);
  expect(await above.refused(handbookUse, { nodeId: village.node.id, year: 2026 })).toBe('meetings/single-organization');
  // With one cell below it, the count would be that cell's.
  expect(await at.secretary(beside).refused(handbookUse, { nodeId: beside.node.id, year: 2026 })).toBe('meetings/single-organization');
  expect(await at.secretary(beside).refused(handbookUse, { nodeId: board.node.id, year: 2026 })).toBe('request/not-found');
});
