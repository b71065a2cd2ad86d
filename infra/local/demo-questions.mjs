import { Client, untilKnown } from './client.mjs';
import { questionRows } from './demo-question-rows.mjs';

/** Questions that nobody practices with: every so many of a field. */
const RESERVED_EVERY = 4;
const SCALE = [
  { key: 'quiz', label: 'Trắc nghiệm', part: 'QUIZ', max: 30 },
  { key: 'situation-1', label: 'Nhận diện, phân tích tình huống', part: 'SITUATION', max: 25 },
  { key: 'situation-2', label: 'Giải pháp xử lý', part: 'SITUATION', max: 25 },
  { key: 'handling-1', label: 'Điều hành buổi sinh hoạt', part: 'HANDLING', max: 20 },
];

/** The same options begun elsewhere, so that what is right does not always stand first. */
function turned(options, right, by) {
  const at = (index) => (index + by) % options.length;
  return { options: options.map((_, i) => options[(i - (by % options.length) + options.length) % options.length]), right: right.map(at) };
}

/** The bank of the province, and a contest in progress: the commune's round is being sat and marked by simulated people. */
export async function loadQuestions({ baseUrl, password, officer, cast, nodeId, today, log }) {
  const { addDays } = await import('@vungmanh/regulations/calendar');
  const { commune, village, graded, idle, head, second } = cast;
  const as = async (username) => {
    const client = new Client(baseUrl);
    await client.signIn(username, password);
    return client;
  };
  const { items: fields } = await untilKnown(() => officer.call('GET', '/question-fields'));
  const fieldOf = (label) => fields.find((field) => field.label === label).id;
  let written = 0;
  for (const [field, rows] of Object.entries(questionRows)) {
    for (const [i, [stem, options, right, document, article]] of rows.entries()) {
      const content = {
        kind: right.length > 1 ? 'MULTIPLE' : 'SINGLE',
        stem,
        ...turned(options, right, i),
        source: { document, ...(article ? { article } : {}) },
      };
      const reserved = i % RESERVED_EVERY === RESERVED_EVERY - 1;
      const draft = await untilKnown(() => officer.call('POST', '/questions', { nodeId, fieldId: fieldOf(field), reserved, content }));
      await officer.call('POST', `/questions/${draft.id}/approval`, {}, { ifMatch: draft.version });
      written += 1;
    }
  }

  const contest = await officer.call('POST', '/contests', {
    nodeId,
    title: `Hội thi Bí thư chi bộ giỏi năm ${today.slice(0, 4)} (mô phỏng)`,
    ground: 'Kế hoạch hội thi của Tỉnh ủy (mô phỏng)',
    criteria: SCALE,
    ties: ['situation-1', 'situation-2', 'quiz'],
  });
  const desk = await as('canbo.xa');
  const about = {
    contestId: contest.id,
    nodeId: commune,
    level: 'COMMUNE',
    title: 'Vòng thi cấp xã (mô phỏng)',
    place: 'Hội trường Đảng ủy xã (mô phỏng)',
  };
  const planned = await untilKnown(() => desk.call('POST', '/contest-rounds', { ...about, heldOn: addDays(today, 1) }));
  const at = `/contest-rounds/${planned.id}`;
  let round = await desk.call('POST', `${at}/opening`, {}, { ifMatch: planned.version });
  const jurors = [
    { personId: head.id, role: 'CHAIR' },
    { personId: second.id, role: 'SECRETARY' },
  ];
  round = await desk.call('PUT', `${at}/jury`, { jurors }, { ifMatch: round.version });
  for (const { node, secretary } of [village, graded, idle]) {
    await desk.call('POST', `${at}/entries`, { nodeId: node.id, personIds: [secretary.id] });
  }
  const quiz = await desk.call('POST', '/quizzes', {
    nodeId: commune,
    roundId: planned.id,
    title: 'Phần thi trắc nghiệm (mô phỏng)',
    parts: [
      { fieldId: fieldOf('Sinh hoạt chi bộ'), questions: 5 },
      { fieldId: fieldOf('Công tác đảng viên'), questions: 3 },
      { fieldId: fieldOf('Kiểm tra, giám sát, kỷ luật đảng'), questions: 2 },
    ],
    minutes: 20,
    opensAt: `${addDays(today, -1)}T17:00:00.000Z`,
    closesAt: `${addDays(today, 14)}T10:00:00.000Z`,
  });
  await desk.call('POST', `/quizzes/${quiz.id}/opening`, {}, { ifMatch: quiz.version });
  round = await desk.call('POST', `${at}/marking`, {}, { ifMatch: round.version });
  const chair = await as('kiemtra.xa');
  const sheet = await chair.call('GET', `/my/juries/${planned.id}`);
  const open = sheet.entries.filter((entry) => !entry.conflict);
  for (const [i, { entryId }] of open.slice(0, 2).entries()) {
    const points = sheet.criteria.map(({ key, max }) => ({ key, points: max - 3 - i * 1.5 }));
    await chair.call('POST', `/my/juries/${planned.id}/points`, { entryId, points });
  }
  log(`  Ngân hàng ${written} câu hỏi và một hội thi đang diễn ra`);
}
