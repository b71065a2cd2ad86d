import { agendaTemplate } from '@vungmanh/contracts/meetings/agenda';
import { handbookUse, proposeChapters } from '@vungmanh/contracts/meetings/handbook';
import { giveNotice, listMeetings, type Meeting, myNotice, prepareMeeting } from '@vungmanh/contracts/meetings/meeting';
import { downloadPaper } from '@vungmanh/contracts/meetings/paper';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import {
  type ChapterContent,
  type ChapterDraft,
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
import { randomUUID } from 'node:crypto';
import { docxText } from '../src/docx-text.js';
import { MeetingWalk } from '../src/meeting-walk.js';
import { Person } from '../src/person.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const content: ChapterContent = {
  title: 'Thu, nộp đảng phí ở chi bộ (mô phỏng)',
  body: '# Thu\nChi ủy thu đảng phí hằng tháng.\n- Ghi sổ, ký nhận.\n# Nộp\nTrích nộp cấp trên theo quý.',
  keywords: ['đảng phí 680'],
  areas: ['PARTY_BUILDING'],
  kinds: ['REGULAR'],
  sectors: ['VILLAGE_RESIDENTIAL'],
  themes: ['Trách nhiệm đóng đảng phí của đảng viên'],
};

/** Seed 004: a committee keeps a handbook, cells prepare their meetings by it, and the committee sees that it is cited, by counts. */
describe('a chapter of the handbook helps a cell to prepare its meeting', () => {
  let village: Village;
  let staff: Staff;
  let walk: MeetingWalk;
  let chapter: ChapterDraft;
  let prepared: Meeting;

  beforeAll(async () => {
    await moveTo('2026-11-20T02:00:00Z');
    village = await foundVillage({ number: '680', official: 6, probationary: 0, termFrom: '2025-08-01' });
    staff = await staffOf(village);
    await staff.officer.doOnceKnown(listChapterDrafts, {});
    await staff.secretary.do(generatePlan, { nodeId: village.cell.id, year: 2026 });
    const { items } = await staff.secretary.do(listMeetings, { nodeId: village.cell.id, from: '2026-12', to: '2026-12', kind: 'REGULAR' });
    walk = new MeetingWalk(items[0]?.id ?? '', village, staff);
  });

  it('is written by the officer of the commune alone, and read by nobody before it is published', async () => {
    const { officer, secretary, member } = staff;
    const asked = { nodeId: village.commune.id, code: 'XA-680', content };
    for (const other of [secretary, member]) expect(await other.refused(writeChapter, asked)).toBe('request/forbidden');
    const draft = await officer.doOnceKnown(writeChapter, asked);
    expect(await officer.refused(writeChapter, asked)).toBe('training/chapter-code-taken');
    expect(await member.refused(getChapter, { chapterId: draft.id })).toBe('request/not-found');
    const better = await officer.do(reviseChapter, { chapterId: draft.id, content }, draft);
    expect(await officer.refused(publishChapter, { chapterId: draft.id }, draft)).toBe('request/stale');
    chapter = await officer.do(publishChapter, { chapterId: draft.id }, better);
    expect(chapter).toMatchObject({ state: 'PUBLISHED', edition: 1, may: ['revise', 'withdraw'] });
    const dropped = await officer.do(writeChapter, { ...asked, code: 'XA-681' });
    expect(await officer.do(dropChapterDraft, { chapterId: dropped.id }, dropped)).toMatchObject({ state: 'DROPPED' });
    expect(await officer.do(getChapterDraft, { chapterId: chapter.id })).toMatchObject({ code: 'XA-680' });
  });

  it('is found by every member without the marks of Vietnamese, and is printed', async () => {
    const { items } = await staff.member.do(listChapters, { q: 'dang phi 680' });
    expect(items).toMatchObject([{ id: chapter.id, code: 'XA-680', nodeName: village.commune.name }]);
    const { bytes } = await staff.member.download(downloadChapter, { chapterId: chapter.id, edition: 1, format: 'docx' });
    expect(await docxText(bytes)).toContain('XA-680. Thu, nộp đảng phí ở chi bộ (mô phỏng)');
  });

  it('is proposed to the secretary who prepares the meeting, and cited', async () => {
    const { meetingId } = walk;
    const { secretary, member } = staff;
    const found = await eventually(
      () => secretary.do(proposeChapters, { meetingId, topic: 'Đóng đảng phí' }),
      ({ chapters }) => chapters.some((one) => one.id === chapter.id),
    );
    expect(found.chapters[0]).toMatchObject({ id: chapter.id, edition: 1, onTopic: true });
    expect(await member.refused(proposeChapters, { meetingId })).toBe('request/forbidden');
    const { items } = await secretary.do(agendaTemplate, { kind: 'REGULAR', sector: 'VILLAGE_RESIDENTIAL' });
    const citing = (chapterId: string, edition: number) =>
      items.map((item) => (item.area === 'PARTY_BUILDING' ? { ...item, citations: [{ chapterId, edition }] } : item));
    const preparing = (chapterId: string, edition = 1) => ({
      meetingId,
      startsAt: '2026-12-03T12:00:00.000Z',
      place: 'Nhà văn hóa bản',
      chairId: village.secretary.id,
      minuteTakerId: village.minuteTaker.id,
      coversThematic: false,
      agenda: citing(chapterId, edition),
    });
    const seen = await walk.page();
    expect(await secretary.refused(prepareMeeting, preparing(randomUUID()), seen)).toBe('meetings/chapter-not-in-force');
    expect(await secretary.refused(prepareMeeting, preparing(chapter.id, 2), seen)).toBe('meetings/chapter-not-in-force');
    prepared = await secretary.do(prepareMeeting, preparing(chapter.id), seen);
    expect(prepared.chapters).toEqual([{ id: chapter.id, edition: 1, code: 'XA-680', title: content.title, withdrawn: false }]);
  });

  it('stands on the notice that the member reads, in the edition that was cited', async () => {
    await moveTo('2026-12-01T02:00:00Z');
    const { officer, secretary, member } = staff;
    const { meetingId } = walk;
    await secretary.do(giveNotice, { meetingId }, prepared);
    const begun = await officer.do(reviseChapter, { chapterId: chapter.id, content: { ...content, title: 'Đảng phí, bản sau (mô phỏng)' } }, chapter);
    chapter = await officer.do(publishChapter, { chapterId: chapter.id, note: 'Tên mới (mô phỏng)' }, begun);
    const told = await member.do(myNotice, { meetingId });
    expect(told.chapters).toMatchObject([{ id: chapter.id, edition: 1, title: content.title }]);
    expect(await member.do(getChapter, { chapterId: chapter.id, edition: 1 })).toMatchObject({ title: content.title, newest: 2 });
    const { bytes } = await secretary.download(downloadPaper, { meetingId, kind: 'NOTICE', format: 'docx' });
    expect(await docxText(bytes)).toContain('XA-680 “Thu, nộp đảng phí ở chi bộ (mô phỏng)” (bản 1)');
  });

  it('is counted above by quarter, and of no single cell', async () => {
    const { officer, secretary, member } = staff;
    const asked = { nodeId: village.commune.id, year: 2026 };
    const province = await Person.signedIn('canbo.tinh');
    const { chapters } = await province.do(handbookUse, { ...asked, nodeId: process.env['TEST_PROVINCE_ID'] ?? '' });
    expect(chapters.filter(({ code }) => code === 'XA-680')).toEqual([
      { id: chapter.id, code: 'XA-680', title: expect.any(String), withdrawn: false, quarters: [0, 0, 0, 1] },
    ]);
    // The commune of this journey has one cell: its sum would be that of the cell.
    expect(await officer.refused(handbookUse, asked)).toBe('meetings/single-organization');
    expect(await secretary.refused(handbookUse, asked)).toBe('request/not-found');
    expect(await officer.refused(handbookUse, { ...asked, nodeId: village.cell.id })).toBe('meetings/single-organization');
    expect(await member.refused(handbookUse, asked)).toBe('request/forbidden');
  });

  it('is withdrawn for a reason: nothing new cites it, what has cited it still reads it', async () => {
    const { officer, secretary, member } = staff;
    const about = { chapterId: chapter.id, because: 'Quy định đã thay đổi (mô phỏng)' };
    expect(await secretary.refused(withdrawChapter, about, chapter)).toBe('request/forbidden');
    await officer.do(withdrawChapter, about, chapter);
    expect((await member.do(listChapters, { q: 'dang phi 680' })).items).toEqual([]);
    expect(await member.do(getChapter, { chapterId: chapter.id })).toMatchObject({ withdrawn: { because: about.because } });
    await eventually(
      () => secretary.do(proposeChapters, { meetingId: walk.meetingId }),
      ({ chapters }) => chapters.every((one) => one.id !== chapter.id),
    );
    expect((await walk.page()).chapters).toMatchObject([{ edition: 1, withdrawn: true }]);
  });
});
