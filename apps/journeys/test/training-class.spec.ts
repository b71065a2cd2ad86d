import {
  certificateCheck,
  downloadMyCertificate,
  issueCertificates,
  listCertificates,
  withdrawCertificate,
} from '@vungmanh/contracts/training/certificate';
import {
  assessClass,
  beginEnrollment,
  getClass,
  openClass,
  startClass,
  type LessonPlan,
  type TrainingClass,
} from '@vungmanh/contracts/training/class';
import { downloadClassPaper } from '@vungmanh/contracts/training/class-paper';
import { listCourses } from '@vungmanh/contracts/training/course';
import { getMember } from '@vungmanh/contracts/membership/member';
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
import { closeLessonRoll, getLessonRoll, markLessonRoll } from '@vungmanh/contracts/training/lesson-roll';
import { randomUUID } from 'node:crypto';
import { docxText } from '../src/docx-text.js';
import { Person } from '../src/person.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const TODAY = '2026-12-14';
const SEATS = 120;
/** Ten sittings over five days. */
const lessons: LessonPlan[] = ['07', '08', '09', '10', '11'].flatMap((day, i) =>
  [
    ['00:30', '04:30'],
    ['06:30', '10:00'],
  ].map(([from, to], half) => ({
    startsAt: `2026-12-${day}T${from}:00.000Z`,
    endsAt: `2026-12-${day}T${to}:00.000Z`,
    place: 'Hội trường Trung tâm (mô phỏng)',
    topic: `Nội dung ${i * 2 + half + 1}`,
    lecturers: [{ name: 'Giảng viên mô phỏng' }],
  })),
);

/** The second story of training: absences, a failed essay, a withdrawal. */
describe('a class of 120 over five days', () => {
  let village: Village;
  let staff: Staff;
  let member: Person;
  let classId: string;

  const found = (): Promise<TrainingClass> => staff.officer.do(getClass, { classId });
  const people = async () => (await staff.officer.do(listEnrollments, { classId, limit: 200 })).items;
  const idsOf = async (...of: string[]) => {
    const all = await people();
    return of.map((personId) => all.find((e) => e.personId === personId)?.id ?? '');
  };
  const at = (i: number): string => village.members[i]?.id ?? '';

  beforeAll(async () => {
    await moveTo(`${TODAY}T02:00:00Z`);
    village = await foundVillage({ number: '511', official: 125, probationary: 0, termFrom: '2025-08-01' });
    staff = await staffOf(village);
    ({ member } = staff);
  });

  it('is opened, and its cell names whom it sends', async () => {
    const { officer, secretary } = staff;
    const course = (await officer.do(listCourses, {})).items.find((c) => c.code === 'CELL_SECRETARY_COMMITTEE');
    const input = { nodeId: village.commune.id, courseId: course?.id ?? '', title: 'Lớp bồi dưỡng khóa I (mô phỏng)', capacity: SEATS };
    const opened = await officer.doOnceKnown(openClass, {
      ...input,
      passing: { attendancePercent: 80, mark: 5 },
      limits: { awayPercent: 50 },
      lessons,
    });
    classId = opened.id;
    await officer.do(beginEnrollment, { classId }, opened);
    const naming = { classId, nodeId: village.cell.id, personIds: village.members.slice(0, 122).map((m) => m.id) };
    const refused = await secretary.send(nominate, naming);
    expect([refused.body.code, refused.body.detail]).toEqual(['training/reason-needed', expect.stringContaining('122 trong 125 đảng viên')]);
    expect(await secretary.do(nominate, { ...naming, reason: 'Lớp mở tại bản, học ngoài mùa vụ' })).toEqual({ nominated: 122 });
    expect((await people()).every((e) => e.deviations[0]?.ruleKey === 'training.away.max')).toBe(true);
  });

  it('has 120 places: two wait, one declines, the first of them is called', async () => {
    const { officer, secretary } = staff;
    const enrollmentIds = await idsOf(...village.members.slice(0, 122).map((m) => m.id));
    expect(await officer.do(decideEnrollments, { classId, enrollmentIds, approve: true })).toEqual({ approved: 120, waiting: 2, refused: 0 });
    const [mine] = (await member.do(myEnrollments, {})).items;
    expect(await member.do(answerMine, { enrollmentId: mine?.id ?? '', confirm: true }, mine)).toMatchObject({ state: 'CONFIRMED' });
    const [first, waits, later] = [enrollmentIds[5] ?? '', at(120), at(121)];
    const answer = { classId, nodeId: village.cell.id };
    await secretary.do(answerForCell, { ...answer, enrollmentIds: [first], confirm: false, because: 'Đi điều trị dài ngày' });
    const called = await eventually(people, (all) => all.find((e) => e.personId === waits)?.state === 'APPROVED', 15_000);
    expect(called.find((e) => e.personId === later)?.state).toBe('WAITING');
    const confirm = called.filter((e) => e.state === 'APPROVED').map((e) => e.id);
    expect(await secretary.do(answerForCell, { ...answer, enrollmentIds: confirm, confirm: true })).toEqual({ answered: 119 });
    const started = await officer.do(startClass, { classId, decidedOn: '2026-12-04' }, await found());
    expect(started.counts).toMatchObject({ attending: 120, declined: 1, refused: 1 });
  });

  it('calls ten rolls; two stay away now and then, one leaves', async () => {
    const { officer } = staff;
    // 20 misses two of ten sittings and 21 three; 22 leaves after the second day
    const absentAt = (n: number): string[] => [...(n < 2 ? [at(20)] : []), ...(n < 3 ? [at(21)] : [])];
    for (const [n, lesson] of (await found()).lessons.entries()) {
      if (n === 4) {
        const one = (await people()).find((e) => e.personId === at(22));
        await officer.do(withdrawEnrollment, { classId, enrollmentId: one?.id ?? '', because: 'Chuyển công tác' }, one);
      }
      const about = { classId, lessonId: lesson.id };
      const roll = await officer.do(getLessonRoll, about);
      const events = roll.lines.map(({ personId }) => {
        const mark = { type: 'mark' as const, id: randomUUID(), at: lesson.startsAt, personId };
        return absentAt(n).includes(personId)
          ? { ...mark, state: 'ABSENT_EXCUSED' as const, reason: 'FAMILY' as const }
          : { ...mark, state: 'PRESENT' as const };
      });
      const marked = await officer.do(markLessonRoll, { ...about, events });
      await officer.do(closeLessonRoll, about, marked);
    }
    expect((await found()).lessons.map((l) => `${l.present}/${l.expected}`)).toEqual([
      '118/120',
      '118/120',
      '119/120',
      '120/120',
      ...Array.from({ length: 6 }, () => '119/119'),
    ]);
  });

  it('marks the essays at once, and gives everybody a result', async () => {
    const { officer } = staff;
    const marks = (await people())
      .filter((e) => e.state === 'ATTENDING')
      .map((e) => ({ enrollmentId: e.id, mark: e.personId === at(23) ? 4.75 : 7.5 }));
    expect(await officer.do(enterMarks, { classId, markedOn: TODAY, marks })).toEqual({ marked: 119 });
    const numbered = await eventually(found, (c) => c.decision?.numberAwaited === false, 15_000);
    const assessed = await officer.do(assessClass, { classId }, numbered);
    expect(assessed.counts).toMatchObject({ passed: 117, failed: 2, withdrawn: 1 });
    const failed = (await people()).filter((e) => e.state === 'FAILED');
    expect(Object.fromEntries(failed.map((e) => [e.personId, [e.attended, e.failedBy]]))).toEqual({
      [at(21)]: [7, ['ATTENDANCE']],
      [at(23)]: [10, ['MARK']],
    });
    const ended = await officer.do(issueCertificates, { classId, issuedOn: TODAY }, assessed);
    expect(ended).toMatchObject({ state: 'CLOSED', counts: { certified: 117 } });
  });

  it('ends with certificates that stand in the records of the members and that anyone can check', async () => {
    const { officer } = staff;
    const book = (await officer.do(listCertificates, { classId, limit: 200 })).items;
    expect(book.map((k) => k.number)).toEqual(Array.from({ length: 117 }, (_, i) => `${String(i + 1).padStart(2, '0')}/2026/GCN`));
    const [mine] = (await member.do(myEnrollments, {})).items;
    const number = mine?.certificate?.number;
    const record = await eventually(
      () => officer.do(getMember, { personId: village.plain?.id ?? '' }),
      (m) => m.certificates.length > 0,
      15_000,
    );
    expect(record.certificates).toEqual([{ course: 'Bồi dưỡng bí thư chi bộ, cấp ủy viên', number, issuedOn: TODAY, state: 'VALID' }]);
    const paper = await member.download(downloadMyCertificate, { certificateId: mine?.certificate?.id ?? '', format: 'docx' });
    const text = await docxText(paper.bytes);
    const own = book.find((k) => k.number === number);
    for (const said of [village.plain?.name ?? '', String(number), own?.code ?? '']) expect(text).toContain(said);

    const stranger = new Person();
    const check = (code: string) => stranger.send(certificateCheck, { code });
    const course = 'Bồi dưỡng bí thư chi bộ, cấp ủy viên';
    expect((await check(own?.code ?? '')).body).toEqual({ valid: true, course });
    await officer.do(withdrawCertificate, { classId, certificateId: own?.id ?? '', because: 'Cấp sai (mô phỏng)' }, own);
    expect((await check((own?.code ?? '').toLowerCase().replaceAll('-', ' '))).body).toEqual({ valid: false, course });
    const guesses = await Promise.all(Array.from({ length: 25 }, () => check('2222-2222-2222-2222')));
    expect(guesses.filter((g) => g.status === 429).length).toBeGreaterThanOrEqual(5);
    expect(guesses.find((g) => g.status === 200)?.body).toEqual({ valid: false });

    const list = await docxText((await officer.download(downloadClassPaper, { classId, kind: 'MARKS', format: 'docx' })).bytes);
    expect(list).toContain('117/120');
    const cell = await staff.secretary.do(classForCell, { classId, nodeId: village.cell.id });
    expect(cell.people.filter((e) => e.state === 'CERTIFIED')).toHaveLength(117);
  });
});
