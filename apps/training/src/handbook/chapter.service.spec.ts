import {
  type ChapterContent,
  type ChapterDraft,
  chapterChanged,
  chapterSnapshot,
  downloadChapter,
  dropChapterDraft,
  getChapter,
  getChapterDraft,
  listChapterDrafts,
  listChapters,
  publishChapter,
  reviseChapter,
  withdrawChapter,
  writeChapter,
} from '@vungmanh/contracts/training/chapter';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { systemDb } from '@vungmanh/testing/system-db';
import { randomUUID } from 'node:crypto';
import { Commune } from '../../test/commune.js';

let c: Commune;
beforeAll(async () => {
  c = await Commune.start();
});
afterAll(() => c.world.stop());

const content = (about: Partial<ChapterContent> = {}): ChapterContent => ({
  title: 'Chuẩn bị buổi sinh hoạt thường kỳ',
  body: '# Trước buổi họp\nChi ủy hội ý, bí thư dự thảo chương trình.\n- Gửi tài liệu cho đảng viên.',
  keywords: ['hội ý chi ủy'],
  areas: ['OPENING'],
  kinds: ['REGULAR'],
  sectors: [],
  themes: [],
  ...about,
});
const written = (code: string, about: Partial<ChapterContent> = {}, nodeId = c.commune.id): Promise<ChapterDraft> =>
  c.officer.do(writeChapter, { nodeId, code, content: content(about) });
const found = async (q: string): Promise<string[]> => (await c.secretary.do(listChapters, { q })).items.map((one) => one.code);

it('is written where one has the right, and is nothing to others before it is published', async () => {
  const { officer, secretary, provincialOfficer, upper, root } = c;
  expect(await secretary.refused(writeChapter, { nodeId: upper.id, code: 'ST-01', content: content() })).toBe('request/forbidden');
  expect(await officer.refused(writeChapter, { nodeId: root.id, code: 'ST-01', content: content() })).toBe('request/not-found');
  expect(await officer.refused(writeChapter, { nodeId: c.commune.id, code: 'st 01', content: content() })).toBe('request/invalid');
  const secret = content({ title: 'Tài liệu tối mật về công tác cán bộ' });
  expect(await officer.refused(writeChapter, { nodeId: c.commune.id, code: 'ST-01', content: secret })).toBe('training/secret-document');
  const draft = await written('ST-01');
  expect(draft).toMatchObject({ state: 'DRAFT', edition: 0, nodeName: 'Đảng bộ xã Mô Phỏng', may: ['revise', 'publish', 'drop'] });
  expect(await officer.refused(writeChapter, { nodeId: c.commune.id, code: 'ST-01', content: content() })).toBe('training/chapter-code-taken');
  expect(await secretary.refused(getChapter, { chapterId: draft.id })).toBe('request/not-found');
  expect(await secretary.refused(getChapterDraft, { chapterId: draft.id })).toBe('request/forbidden');
  expect((await secretary.do(listChapters, {})).items).toEqual([]);
  expect((await officer.do(listChapterDrafts, {})).items).toMatchObject([{ id: draft.id, code: 'ST-01' }]);
  // The province keeps what committees below it write, not the other way round.
  const above = await provincialOfficer.do(writeChapter, { nodeId: root.id, code: 'T-01', content: content() });
  expect(await officer.refused(getChapterDraft, { chapterId: above.id })).toBe('request/not-found');
  expect((await provincialOfficer.do(listChapterDrafts, {})).items.map((one) => one.code)).toEqual(['ST-01', 'T-01']);
  await provincialOfficer.do(dropChapterDraft, { chapterId: above.id }, above);
  expect((await provincialOfficer.do(getChapterDraft, { chapterId: above.id })).state).toBe('DROPPED');
});

it('is published in editions that never change, and refuses a stale write', async () => {
  const { officer, secretary } = c;
  const draft = await written('ST-02', { title: 'Đảng phí: mức đóng, thời hạn', areas: ['PARTY_BUILDING'] });
  const chapterId = draft.id;
  const first = await officer.do(publishChapter, { chapterId }, draft);
  expect(first).toMatchObject({ state: 'PUBLISHED', edition: 1, may: ['revise', 'withdraw'] });
  expect(await officer.refused(publishChapter, { chapterId }, draft)).toBe('request/stale');
  expect(await officer.refused(publishChapter, { chapterId }, first)).toBe('training/chapter-without-draft');
  const begun = await officer.do(reviseChapter, { chapterId, content: content({ title: 'Đảng phí năm 2026' }) }, first);
  expect(await officer.refused(reviseChapter, { chapterId, content: content() }, first)).toBe('request/stale');
  // While the second is being written, everybody reads the first.
  expect(await secretary.do(getChapter, { chapterId })).toMatchObject({ edition: 1, title: 'Đảng phí: mức đóng, thời hạn', may: [] });
  expect((await officer.do(getChapter, { chapterId })).may).toEqual(['revise', 'publish', 'drop']);
  expect(await officer.refused(withdrawChapter, { chapterId, because: 'Mô phỏng' }, begun)).toBe('training/chapter-has-draft');
  await officer.do(publishChapter, { chapterId, note: 'Theo quy định mới' }, begun);
  expect(await secretary.do(getChapter, { chapterId })).toMatchObject({
    edition: 2,
    newest: 2,
    title: 'Đảng phí năm 2026',
    publishedOn: '2027-05-10',
    editions: [{ number: 2, note: 'Theo quy định mới' }, { number: 1 }],
  });
  expect((await officer.do(getChapter, { chapterId })).may).toEqual(['revise', 'withdraw']);
  expect(await secretary.do(getChapter, { chapterId, edition: 1 })).toMatchObject({ edition: 1, newest: 2, title: 'Đảng phí: mức đóng, thời hạn' });
  expect(await secretary.refused(getChapter, { chapterId, edition: 3 })).toBe('request/not-found');
  const file = await secretary.do(downloadChapter, { chapterId, edition: 2, format: 'docx' });
  expect(file.name).toBe('Sổ tay ST-02, bản 2.docx');
});

it('is found without the marks of Vietnamese, by its title first and then by its text', async () => {
  const { officer } = c;
  for (const [code, about] of [
    ['ST-03', { title: 'Sinh hoạt chuyên đề', body: 'Chọn chuyên đề thiết thực.' }],
    ['ST-04', { title: 'Biên bản', body: 'Biên bản buổi sinh hoạt chuyên đề ghi riêng.' }],
  ] as const) {
    const draft = await written(code, about);
    await officer.do(publishChapter, { chapterId: draft.id }, draft);
  }
  expect(await found('chuyen de')).toEqual(['ST-03', 'ST-04']);
  expect(await found('CHUYÊN ĐỀ riêng')).toEqual(['ST-04']);
  expect(await found('dang phi')).toEqual(['ST-02']);
  expect(await found('st-02')).toEqual(['ST-02']);
  expect(await found('không có chữ nào như thế')).toEqual([]);
  expect(await found("'& | ! (")).toEqual([]);
  const { items } = await c.secretary.do(listChapters, { q: 'ghi rieng' });
  expect(items).toMatchObject([{ excerpt: 'Biên bản buổi sinh hoạt chuyên đề ghi riêng.' }]);
  const page = await c.secretary.do(listChapters, { q: 'sinh hoat', limit: 1 });
  const rest = await c.secretary.do(listChapters, { q: 'sinh hoat', ...(page.next === undefined ? {} : { cursor: page.next }) });
  expect([...page.items, ...rest.items].map((one) => one.code)).toEqual(['ST-03', 'ST-04']);
  expect((await c.secretary.do(listChapters, { area: 'PARTY_BUILDING' })).items).toEqual([]);
});

it('is withdrawn for a reason, is read on, and may come back; others are told by id alone', async () => {
  const { officer, secretary, world } = c;
  const draft = await written('ST-05', { title: 'Chương cũ', themes: ['Chuyên đề cũ'] });
  const chapterId = draft.id;
  const standing = await officer.do(publishChapter, { chapterId }, draft);
  const gone = await officer.do(withdrawChapter, { chapterId, because: 'Quy định đã thay (mô phỏng)' }, standing);
  expect(gone).toMatchObject({ state: 'WITHDRAWN', may: ['revise'] });
  expect(await officer.refused(withdrawChapter, { chapterId, because: 'Lần nữa' }, gone)).toBe('training/chapter-not-in-state');
  expect((await secretary.do(listChapters, {})).items.map((one) => one.code)).not.toContain('ST-05');
  expect((await secretary.do(listChapters, { withdrawn: 'true' })).items.map((one) => one.code)).toEqual(['ST-05']);
  expect(await secretary.do(getChapter, { chapterId })).toMatchObject({ withdrawn: { on: '2027-05-10', because: 'Quy định đã thay (mô phỏng)' } });
  const begun = await officer.do(reviseChapter, { chapterId, content: content({ title: 'Chương mới' }) }, gone);
  const dropped = await officer.do(dropChapterDraft, { chapterId }, begun);
  expect(dropped).toMatchObject({ state: 'WITHDRAWN', may: ['revise'] });
  const again = await officer.do(reviseChapter, { chapterId, content: content({ title: 'Chương mới' }) }, dropped);
  const back = await officer.do(publishChapter, { chapterId }, again);
  expect(back).toMatchObject({ state: 'PUBLISHED', edition: 2 });
  expect(await officer.refused(chapterSnapshot, {})).toBe('request/forbidden');
  const actor = await new ActorTokens(await readKeys(world.keysDir, 'meetings'), 'meetings', world.clock).forService();
  const rows = await world.rpc.call(chapterSnapshot, { ids: [chapterId], limit: 10 }, { actor });
  expect(rows.items).toMatchObject([{ id: chapterId, version: back.version, state: 'PUBLISHED', titles: ['Chương cũ', 'Chương mới'] }]);
  const told = await systemDb(world.service).query<{ item: unknown }>(
    `select i.item from outbox o, jsonb_array_elements(o.payload -> 'items') as i(item) where o.name = $1 and i.item ->> 'id' = $2 order by o.id`,
    [chapterChanged.name, chapterId],
  );
  expect(told.map(({ item }) => item)).toEqual([
    { id: chapterId, version: 2, state: 'PUBLISHED', edition: 1 },
    { id: chapterId, version: 3, state: 'WITHDRAWN', edition: 1 },
    { id: chapterId, version: back.version, state: 'PUBLISHED', edition: 2 },
  ]);
  expect(await secretary.refused(getChapter, { chapterId: randomUUID() })).toBe('request/not-found');
});
