import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { getMeeting } from '@vungmanh/contracts/meetings/meeting';
import { addAddendum, confirmMinutes, getMinutes, readBackMinutes, writeMinutes } from '@vungmanh/contracts/meetings/minutes';
import { downloadPaper, type PaperKind } from '@vungmanh/contracts/meetings/paper';
import { addMeeting } from '@vungmanh/contracts/meetings/plan';
import { adoptResolution, draftResolution, getResolution } from '@vungmanh/contracts/meetings/resolution';
import { recordVote } from '@vungmanh/contracts/meetings/vote';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { Files } from '@vungmanh/platform/files';
import { refuse } from '@vungmanh/platform/problem';
import type { Person } from '@vungmanh/testing/person';
import { createHash, randomUUID } from 'node:crypto';
import { docxText } from '@vungmanh/testing/docx-text';
import { cell, committee, DAY, idOf, Sessions } from '../../test/session.js';

// domain.md §11.3, story 1: 27 members, 26 official and 1 probationary; 2 are excused, 9 speak, 24 vote for it.
const board = committee('Đảng bộ xã Na Mèo', 5);
const village = cell('Chi bộ bản Máy', 26, 1);
village.node.parentId = board.node.id;
const elsewhere = cell('Chi bộ khác', 3);

const content = {
  items: [{ agendaIndex: 0, account: 'Chi bộ đã bàn việc làm đường.', conclusion: 'Nhất trí làm trước Tết' }],
  ideology: 'Đảng viên và Nhân dân phấn khởi',
  speakers: 9,
  concerns: [{ topic: 'Đường liên thôn', count: 3, answer: 'Đã báo cáo Đảng ủy xã' }],
};

let at: Sessions;
let secretary: Person;
let taker: Person;
let registerAnswers = false;
beforeAll(async () => {
  at = await Sessions.start([board, village, elsewhere], [['taker', village, ['meetings:read', 'meetings:take-minutes', 'meetings:confirm']]]);
  secretary = at.secretary(village);
  taker = at.world.person('taker', idOf(village, 1));
  at.world.standIn(takeNumber, ({ bodyId, documentId, date, type }) => {
    if (!registerAnswers) throw refuse('request/unavailable');
    return { id: randomUUID(), bodyId, type, term: '2025-2027', number: 5, documentId, date, printed: `Số 05-${type}/CB`, version: 1 };
  });
}, 60_000);
afterAll(() => at.stop());

const download = (meetingId: string, kind: PaperKind, format: 'docx' | 'pdf' = 'docx') => secretary.do(downloadPaper, { meetingId, kind, format });

async function bytesOf({ fileId }: { fileId: string }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await at.world.service.app.get(Files).read(fileId)) ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const textOf = async (meetingId: string, kind: PaperKind): Promise<string> => docxText(await bytesOf(await download(meetingId, kind)));

/** While the platform's clock runs on, so that what failed is tried again. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    if (await holds()) return;
    at.world.clock.set(new Date(at.world.clock.millis() + 1000).toISOString());
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It did not come about');
}

/** The month of story 1, as far as the end of the meeting. */
async function storyOne(): Promise<Meeting> {
  const meeting = await at.session(village, [24, 25]);
  const meetingId = meeting.id;
  const items = ['Làm đường', 'Trồng rừng', 'Thu quỹ', 'Phát triển đảng viên'].map((what) => ({
    id: randomUUID(),
    content: what,
    requirement: 'Đúng kế hoạch',
    measure: 'Vận động từng hộ',
    deadline: '2026-12-30',
    doerIds: [idOf(village, 2)],
    doerIsBody: false,
    checkerId: idOf(village, 1),
  }));
  await taker.do(
    draftResolution,
    { meetingId, content: { items, direction: 'Tập trung làm đường' } },
    await secretary.do(getResolution, { meetingId }),
  );
  const vote = await taker.do(recordVote, {
    meetingId,
    matter: 'RESOLUTION',
    subject: 'Thông qua nghị quyết tháng 12',
    method: 'SHOW_OF_CARD',
    inFavor: 24,
    against: 0,
    noOpinion: 0,
  });
  await secretary.do(adoptResolution, { meetingId, voteId: vote.id }, await secretary.do(getResolution, { meetingId }));
  await taker.do(writeMinutes, { meetingId, content }, await secretary.do(getMinutes, { meetingId }));
  await taker.do(readBackMinutes, { meetingId }, await secretary.do(getMinutes, { meetingId }));
  await at.close(village, await secretary.do(getMeeting, { meetingId }));
  return meeting;
}

async function confirmBoth(meetingId: string): Promise<void> {
  for (const who of [secretary, taker]) {
    const seen = await secretary.do(getMinutes, { meetingId });
    await who.do(confirmMinutes, { meetingId, contentHash: seen.contentHash ?? '' }, seen);
  }
}

describe('the papers of story 1', () => {
  let meetingId: string;
  beforeAll(async () => {
    meetingId = (await storyOne()).id;
  }, 30_000);

  it('the notice tells what, when and where, and its number is left open until the register answers', async () => {
    const text = await textOf(meetingId, 'NOTICE');
    for (const part of ['ĐẢNG BỘ XÃ NA MÈO', 'CHI BỘ BẢN MÁY', 'THÔNG BÁO', 'Số      -TB/CB', 'Na Mèo, ngày 03 tháng 12 năm 2026']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('19 giờ 00, thứ Năm, ngày 03/12/2026');
    expect(text).toContain('Nhà văn hóa thôn');
    expect(text).toContain('BÍ THƯ');
  });

  it('the roll shows everybody, why who was absent, and 25/27 (92,6%)', async () => {
    const text = await textOf(meetingId, 'ROLL');
    expect(text).toContain('Tổng số được triệu tập: 27; có mặt: 25/27 (92,6%); vắng có lý do: 02; vắng không có lý do: 0.');
    expect(text.match(/Vắng có lý do \(ốm đau\)/g)).toHaveLength(2);
    for (const { name } of village.people) expect(text).toContain(name);
  });

  it('the minutes count 26 official of 27, 24/26 in favor, and name nobody beside a concern or a vote', async () => {
    const text = await textOf(meetingId, 'MINUTES');
    for (const part of [
      'Tổng số đảng viên: 27; trong đó chính thức: 26, dự bị: 01',
      'Có mặt: 25/27 (92,6%); trong đó chính thức: 24, dự bị: 01',
      'Vắng có lý do: 02',
      'Có 09 đồng chí phát biểu ý kiến.',
      'Đường liên thôn: 03 ý kiến. Trả lời: Đã báo cáo Đảng ủy xã',
      'biểu quyết bằng thẻ đảng viên; tán thành 24/26 (92,3%); không tán thành 0/26 (0%)',
      'Thông qua nghị quyết với 04 nhiệm vụ.',
      'Chi bộ đã bàn việc làm đường.',
      `Chủ trì: đồng chí ${village.people[0]?.name}, Bí thư chi bộ.`,
      'kết thúc lúc 20 giờ 45 phút',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('no paper shows a signature', async () => {
    for (const kind of ['NOTICE', 'MINUTES', 'RESOLUTION'] as const) {
      const docx = await bytesOf(await download(meetingId, kind));
      expect(docx.includes('word/media')).toBe(false);
      expect(await docxText(docx)).not.toMatch(/đã ký|\(Đã ký\)|ký số/i);
    }
  });

  it('the resolution waits for its number, then carries it and never changes', async () => {
    expect(await textOf(meetingId, 'RESOLUTION')).toContain('Số      -NQ/CB');
    registerAnswers = true;
    await until(async () => !(await secretary.do(getResolution, { meetingId })).numberAwaited);
    await until(async () => (await textOf(meetingId, 'NOTICE')).includes('Số 05-TB/CB'));
    const [first, again] = [await download(meetingId, 'RESOLUTION'), await download(meetingId, 'RESOLUTION')];
    expect(again.fileId).toBe(first.fileId);
    const text = await docxText(await bytesOf(first));
    for (const part of ['Số 05-NQ/CB', 'Làm đường', 'Phát triển đảng viên', '30/12/2026', 'tán thành 24/26 (92,3%)', 'T/M CHI BỘ']) {
      expect(text).toContain(part);
    }
    const before = await bytesOf(first);
    await at.db.write(`update person_name set name = 'Tên Đã Đổi' where person_id = $1`, [idOf(village, 2)]);
    expect((await bytesOf(await download(meetingId, 'RESOLUTION'))).equals(before)).toBe(true);
  }, 30_000);

  it('the minutes change until both have confirmed them, and an addendum makes another edition beside the first', async () => {
    const draft = await download(meetingId, 'MINUTES');
    expect(await docxText(await bytesOf(draft))).toContain('Số      -BB/CB');
    expect((await download(meetingId, 'MINUTES')).fileId).not.toBe(draft.fileId);
    await confirmBoth(meetingId);
    await until(async () => (await textOf(meetingId, 'MINUTES')).includes('Số 05-BB/CB'));
    const first = await Promise.all([download(meetingId, 'MINUTES'), download(meetingId, 'MINUTES')]);
    const issued = await bytesOf(await download(meetingId, 'MINUTES'));
    for (const file of first) expect((await bytesOf(file)).equals(issued)).toBe(true);
    const kept = await at.db.query<{ sha256: string; edition: number }>(
      `select sha256, edition from issued_paper where owner_id = $1 and kind = 'MINUTES'`,
      [meetingId],
    );
    expect(kept).toEqual([{ sha256: createHash('sha256').update(issued).digest('hex'), edition: 0 }]);
    const pdf = await bytesOf(await download(meetingId, 'MINUTES', 'pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await secretary.do(addAddendum, { meetingId, text: 'Bổ sung tên khách mời' }, await secretary.do(getMinutes, { meetingId }));
    const second = await download(meetingId, 'MINUTES');
    expect(await docxText(await bytesOf(second))).toContain('Bổ sung tên khách mời');
    expect((await bytesOf(first[0])).equals(issued)).toBe(true);
  }, 30_000);

  it('whoever is named may see that a paper has gone out', async () => {
    await download(meetingId, 'ROLL');
    const trail = await at.db.query<{ node_id: string }>(
      `select node_id from audit where operation = 'meetings.paper.download' and persons @> array[$1::uuid] and node_id = $2`,
      [idOf(village, 20), village.node.id],
    );
    expect(trail.length).toBeGreaterThan(0);
  });
});

describe('a paper that is not there yet', () => {
  it('is refused step by step, and out of scope it does not exist', async () => {
    const added = await secretary.do(addMeeting, { nodeId: village.node.id, bodyId: village.body.id, kind: 'EXTRAORDINARY', plannedOn: DAY });
    for (const kind of ['NOTICE', 'ROLL', 'MINUTES', 'RESOLUTION'] as const) {
      expect(await secretary.refused(downloadPaper, { meetingId: added.id, kind, format: 'pdf' })).toBe('meetings/paper-not-ready');
      expect(await at.secretary(elsewhere).refused(downloadPaper, { meetingId: added.id, kind, format: 'pdf' })).toBe('request/not-found');
    }
    const { id: meetingId } = await at.session(village);
    expect(await secretary.refused(downloadPaper, { meetingId, kind: 'MINUTES', format: 'docx' })).toBe('meetings/paper-not-ready');
    expect(await secretary.refused(downloadPaper, { meetingId, kind: 'RESOLUTION', format: 'docx' })).toBe('meetings/paper-not-ready');
  });

  it('of a committee speaks with its own words', async () => {
    const meeting = await at.session(board);
    await at.close(board, await at.secretary(board).do(getMeeting, { meetingId: meeting.id }));
    const file = await at.secretary(board).do(downloadPaper, { meetingId: meeting.id, kind: 'MINUTES', format: 'docx' });
    const text = await docxText(await bytesOf(file));
    expect(text).toContain('ĐẢNG ỦY XÃ NA MÈO');
    expect(text).toContain('-BB/ĐU');
    expect(text).toContain('Tổng số đảng ủy viên: 05.');
  });
});
