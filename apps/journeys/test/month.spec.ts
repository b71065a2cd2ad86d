import { attachDocument, downloadMyDocument } from '@vungmanh/contracts/meetings/document';
import { getMeeting, listMeetings, myMeetings, myNotice, publishMeeting } from '@vungmanh/contracts/meetings/meeting';
import { addAddendum, confirmMinutes, getMinutes, readBackMinutes, writeMinutes } from '@vungmanh/contracts/meetings/minutes';
import { overviewBelow, overviewOfChildren } from '@vungmanh/contracts/meetings/overview';
import { downloadPaper } from '@vungmanh/contracts/meetings/paper';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import { draftResolution, getResolution, myResolution, type DraftItem } from '@vungmanh/contracts/meetings/resolution';
import { closeRoll, markRoll } from '@vungmanh/contracts/meetings/roll';
import {
  acknowledgeTask,
  carryOverTask,
  checkTask,
  listTasks,
  myTasks,
  reportTask,
  reportTaskFor,
  verifyTask,
} from '@vungmanh/contracts/meetings/task';
import { recordVote } from '@vungmanh/contracts/meetings/vote';
import { rosterOf } from '@vungmanh/contracts/membership/member';
import { randomUUID } from 'node:crypto';
import { docxText } from '../src/docx-text.js';
import { ballot, MeetingWalk, minutesOf } from '../src/meeting-walk.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const SIX = ['content', 'requirement', 'measure', 'deadline', 'doerIds', 'checkerId'] as const;

/** domain.md §11.3, story 1 without its score: a village cell of 27, December 2026. */
describe('a month in a village cell', () => {
  let village: Village;
  let staff: Staff;
  let walk: MeetingWalk;
  let plain: string;
  let items: DraftItem[];

  beforeAll(async () => {
    await moveTo('2026-11-20T02:00:00Z');
    village = await foundVillage({ number: '201', official: 26, probationary: 1, termFrom: '2025-08-01' });
    staff = await staffOf(village);
  });

  const meetingId = () => ({ meetingId: walk.meetingId });
  const tasks = async () => (await staff.secretary.do(listTasks, { nodeId: village.cell.id })).items;
  const task = async (content: string) => {
    const found = (await tasks()).find((t) => t.content === content);
    if (!found) throw new Error(`No task ${content}`);
    return found;
  };

  it('is planned for the third of the month', async () => {
    await staff.secretary.do(generatePlan, { nodeId: village.cell.id, year: 2026 });
    const { items: lines } = await staff.secretary.do(listMeetings, { nodeId: village.cell.id, from: '2026-12', to: '2026-12' });
    const regular = lines.find((m) => m.kind === 'REGULAR');
    expect(regular).toMatchObject({ plannedOn: '2026-12-03', state: 'PLANNED' });
    walk = new MeetingWalk(regular?.id ?? '', village, staff);
  });

  it('is prepared by a huddle that splits the work, on the agenda of a village', async () => {
    await moveTo('2026-11-28T02:00:00Z');
    const { huddle } = await walk.huddle('2026-11-28');
    expect(huddle?.split).toHaveLength(2);
    const prepared = await walk.prepare({ startsAt: '2026-12-03T12:00:00.000Z' });
    expect(prepared).toMatchObject({ state: 'PREPARED', place: 'Nhà văn hóa bản', sector: 'VILLAGE_RESIDENTIAL' });
    expect(prepared.agenda.length).toBeGreaterThan(3);
    expect(prepared.agenda.every((i) => i.plannedMinutes > 0)).toBe(true);
    expect(new Set(prepared.agenda.map((i) => i.area)).size).toBeGreaterThan(2);
  });

  it('sends out its document and its notice the day before, and every member reads them', async () => {
    await moveTo('2026-12-02T02:00:00Z');
    expect(await staff.member.refused(myNotice, meetingId())).toBe('request/not-found');
    const bytes = Buffer.from('%PDF-1.4\n% Dự thảo nghị quyết, dữ liệu mô phỏng\n%%EOF\n');
    const fileId = await staff.secretary.upload(bytes);
    const document = { ...meetingId(), fileId, name: 'Dự thảo nghị quyết.pdf', classification: 'ORDINARY' as const };
    await staff.secretary.do(attachDocument, document, await walk.page());
    expect(await walk.notice()).toMatchObject({ state: 'NOTIFIED', deviations: [] });

    const { items: called } = await staff.member.do(myMeetings, {});
    expect(called.map((m) => m.id)).toContain(walk.meetingId);
    const notice = await staff.member.do(myNotice, meetingId());
    expect(notice).toMatchObject({ place: 'Nhà văn hóa bản', startsAt: '2026-12-03T12:00:00.000Z' });
    const [attached] = notice.documents;
    const got = await staff.member.download(downloadMyDocument, { ...meetingId(), documentId: attached?.id ?? '' });
    expect(got.bytes.equals(bytes)).toBe(true);
    expect(got.disposition).toMatch(/^attachment/);
  });

  it('calls the roll: 25 of 27, two excused', async () => {
    await moveTo('2026-12-03T12:05:00Z');
    await walk.open('2026-12-03T12:00:00.000Z');
    const { items: roster } = await staff.secretary.do(rosterOf, { nodeId: village.cell.id });
    const led = [village.secretary.id, village.minuteTaker.id, village.plain?.id];
    const [first, second, third] = roster.filter((m) => m.status === 'OFFICIAL' && !led.includes(m.id));
    plain = third?.id ?? '';
    const roll = await walk.roll('2026-12-03T12:05:00.000Z', [first?.id ?? '', second?.id ?? '']);
    expect(roll).toMatchObject({ attendance: '25/27 (92,6%)', denominator: 26, voters: 24 });
    expect(roll.counts).toMatchObject({ total: 27, official: 26, probationary: 1, absentExcused: 2, absentUnexcused: 0 });
    expect(roll.counts.present).toMatchObject({ total: 25, official: 24, probationary: 1 });
  });

  it('adopts no resolution in which one of the six fields of an item is missing', async () => {
    const item = (content: string, doer: string, checker: string): DraftItem => ({
      id: randomUUID(),
      content,
      requirement: 'Xong trong tháng, có biên nhận',
      measure: 'Đến từng hộ vận động',
      deadline: '2026-12-25',
      doerIds: [doer],
      doerIsBody: false,
      checkerId: checker,
    });
    const { secretary, minuteTaker, plain: member } = village;
    items = [
      item('Vận động hộ nghèo tham gia bảo hiểm y tế', member?.id ?? '', minuteTaker.id),
      item('Dọn vệ sinh đường trục bản', minuteTaker.id, secretary.id),
      item('Rà soát hộ thiếu nước sạch', plain, secretary.id),
      { ...item('Thu đủ đảng phí năm 2026', secretary.id, minuteTaker.id), doerIds: [], doerIsBody: true },
    ];
    const vote = await walk.vote(24);
    expect(vote).toMatchObject({ printed: '24/26 (92,3%)', passed: true, denominator: 26 });
    for (const field of SIX) {
      const [whole, ...others] = items;
      if (!whole) throw new Error('no item');
      const { [field]: _left, ...rest } = whole;
      if (field === 'content') {
        const seen = await staff.minuteTaker.do(getResolution, meetingId());
        const broken = { ...meetingId(), content: { items: [{ ...whole, content: '' }] } };
        expect(await staff.minuteTaker.refused(draftResolution, broken, seen)).toBe('request/invalid');
        continue;
      }
      const draft = await walk.draft([field === 'doerIds' ? { ...whole, doerIds: [] } : { ...whole, ...rest, [field]: undefined }, ...others]);
      expect(draft.missing.map((m) => m.itemId)).toEqual([whole.id]);
      await expect(walk.adopt(vote.id)).rejects.toThrow('meetings/item-incomplete');
    }
    expect((await walk.draft(items)).missing).toEqual([]);
    expect(await walk.adopt(vote.id)).toMatchObject({ state: 'ADOPTED' });
  });

  it('numbers the resolution and makes tasks of its four items', async () => {
    const numbered = await eventually(
      () => staff.secretary.do(getResolution, meetingId()),
      (r) => !r.numberAwaited,
    );
    expect(numbered.number).toBe('Số 01-NQ/CB');
    expect((await tasks()).map((t) => t.content).sort()).toEqual(items.map((i) => i.content).sort());
    const mine = await staff.member.do(myTasks, {});
    expect(mine.items.map((t) => t.content)).toEqual([items[0]?.content]);
  });

  it('closes after an hour and three quarters; two people confirm what was read back', async () => {
    await walk.minutes(minutesOf('Bí thư báo cáo kết quả tháng 11; 9 ý kiến tham gia.'));
    await moveTo('2026-12-03T13:50:00Z');
    expect(await walk.close('2026-12-03T13:45:00.000Z')).toMatchObject({ state: 'CLOSED', deviations: [] });
    const seen = await staff.secretary.do(getMinutes, meetingId());
    expect(await staff.officer.refused(confirmMinutes, { ...meetingId(), contentHash: seen.contentHash ?? '' }, seen)).toBe('request/forbidden');
    await walk.confirm();
    const confirmed = await staff.secretary.do(getMinutes, meetingId());
    expect(confirmed).toMatchObject({ editable: false, content: { speakers: 9 } });
    expect(confirmed.confirmations.map((c) => c.as).sort()).toEqual(['CHAIR', 'MINUTE_TAKER']);
    expect(new Set(confirmed.confirmations.map((c) => c.personId)).size).toBe(2);
    await walk.sign();
  });

  it('lets nobody edit what was confirmed, over any route', async () => {
    const before = await staff.secretary.do(getMinutes, meetingId());
    const draft = await staff.secretary.do(getResolution, meetingId());
    const page = await walk.page();
    for (const person of [staff.secretary, staff.minuteTaker]) {
      expect(await person.refused(writeMinutes, { ...meetingId(), content: minutesOf('Khác') }, before)).toMatch(/minutes-locked|not-in-state/);
      expect(await person.refused(readBackMinutes, meetingId(), before)).toMatch(/minutes-locked|not-in-state/);
      expect(await person.refused(draftResolution, { ...meetingId(), content: { items } }, draft)).toMatch(/resolution-adopted|not-in-state/);
      expect(await person.refused(recordVote, { ...meetingId(), ...ballot(1) })).toBe('meetings/not-in-state');
      expect(await person.refused(closeRoll, meetingId(), page)).toMatch(/roll-closed|not-in-state/);
      const guest = { type: 'guest' as const, id: randomUUID(), at: '2026-12-03T12:30:00.000Z', name: 'Khách' };
      expect(await person.refused(markRoll, { ...meetingId(), events: [guest] })).toMatch(/roll-closed|not-in-state/);
    }
    expect(await staff.officer.refused(writeMinutes, { ...meetingId(), content: minutesOf('Khác') }, before)).toBe('request/forbidden');
    await staff.secretary.do(addAddendum, { ...meetingId(), text: 'Đính chính: có thêm một khách mời.' }, before);
    const after = await staff.secretary.do(getMinutes, meetingId());
    expect({ content: after.content, hash: after.contentHash }).toEqual({ content: before.content, hash: before.contentHash });
    expect(after.addenda).toHaveLength(1);
  });

  it('is published on the fourth; within a second the committee above sees it', async () => {
    await moveTo('2026-12-04T02:00:00Z');
    expect(await staff.secretary.do(publishMeeting, meetingId(), await walk.page())).toMatchObject({ state: 'PUBLISHED', deviations: [] });
    const table = await eventually(
      () => staff.officer.do(overviewOfChildren, { nodeId: village.commune.id, month: '2026-12' }),
      (o) => o.items.some((row) => row.nodeId === village.cell.id && row.published === 1),
      1000,
    );
    const figures = { planned: 1, noticed: 1, met: 1, confirmed: 1, published: 1, present: 25, expected: 27, openTasks: 4, deviations: 0 };
    expect(table.items.find((row) => row.nodeId === village.cell.id)).toMatchObject(figures);
    const below = await eventually(
      () => staff.officer.do(overviewBelow, { nodeId: village.commune.id, month: '2026-12' }),
      (o) => o.items.some((row) => row.nodeId === village.cell.id && row.published === 1),
    );
    // The commune's own committee has its meeting of the month too.
    expect(below.items.find((row) => row.nodeId === village.commune.id)).toMatchObject({ ...figures, planned: expect.any(Number) });
    expect(await staff.officer.do(getMeeting, meetingId())).toMatchObject({ state: 'PUBLISHED' });
    const { resolution } = await staff.member.do(myResolution, meetingId());
    expect(resolution).toMatchObject({ state: 'ADOPTED', number: 'Số 01-NQ/CB', content: { items: items.map(({ content }) => ({ content })) } });
  });

  it('comes out on paper with its figures', async () => {
    const text = async (kind: 'NOTICE' | 'ROLL' | 'MINUTES' | 'RESOLUTION') =>
      docxText((await staff.secretary.download(downloadPaper, { ...meetingId(), kind, format: 'docx' })).bytes);
    const notice = await eventually(
      () => text('NOTICE'),
      (paper) => paper.includes('Số 01-TB/CB'),
    );
    expect(notice).toContain('Nhà văn hóa bản');
    expect(await text('ROLL')).toContain('25');
    const minutes = await eventually(
      () => text('MINUTES'),
      (paper) => paper.includes('Số 01-BB/CB'),
    );
    for (const figure of ['Tổng số đảng viên: 27', 'Có mặt: 25/27 (92,6%)', 'Có 09 đồng chí phát biểu', '24/26 (92,3%)', '9 ý kiến tham gia'])
      expect(minutes).toContain(figure);
    const resolution = await text('RESOLUTION');
    for (const part of ['Số 01-NQ/CB', '24/26', ...items.map((i) => i.content)]) expect(resolution).toContain(part);
    const pdf = await staff.secretary.download(downloadPaper, { ...meetingId(), kind: 'RESOLUTION', format: 'pdf' });
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('has its tasks followed: acknowledged, reported, checked; one is carried over', async () => {
    await moveTo('2026-12-20T02:00:00Z');
    const [first, second, third, fourth] = items.map((i) => i.content);
    const mine = await staff.member.do(acknowledgeTask, { taskId: (await task(first ?? '')).id }, await task(first ?? ''));
    const reported = await staff.member.do(reportTask, { taskId: mine.id, text: '12/12 hộ đã tham gia.', doneOn: '2026-12-20' }, mine);
    expect(await staff.member.refused(checkTask, { taskId: mine.id, result: 'EXCEEDED' }, reported)).toMatch(/not-yours|doer-is-not-checker/);
    await staff.minuteTaker.do(checkTask, { taskId: mine.id, result: 'ON_TIME' }, reported);
    const own = await task(second ?? '');
    const done = await staff.minuteTaker.do(reportTask, { taskId: own.id, text: 'Đã dọn xong.', doneOn: '2026-12-19' }, own);
    await staff.secretary.do(verifyTask, { taskId: own.id, result: 'EXCEEDED' }, done);
    const told = await task(third ?? '');
    await staff.minuteTaker.do(reportTaskFor, { taskId: told.id, text: 'Báo cáo miệng: 3 hộ thiếu nước.' }, told);
    const late = await task(fourth ?? '');
    await staff.secretary.do(carryOverTask, { taskId: late.id, deadline: '2027-01-20', reason: 'Còn hai hộ đi làm xa chưa nộp' }, late);
    const states = Object.fromEntries((await tasks()).map((t) => [t.content, t.state]));
    expect(states).toMatchObject({ [first ?? '']: 'VERIFIED', [second ?? '']: 'VERIFIED', [third ?? '']: 'REPORTED' });
    expect(await task(fourth ?? '')).toMatchObject({ deadline: '2027-01-20', carriedOver: [{ from: '2026-12-25', to: '2027-01-20' }] });
  });

  it('hands its open tasks to the meeting of January, first on the table and not copied', async () => {
    await moveTo('2027-01-02T02:00:00Z');
    await staff.secretary.do(generatePlan, { nodeId: village.cell.id, year: 2027 });
    const { items: lines } = await staff.secretary.do(listMeetings, { nodeId: village.cell.id, from: '2027-01', to: '2027-01' });
    const january = await staff.secretary.do(getMeeting, { meetingId: lines.find((m) => m.kind === 'REGULAR')?.id ?? '' });
    expect(january.openTasks.map((t) => t.content)).toEqual([items[2]?.content, items[3]?.content]);
    const open = (await tasks()).filter((t) => t.state !== 'VERIFIED').map((t) => t.id);
    expect(january.openTasks.map((t) => t.id).sort()).toEqual(open.sort());
  });
});
