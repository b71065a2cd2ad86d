import { docxText } from '@vungmanh/testing/docx-text';
import { ClassPaperKind, downloadClassCalendar, downloadClassPaper, downloadMyCalendar } from '@vungmanh/contracts/training/class-paper';
import {
  checkCertificate,
  downloadCertificate,
  downloadMyCertificate,
  issueCertificates,
  listCertificates,
  replaceCertificate,
  withdrawCertificate,
} from '@vungmanh/contracts/training/certificate';
import { assessClass, beginEnrollment, changeClass, getClass, listClasses, openClass, startClass } from '@vungmanh/contracts/training/class';
import {
  answerForCell,
  answerMine,
  classForCell,
  decideEnrollments,
  enterMarks,
  listEnrollments,
  myEnrollments,
  nominate,
  withdrawEnrollment,
} from '@vungmanh/contracts/training/enrollment';
import { attachLessonScan, closeLessonRoll, downloadLessonScan, getLessonRoll, markLessonRoll } from '@vungmanh/contracts/training/lesson-roll';
import { listDuties, requireDuty } from '@vungmanh/contracts/training/duty';
import { Files } from '@vungmanh/platform/files';
import { Problem } from '@vungmanh/platform/problem';
import { randomUUID } from 'node:crypto';
import { District, fiveDays, TODAY, weeksOn } from '../../test/district.js';

let d: District;
beforeAll(async () => {
  d = await District.start();
}, 60_000);
afterAll(() => d?.world.stop());

/** Every paper of a class that has ended, as the text of its DOCX. */
async function papersOf(classId: string, certificateId: string): Promise<void> {
  const textOf = async ({ fileId }: { fileId: string }) =>
    docxText(Buffer.concat((await (await d.world.service.app.get(Files).read(fileId))?.toArray()) ?? []));
  const said: Record<ClassPaperKind, string[]> = {
    DECISION: ['Số 07-QĐ/ĐU', 'Mở Lớp mô phỏng', 'gồm 05 học viên', 'Nguyễn Văn D4'],
    PARTICIPANTS: ['DANH SÁCH', 'Tổng số: 05 học viên', 'Chi bộ bản Trên'],
    INVITATION: ['GIẤY TRIỆU TẬP', 'Buổi 5', 'Giảng viên mô phỏng, Trường chính trị tỉnh'],
    ATTENDANCE: ['BẢNG ĐIỂM DANH', '3/5', '1, 2'],
    MARKS: ['8,25', '4,5', 'Chưa đạt yêu cầu', 'Thôi học', '2/5 (40%)'],
    RECOGNITION: ['Công nhận', 'Nguyễn Văn A1'],
  };
  for (const kind of ClassPaperKind.options) {
    const text = await textOf(await d.officer.do(downloadClassPaper, { classId, kind, format: 'docx' }));
    for (const wanted of said[kind]) expect([kind, text]).toEqual([kind, expect.stringContaining(wanted)]);
  }
  expect(await textOf(await d.officer.do(downloadClassPaper, { classId, kind: 'RECOGNITION', format: 'docx' }))).not.toContain('Nguyễn Văn B2');
  const mine = await textOf(await d.asMember(d.at(0)).do(downloadMyCertificate, { certificateId, format: 'docx' }));
  for (const wanted of ['GIẤY CHỨNG NHẬN', 'Đồng chí: Nguyễn Văn A1', '01/2026/GCN', '14/12/2031', 'Mã kiểm tra: ']) expect(mine).toContain(wanted);
  const pdf = await d.officer.do(downloadCertificate, { classId, certificateId, format: 'pdf' });
  expect(pdf).toMatchObject({ name: 'Giấy chứng nhận.pdf', type: 'application/pdf' });
  expect(await d.asMember(d.at(1)).refused(downloadMyCertificate, { certificateId, format: 'pdf' })).toBe('request/not-found');
  expect(await d.officer.do(downloadClassCalendar, { classId })).toMatchObject({ name: 'Lịch học.ics' });
  const [one] = (await d.asMember(d.at(0)).do(myEnrollments, {})).items.filter((e) => e.training.id === classId);
  expect(await d.asMember(d.at(0)).do(downloadMyCalendar, { enrollmentId: one?.id ?? '' })).toMatchObject({ type: 'text/calendar; charset=utf-8' });
  expect(await d.asMember(d.at(1)).refused(downloadMyCalendar, { enrollmentId: one?.id ?? '' })).toBe('request/not-found');
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('a class that is being prepared', () => {
  it('is its holder’s alone, follows the syllabus of its first day, and is changed freely', async () => {
    const planned = await d.officer.do(openClass, d.planInput());
    expect(planned).toMatchObject({
      state: 'PLANNED',
      from: '2026-12-07',
      to: '2026-12-11',
      edition: 1,
      courseLabel: 'Bồi dưỡng nhận thức về Đảng',
      may: ['change', 'enroll'],
    });
    expect(planned.lessons.map((l) => l.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const about = { classId: planned.id };
    expect(await d.besideOfficer.refused(getClass, about)).toBe('request/not-found');
    expect(await d.upperSecretary.refused(classForCell, { ...about, nodeId: d.upper.id })).toBe('request/not-found');
    const seen = async (by: typeof d.officer, nodeId: string) => (await by.do(listClasses, { nodeId })).items.some((c) => c.id === planned.id);
    expect([await seen(d.officer, d.commune.id), await seen(d.provincial, d.commune.id), await seen(d.upperSecretary, d.upper.id)]).toEqual([
      true,
      true,
      false,
    ]);

    const { nodeId: _, courseId: __, ...plan } = d.planInput();
    const changed = await d.officer.do(changeClass, { ...about, ...plan, title: 'Lớp khóa I', lessons: fiveDays.slice(0, 4) }, planned);
    expect(changed).toMatchObject({ title: 'Lớp khóa I', to: '2026-12-08', version: 2 });
    expect(changed.lessons).toHaveLength(4);
    expect(await d.officer.refused(changeClass, { ...about, ...plan }, planned)).toBe('request/stale');
    const [first] = fiveDays;
    expect(await d.officer.refused(changeClass, { ...about, ...plan, lessons: first ? [first, first] : [] }, changed)).toBe('training/lessons-unfit');
  });

  it('needs a course that has a syllabus on its first day', async () => {
    expect(await d.officer.refused(openClass, { ...d.planInput(), courseId: randomUUID() })).toBe('training/course-unfit');
    const old = fiveDays.slice(0, 1).map((l) => ({ ...l, startsAt: '2021-12-07T00:30:00.000Z', endsAt: '2021-12-07T04:00:00.000Z' }));
    expect(await d.officer.refused(openClass, d.planInput({ lessons: old }))).toBe('training/course-unfit');
    expect(await d.besideOfficer.refused(openClass, d.planInput())).toBe('request/not-found');
  });
});

describe('people for a class', () => {
  it('are named by their own cell, once, all or none', async () => {
    const found = await d.enrolling();
    const about = { classId: found.id, nodeId: d.upper.id };
    const personIds = [d.at(0).id, d.at(1).id];
    expect(await d.lowerSecretary.refused(nominate, { ...about, personIds })).toBe('request/not-found');
    expect(await d.lowerSecretary.refused(nominate, { ...about, nodeId: d.lower.id, personIds })).toBe('training/not-of-cell');
    expect(await d.besideOfficer.refused(nominate, { ...about, nodeId: d.elsewhere.id, personIds: [d.stranger.id] })).toBe('request/not-found');
    await d.name(found, [d.at(0)]);
    expect(await d.upperSecretary.refused(nominate, { ...about, personIds })).toBe('training/already-nominated');
    expect((await d.people(found)).map((e) => [e.personId, e.state])).toEqual([[d.at(0).id, 'NOMINATED']]);
    expect(await d.upperSecretary.refused(listEnrollments, { classId: found.id })).toBe('request/not-found');
    const cell = await d.upperSecretary.do(classForCell, about);
    expect([cell.mayNominate, cell.people.length, cell.lessons.length]).toEqual([true, 1, 10]);
    expect((await d.lowerSecretary.do(classForCell, { ...about, nodeId: d.lower.id })).people).toEqual([]);
  });

  it('cannot sit in two rooms at once, and leave no office empty without a reason', async () => {
    const one = await d.enrolling();
    await d.name(one, [d.at(5)]);
    const same = await d.enrolling({ lessons: fiveDays.slice(2, 3) });
    expect(await d.upperSecretary.refused(nominate, { classId: same.id, nodeId: d.upper.id, personIds: [d.at(5).id] })).toBe(
      'training/lessons-clash',
    );

    const evenings = fiveDays
      .slice(0, 2)
      .map((l, i) => ({ ...l, startsAt: `2026-12-08T1${i + 1}:00:00.000Z`, endsAt: `2026-12-08T1${i + 1}:50:00.000Z` }));
    const limited = await d.enrolling({ lessons: evenings, limits: { atOnce: 1, awayPercent: 10 } });
    const input = { classId: limited.id, nodeId: d.upper.id, personIds: [d.at(5).id, d.at(6).id] };
    try {
      await d.upperSecretary.do(nominate, input);
      throw new Error('must be refused');
    } catch (error) {
      expect(error).toMatchObject({ code: 'training/reason-needed' });
      expect(error instanceof Problem && error.more.detail).toContain('Mỗi người dự không quá 1 lớp');
    }
    await d.upperSecretary.do(nominate, { ...input, reason: 'Học ngoài giờ' });
    const [first, second] = await d.people(limited);
    expect(first?.deviations.map((v) => [v.ruleKey, v.reason])).toEqual([
      ['training.at_once.max', 'Học ngoài giờ'],
      ['training.away.max', 'Học ngoài giờ'],
    ]);
    expect(second?.deviations.map((v) => v.ruleKey)).toEqual(['training.away.max']);
  });

  it('are approved as far as there are places; whoever has waited longest gets one that becomes free', async () => {
    const found = await d.enrolling({ capacity: 2, lessons: weeksOn(fiveDays, 2) });
    await d.name(found, d.inUpper.slice(0, 5));
    const named = await d.people(found);
    const idOf = (i: number): string => named.find((e) => e.personId === d.at(i).id)?.id ?? '';
    const classId = found.id;
    const decide = { classId, enrollmentIds: [0, 1, 2, 3].map(idOf), approve: true };
    expect(await d.officer.refused(decideEnrollments, { classId, enrollmentIds: [idOf(4)], approve: false })).toBe('training/because-needed');
    await d.officer.do(decideEnrollments, { classId, enrollmentIds: [idOf(4)], approve: false, because: 'Đã học khóa trước' });
    expect(await d.officer.do(decideEnrollments, decide)).toEqual({ approved: 2, waiting: 2, refused: 0 });
    expect(await d.officer.refused(decideEnrollments, { ...decide, enrollmentIds: [idOf(4)] })).toBe('training/enrollment-state');

    const mine = async (i: number) => (await d.asMember(d.at(i)).do(myEnrollments, {})).items.find((e) => e.training.id === classId);
    const called = await mine(0);
    if (!called) throw new Error('not called');
    const answer = { enrollmentId: called.id, confirm: false };
    expect(await d.asMember(d.at(1)).refused(answerMine, { ...answer, because: 'Ốm' }, called)).toBe('request/not-found');
    expect(await d.asMember(d.at(0)).refused(answerMine, answer, called)).toBe('training/because-needed');
    expect(await d.asMember(d.at(0)).do(answerMine, { ...answer, because: 'Đi công tác' }, called)).toMatchObject({ state: 'DECLINED' });
    await d.upperSecretary.do(answerForCell, { classId, nodeId: d.upper.id, enrollmentIds: [idOf(1)], confirm: true });
    for (let i = 0; i < 100 && (await mine(2))?.state !== 'APPROVED'; i += 1) await settle();
    expect([(await mine(2))?.state, (await mine(3))?.state, (await mine(1))?.state]).toEqual(['APPROVED', 'WAITING', 'CONFIRMED']);
    expect(await d.lowerSecretary.refused(answerForCell, { classId, nodeId: d.lower.id, enrollmentIds: [idOf(2)], confirm: true })).toBe(
      'training/enrollment-state',
    );

    const { counts } = await d.officer.do(getClass, { classId });
    expect(counts).toMatchObject({ approved: 1, confirmed: 1, waiting: 1, declined: 1, refused: 1 });
    const started = await d.officer.do(startClass, { classId, decidedOn: '2026-12-01' }, found);
    expect(started).toMatchObject({
      state: 'RUNNING',
      counts: { attending: 2, refused: 2, declined: 1 },
      decision: { on: '2026-12-01', numberAwaited: true },
    });
    expect((await d.settled(started)).decision).toEqual({ on: '2026-12-01', number: 'Số 07-QĐ/ĐU', numberAwaited: false });
    expect(await d.upperSecretary.refused(nominate, { classId, nodeId: d.upper.id, personIds: [d.at(9).id] })).toBe('training/class-state');
  });

  it('are there before a class starts', async () => {
    const found = await d.enrolling();
    expect(await d.officer.refused(startClass, { classId: found.id, decidedOn: '2026-12-01' }, found)).toBe('training/nobody-approved');
    expect(await d.officer.refused(beginEnrollment, { classId: found.id }, found)).toBe('training/class-state');
  });
});

describe('a class that runs', () => {
  it('calls the roll of each sitting once, marks essays, and ends with certificates that anyone may check', async () => {
    const people = d.inUpper.slice(0, 5);
    const found = await d.running(people, { lessons: weeksOn(fiveDays.slice(0, 5), -2) });
    const classId = found.id;
    const lessonId = found.lessons[0]?.id ?? '';
    const about = { classId, lessonId };
    const opened = await d.officer.do(getLessonRoll, about);
    expect(opened.counts).toMatchObject({ expected: 5, unmarked: 5 });
    expect(opened.lines.map((l) => l.personId)).toEqual(people.map((p) => p.id));
    expect(await d.besideOfficer.refused(getLessonRoll, about)).toBe('request/not-found');
    expect(await d.officer.refused(closeLessonRoll, about, opened)).toBe('training/not-everybody-marked');
    const mark = { type: 'mark' as const, id: randomUUID(), at: `${TODAY}T01:00:00.000Z`, personId: d.stranger.id, state: 'PRESENT' as const };
    expect(await d.officer.refused(markLessonRoll, { ...about, events: [mark] })).toBe('training/mark-refused');

    // 1 misses two of five sittings, 2 fails the essay, 3 leaves
    const absent = [d.at(1).id];
    await d.callRoll(found, 0, absent);
    const closed = await d.officer.do(getLessonRoll, about);
    expect(closed).toMatchObject({ attendance: '4/5 (80%)', counts: { present: { total: 4 }, absentUnexcused: 1 } });
    expect(closed.lines.every((l) => l.markId === undefined)).toBe(true);
    expect(await d.officer.refused(markLessonRoll, { ...about, events: [{ ...mark, personId: d.at(0).id }] })).toBe('training/roll-closed');
    await d.callRoll(found, 1, absent);
    const inClass = await d.people(found);
    const enrolled = (i: number) => inClass.find((e) => e.personId === d.at(i).id) ?? { id: '', version: 0 };
    const leaves = { classId, enrollmentId: enrolled(3).id, because: 'Chuyển công tác' };
    expect(await d.officer.do(withdrawEnrollment, leaves, enrolled(3))).toMatchObject({ state: 'WITHDRAWN' });
    for (const n of [2, 3]) await d.callRoll(found, n);
    expect((await d.officer.do(getLessonRoll, about)).lines).toHaveLength(5);

    const marks = [0, 1, 2, 4].map((i) => ({ enrollmentId: enrolled(i).id, mark: i === 2 ? 4.5 : 8.25 }));
    expect(await d.officer.refused(enterMarks, { classId, markedOn: '2027-01-01', marks })).toBe('training/in-the-future');
    expect(await d.officer.refused(enterMarks, { classId, markedOn: TODAY, marks: [{ enrollmentId: enrolled(3).id, mark: 9 }] })).toBe(
      'training/enrollment-state',
    );
    expect(await d.officer.do(enterMarks, { classId, markedOn: TODAY, marks: marks.slice(0, 3) })).toEqual({ marked: 3 });
    const version = { version: found.version };
    expect(await d.officer.refused(assessClass, { classId }, version)).toBe('training/rolls-open');
    await d.callRoll(found, 4);
    expect(await d.officer.refused(assessClass, { classId }, version)).toBe('training/marks-missing');
    await d.officer.do(enterMarks, { classId, markedOn: TODAY, marks });
    const assessed = await d.officer.do(assessClass, { classId }, version);
    expect(assessed).toMatchObject({ state: 'ASSESSED', counts: { passed: 2, failed: 2, withdrawn: 1 } });
    const results = new Map((await d.people(found)).map((e) => [e.personId, e]));
    expect(results.get(d.at(1).id)).toMatchObject({ state: 'FAILED', attended: 3, lessons: 5, failedBy: ['ATTENDANCE'] });
    expect(results.get(d.at(2).id)).toMatchObject({ state: 'FAILED', mark: 4.5, failedBy: ['MARK'] });

    const asked = { nodeId: d.commune.id, courseId: d.courseId, position: 'NAMED' as const, dueOn: '2026-12-31' };
    for (const i of [0, 2]) await d.officer.do(requireDuty, { ...asked, personId: d.at(i).id });
    expect(await d.officer.refused(issueCertificates, { classId, issuedOn: '2026-11-24' }, assessed)).toBe('training/issued-too-early');
    const ended = await d.officer.do(issueCertificates, { classId, issuedOn: '2026-12-14' }, assessed);
    expect(ended).toMatchObject({ state: 'CLOSED', counts: { certified: 2 }, may: [] });
    const lacking = (await d.officer.do(listDuties, { nodeId: d.commune.id, courseId: d.courseId })).items.map((one) => one.personId);
    expect([0, 2].map((i) => lacking.includes(d.at(i).id))).toEqual([false, true]);
    const book = await d.officer.do(listCertificates, { classId });
    expect(book.items.map((k) => [k.personId, k.number, k.expiresOn, k.state])).toEqual([
      [d.at(0).id, '01/2026/GCN', '2031-12-14', 'VALID'],
      [d.at(4).id, '02/2026/GCN', '2031-12-14', 'VALID'],
    ]);
    const mine = (await d.asMember(d.at(0)).do(myEnrollments, {})).items.find((e) => e.training.id === classId);
    expect(mine).toMatchObject({ state: 'CERTIFIED', attended: 5, mark: 8.25, certificate: { number: '01/2026/GCN', state: 'VALID' } });

    await papersOf(classId, book.items[0]?.id ?? '');
    const [first, second] = book.items;
    if (!first || !second) throw new Error('no certificates');
    const one = { classId, certificateId: first.id, because: 'Rách, mờ số' };
    const replaced = await d.officer.do(replaceCertificate, one, first);
    expect(replaced).toMatchObject({ number: '03/2026/GCN', issuedOn: TODAY, expiresOn: '2031-12-14', state: 'VALID' });
    expect(await d.officer.refused(replaceCertificate, one, { version: first.version + 1 })).toBe('training/certificate-ended');
    await d.officer.do(withdrawCertificate, { classId, certificateId: second.id, because: 'Cấp sai' }, second);

    const gateway = d.world.rpc;
    const check = (code: string) => gateway.call(checkCertificate, { code });
    const course = 'Bồi dưỡng nhận thức về Đảng';
    expect(await check(replaced.code.toLowerCase())).toEqual({ valid: true, course });
    expect(await check(first.code)).toEqual({ valid: false, course });
    expect(await check(second.code)).toEqual({ valid: false, course });
    expect(await check('AAAA-AAAA-AAAA-AAAA')).toEqual({ valid: false });
  });

  it('keeps the scan of the roll that was signed on paper', async () => {
    const found = await d.running([d.at(8)], { lessons: weeksOn(fiveDays.slice(0, 1), 9) });
    const about = { classId: found.id, lessonId: found.lessons[0]?.id ?? '' };
    const files = d.world.service.app.get(Files);
    const { fileId } = await files.put([Buffer.from('%PDF-1.7 mô phỏng')], { by: d.accounts.officer, type: 'application/pdf' });
    expect(await d.officer.refused(downloadLessonScan, about)).toBe('training/no-scan');
    expect(await d.besideOfficer.refused(attachLessonScan, { ...about, fileId, name: 'diem-danh.pdf' })).toBe('request/not-found');
    expect(await d.officer.refused(attachLessonScan, { ...about, fileId, name: 'Tài liệu TUYỆT MẬT.pdf' })).toBe('training/secret-document');
    await d.officer.do(attachLessonScan, { ...about, fileId, name: 'diem-danh.pdf' });
    expect(await d.officer.do(downloadLessonScan, about)).toEqual({ fileId, name: 'diem-danh.pdf', type: 'application/pdf' });
  });
});
