import { randomUUID } from 'node:crypto';
import { Client, everyItem, untilKnown, untilRight } from './client.mjs';
import { loadStudy } from './demo-study.mjs';

/** Cells that send somebody to the class that is over, and to the one that takes people. */
const SENDING = { before: 12, next: 6 };

/**
 * Training in one commune, by the hands of its officer: the year's plan, a class of the month before from its opening to its certificates,
 * the next one with people waiting for approval, and a resolution on its way down from the province.
 */
export async function loadTraining({ baseUrl, password, officer, cast, nodeId, today, log }) {
  const { addDays, addMonths } = await import('@vungmanh/regulations/calendar');
  const { village, others, commune } = cast;
  const as = async (username) => {
    const client = new Client(baseUrl);
    await client.signIn(username, password);
    return client;
  };
  const [desk, secretary] = await Promise.all(['canbo.xa', 'bithu'].map(as));
  await untilKnown(() => desk.call('GET', `/training/plans?nodeId=${commune}&year=${today.slice(0, 4)}`));
  const { items: courses } = await desk.call('GET', '/training/courses');
  const courseId = courses.find((course) => course.code === 'CELL_SECRETARY_COMMITTEE').id;
  const [before, next] = [addDays(today, -24), addDays(today, 18)];
  const planned = (fromOn) => ({ courseId, fromOn, toOn: addDays(fromOn, 1), classes: 1, places: 40, place: 'Hội trường Đảng ủy xã (mô phỏng)' });

  let plan = await desk.call('POST', '/training/plans', { nodeId: commune, year: Number(today.slice(0, 4)) });
  for (const fromOn of [before, next].filter((day) => day.slice(0, 4) === today.slice(0, 4))) {
    plan = await desk.call('POST', `/training/plans/${plan.id}/courses`, planned(fromOn), { ifMatch: plan.version });
  }
  const approval = { approvedOn: addMonths(today, -2), meeting: 'Hội nghị Ban Chấp hành Đảng bộ xã (mô phỏng)' };
  await desk.call('POST', `/training/plans/${plan.id}/approval`, approval, { ifMatch: plan.version });

  const opened = (fromOn, title) => opening(desk, { nodeId: commune, courseId, title, days: [fromOn, addDays(fromOn, 1)] });
  const cells = [village, ...others];
  await Promise.all([
    opened(before, 'Bồi dưỡng bí thư, phó bí thư chi bộ, khóa I (mô phỏng)').then((held) =>
      holdClass(desk, held, { cells: cells.slice(0, SENDING.before), decidedOn: addDays(before, -5), today }),
    ),
    opened(next, 'Bồi dưỡng bí thư, phó bí thư chi bộ, khóa II (mô phỏng)').then((held) =>
      nominateAll(desk, held, cells.slice(0, SENDING.next), ({ deputy, minuteTaker }) => [deputy, minuteTaker]),
    ),
    loadStudy({ officer, desk, secretary, nodeId, commune, cell: village, today }),
  ]);
  log('  Kế hoạch, lớp bồi dưỡng và việc học tập nghị quyết mô phỏng của một xã');
}

/** A class that takes people: a morning and an afternoon on each day. */
async function opening(desk, { nodeId, courseId, title, days }) {
  const sitting = (day, [from, to], topic) => ({
    startsAt: `${day}T${from}:00.000Z`,
    endsAt: `${day}T${to}:00.000Z`,
    place: 'Hội trường Đảng ủy xã (mô phỏng)',
    topic: `${topic} (mô phỏng)`,
    lecturers: [{ name: 'Giảng viên mô phỏng' }],
  });
  const topics = [
    'Sinh hoạt thường kỳ và chuyên đề',
    'Ra nghị quyết, phân công nhiệm vụ',
    'Kỹ năng công tác đảng',
    'Công tác kiểm tra, giám sát của chi bộ',
  ];
  const halves = [
    ['01:00', '04:30'],
    ['06:30', '10:00'],
  ];
  const lessons = topics.map((topic, i) => sitting(days[i >> 1], halves[i % 2], topic));
  const body = { nodeId, courseId, title, capacity: 40, passing: { attendancePercent: 80, mark: 5 }, limits: { awayPercent: 50 }, lessons };
  const planned = await desk.call('POST', '/training-classes', body);
  return desk.call('POST', `/training-classes/${planned.id}/enrollment`, {}, { ifMatch: planned.version });
}

async function nominateAll(desk, { id }, cells, whom) {
  for (const cell of cells) {
    const personIds = whom(cell).map((person) => person.id);
    await desk.call('POST', `/training-classes/${id}/nominations`, {
      nodeId: cell.node.id,
      personIds,
      reason: 'Lớp mở ngoài giờ làm việc (mô phỏng)',
    });
  }
}

const enrollmentsOf = async (desk, id) => {
  const people = [];
  for await (const one of everyItem(desk, `/training-classes/${id}/enrollments`)) people.push(one);
  return people;
};

/** From the list of who comes to the certificates: everybody confirms, one misses a day, one essay is not good enough. */
async function holdClass(desk, held, { cells, decidedOn, today }) {
  const at = `/training-classes/${held.id}`;
  await nominateAll(desk, held, cells, ({ secretary, deputy }) => [secretary, deputy]);
  const people = await enrollmentsOf(desk, held.id);
  await desk.call('POST', `${at}/decisions`, { enrollmentIds: people.map((one) => one.id), approve: true });
  let now = await desk.call('GET', at);
  now = await desk.call('POST', `${at}/opening`, { decidedOn }, { ifMatch: now.version });
  for (const [n, lesson] of now.lessons.entries()) {
    const roll = await desk.call('GET', `${at}/lessons/${lesson.id}/roll`);
    const events = roll.lines.map(({ personId }, i) => {
      const mark = { type: 'mark', id: randomUUID(), at: lesson.startsAt, personId };
      return i === 3 && n < 2 ? { ...mark, state: 'ABSENT_EXCUSED', reason: 'FAMILY' } : { ...mark, state: 'PRESENT' };
    });
    const marked = await desk.call('POST', `${at}/lessons/${lesson.id}/roll`, { events });
    await desk.call('POST', `${at}/lessons/${lesson.id}/roll/closing`, {}, { ifMatch: marked.version });
  }
  const marks = people.map((one, i) => ({ enrollmentId: one.id, mark: i === 5 ? 4.5 : 6.5 + (i % 5) * 0.5 }));
  await desk.call('POST', `${at}/marks`, { markedOn: today, marks });
  now = await untilRight(
    () => desk.call('GET', at),
    ({ decision }) => decision?.numberAwaited === false,
  );
  now = await desk.call('POST', `${at}/assessment`, {}, { ifMatch: now.version });
  await desk.call('POST', `${at}/certificates`, { issuedOn: today }, { ifMatch: now.version });
}
