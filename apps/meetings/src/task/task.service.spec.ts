import { within } from '@vungmanh/platform/db/reach';
import { adoptResolution, draftResolution, getResolution, type DraftItem, type Resolution } from '@vungmanh/contracts/meetings/resolution';
import {
  acknowledgeTask,
  carryOverTask,
  checkTask,
  listTasks,
  myTasks,
  obligationSnapshot,
  reportTask,
  reportTaskFor,
  startTask,
  verifyTask,
  type Task,
} from '@vungmanh/contracts/meetings/task';
import { recordVote, withdrawVote } from '@vungmanh/contracts/meetings/vote';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import type { SentOf } from '@vungmanh/contracts/operation';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { counting } from '@vungmanh/platform/db/counter';
import { Grants } from '@vungmanh/platform/scope/grants';
import type { Person } from '@vungmanh/testing/person';
import { randomUUID } from 'node:crypto';
import { cell, DAY, idOf, Sessions } from '../../test/session.js';
import { TaskQueries } from './task.queries.js';

const village = cell('Chi bộ bản Ngàm', 9, 1);
const elsewhere = cell('Chi bộ khác', 3);
const DUE = '2026-12-20';

let at: Sessions;
let secretary: Person;
const member = (place: number): Person => at.world.person(`member ${place}`, idOf(village, place));
beforeAll(async () => {
  at = await Sessions.start([village, elsewhere]);
  secretary = at.secretary(village);
}, 40_000);
afterAll(() => at.stop());

/** An item done by the fourth and checked by the fifth member, unless it says otherwise. */
const item = (changes: Partial<DraftItem> = {}): DraftItem => ({
  id: randomUUID(),
  content: 'Nạo vét kênh mương nội đồng',
  requirement: 'Xong 1,2 km trước vụ xuân',
  measure: 'Huy động mỗi hộ một công',
  deadline: DUE,
  doerIds: [idOf(village, 3)],
  doerIsBody: false,
  checkerId: idOf(village, 4),
  ...changes,
});

const vote = { matter: 'RESOLUTION' as const, subject: 'Thông qua nghị quyết', method: 'SHOW_OF_CARD' as const, against: 0, noOpinion: 0 };

async function drafted(items: DraftItem[]): Promise<Resolution> {
  const { id: meetingId } = await at.session(village);
  return secretary.do(
    draftResolution,
    { meetingId, content: { direction: 'Phương hướng tháng tới', items } },
    await secretary.do(getResolution, { meetingId }),
  );
}

async function voted(meetingId: string, inFavor = 9, matter: 'RESOLUTION' | 'OTHER' = 'RESOLUTION'): Promise<string> {
  return (await secretary.do(recordVote, { ...vote, matter, meetingId, inFavor })).id;
}

async function adopted(items: DraftItem[]): Promise<Resolution> {
  const draft = await drafted(items);
  return secretary.do(adoptResolution, { meetingId: draft.id, voteId: await voted(draft.id) }, draft);
}

/** The one task of a resolution that has just been adopted. */
async function task(changes: Partial<DraftItem> = {}): Promise<Task> {
  const { id } = await adopted([item(changes)]);
  return tasksOf(id).then(([first]) => first ?? Promise.reject(new Error('no task')));
}

async function tasksOf(meetingId: string): Promise<Task[]> {
  const { items } = await secretary.do(listTasks, { nodeId: village.node.id, limit: 200 });
  return items.filter((t) => t.meetingId === meetingId);
}

const obligations = async (id: string): Promise<unknown[]> => {
  const rows = await at.db.query<{ item: unknown }>(
    `select i.item from outbox o, jsonb_array_elements(o.payload -> 'items') as i(item)
     where o.name = 'meetings.obligation.changed.v1' and i.item ->> 'id' = $1 order by (i.item ->> 'version')::int`,
    [id],
  );
  return rows.map((r) => r.item);
};

describe('a resolution', () => {
  it('is drafted over the version that was seen and says what its items lack', async () => {
    const incomplete = item({ requirement: undefined, checkerId: undefined });
    const draft = await drafted([item(), incomplete]);
    expect(draft).toMatchObject({
      state: 'DRAFT',
      numberAwaited: false,
      missing: [
        { itemId: incomplete.id, field: 'requirement' },
        { itemId: incomplete.id, field: 'checker' },
      ],
    });
    expect(await secretary.refused(draftResolution, { meetingId: draft.id, content: { items: [] } }, { version: draft.version - 1 })).toBe(
      'request/stale',
    );
    const strangers = { items: [item({ doerIds: [idOf(elsewhere, 0)] })] };
    expect(await secretary.refused(draftResolution, { meetingId: draft.id, content: strangers }, draft)).toBe('meetings/not-on-the-roll');
    const twice = item();
    expect(await secretary.refused(draftResolution, { meetingId: draft.id, content: { items: [twice, twice] } }, draft)).toBe('request/invalid');
  });

  it.each<[string, Partial<DraftItem>, string]>([
    ['without a requirement', { requirement: undefined }, 'meetings/item-incomplete'],
    ['without a measure', { measure: undefined }, 'meetings/item-incomplete'],
    ['without a deadline', { deadline: undefined }, 'meetings/item-incomplete'],
    ['without a doer', { doerIds: [] }, 'meetings/item-incomplete'],
    ['without a checker', { checkerId: undefined }, 'meetings/item-incomplete'],
    ['due before the meeting', { deadline: '2026-12-02' }, 'meetings/deadline-past'],
  ])('with an item %s is not adopted, and no task comes out of it', async (_what, changes, code) => {
    const draft = await drafted([item(), item(changes)]);
    expect(await secretary.refused(adoptResolution, { meetingId: draft.id, voteId: await voted(draft.id) }, draft)).toBe(code);
    expect(await tasksOf(draft.id)).toEqual([]);
  });

  it('is adopted by a passed vote of its own meeting on it, and by nothing else', async () => {
    const draft = await drafted([item()]);
    const meetingId = draft.id;
    const others = await drafted([item()]);
    const refusals = {
      lost: await voted(meetingId, 4),
      otherMatter: await voted(meetingId, 9, 'OTHER'),
      otherMeeting: await voted(others.id),
      unknown: randomUUID(),
    };
    for (const [why, voteId] of Object.entries(refusals)) {
      expect([why, await secretary.refused(adoptResolution, { meetingId, voteId }, draft)]).toEqual([why, 'meetings/vote-not-passed']);
    }
    const empty = await drafted([]);
    expect(await secretary.refused(adoptResolution, { meetingId: empty.id, voteId: await voted(empty.id) }, empty)).toBe('meetings/no-items');
  });

  it('becomes one task an item, once, and asks for its number until the register answers', async () => {
    const items = [item(), item({ content: 'Thu đảng phí quý IV', doerIds: [], doerIsBody: true })];
    const resolution = await adopted(items);
    expect(resolution).toMatchObject({ state: 'ADOPTED', numberAwaited: true, missing: [], resemblances: [] });
    expect(resolution.number).toBeUndefined();
    expect(await secretary.refused(adoptResolution, { meetingId: resolution.id, voteId: resolution.voteId ?? '' }, resolution)).toBe(
      'meetings/resolution-adopted',
    );
    expect(await secretary.refused(draftResolution, { meetingId: resolution.id, content: { items } }, resolution)).toBe(
      'meetings/resolution-adopted',
    );
    const used = { meetingId: resolution.id, voteId: resolution.voteId ?? '', reason: 'Ghi nhầm' };
    expect(await secretary.refused(withdrawVote, used)).toBe('meetings/vote-used');
    const tasks = await tasksOf(resolution.id);
    expect(tasks).toHaveLength(2);
    expect(tasks.map((t) => [t.content, t.doers, t.checker, t.state, t.overdue]).toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['Nạo vét kênh mương nội đồng', village.people[3]?.name, village.people[4]?.name, 'ASSIGNED', false],
      ['Thu đảng phí quý IV', 'Chi bộ bản Ngàm', village.people[4]?.name, 'ASSIGNED', false],
    ]);

    const asked: unknown[] = [];
    at.world.standIn(takeNumber, (input) => {
      asked.push(input);
      return { id: randomUUID(), version: 1, ...input, term: '2025-2030', number: 5, printed: 'Số 05-NQ/CB' };
    });
    const numbered = await until(
      () => secretary.do(getResolution, { meetingId: resolution.id }),
      (r) => !r.numberAwaited,
    );
    expect(numbered).toMatchObject({ number: 'Số 05-NQ/CB', state: 'ADOPTED' });
    expect(asked).toContainEqual({ bodyId: village.body.id, type: 'NQ', documentId: expect.any(String), date: DAY });
  });

  it('warns of what reads like a task still open, and of nothing else', async () => {
    const open = await task({ content: 'Sửa chữa đường liên thôn đoạn qua nhà văn hóa' });
    const draft = await drafted([
      item({ content: 'Sửa chữa đường liên thôn đoạn qua nhà văn hoá thôn' }),
      item({ content: 'Tuyên truyền bảo hiểm y tế toàn dân' }),
    ]);
    expect(draft.resemblances).toEqual([{ itemId: draft.content.items[0]?.id, taskId: open.id, content: open.content, deadline: DUE }]);
    // A warning, never a refusal.
    expect(await secretary.do(adoptResolution, { meetingId: draft.id, voteId: await voted(draft.id) }, draft)).toMatchObject({ state: 'ADOPTED' });
  });
});

describe('a task', () => {
  it('goes from its doer to its checker, and tells of every step', async () => {
    const given = await task();
    const [doer, checker] = [member(3), member(4)];
    expect((await doer.do(myTasks, { limit: 200 })).items.find((t) => t.id === given.id)?.may).toEqual(['acknowledge', 'start', 'report']);
    const taken = await doer.do(acknowledgeTask, { taskId: given.id }, given);
    const begun = await doer.do(startTask, { taskId: given.id }, taken);
    expect(await doer.refused(reportTask, { taskId: given.id, text: 'Xong', doneOn: '2026-12-04' }, begun)).toBe('meetings/in-the-future');
    const reported = await doer.do(reportTask, { taskId: given.id, text: 'Đã nạo vét xong', doneOn: DAY }, begun);
    expect(reported).toMatchObject({ state: 'REPORTED', report: { text: 'Đã nạo vét xong', doneOn: DAY }, may: [] });
    expect((await checker.do(myTasks, { limit: 200 })).items.find((t) => t.id === given.id)?.may).toEqual(['check']);
    const checked = await checker.do(checkTask, { taskId: given.id, result: 'ON_TIME', note: 'Đạt' }, reported);
    expect(checked).toMatchObject({ state: 'VERIFIED', result: 'ON_TIME', verification: { note: 'Đạt' }, may: [] });
    const told = { id: given.id, kind: 'RESOLUTION_TASK', doerIds: [idOf(village, 3)], nodeId: village.node.id, due: DUE };
    expect(await obligations(given.id)).toEqual(['OPEN', 'OPEN', 'OPEN', 'OPEN', 'DONE'].map((state, i) => ({ ...told, state, version: i + 1 })));
    expect((await doer.do(myTasks, { open: 'false', limit: 200 })).items.map((t) => t.id)).toContain(given.id);
  });

  it('is not for others: the checker does not report, a stranger finds nothing, a doer does not judge', async () => {
    const given = await task({ doerIds: [idOf(village, 0)] });
    const taskId = given.id;
    expect(await member(4).refused(reportTask, { taskId, text: 'Xong' }, given)).toBe('meetings/not-yours');
    expect(await member(6).refused(acknowledgeTask, { taskId }, given)).toBe('request/not-found');
    expect(await at.secretary(elsewhere).refused(reportTaskFor, { taskId, text: 'Xong' }, given)).toBe('request/not-found');
    expect(await at.secretary(elsewhere).refused(verifyTask, { taskId, result: 'ON_TIME' }, given)).toBe('request/not-found');
    expect(await secretary.refused(verifyTask, { taskId, result: 'ON_TIME' }, given)).toBe('meetings/task-not-in-state');
    const reported = await secretary.do(reportTask, { taskId, text: 'Xong' }, given);
    // The secretary holds the grant, and is the doer.
    expect(reported.may).toEqual(['carry-over']);
    expect(await secretary.refused(verifyTask, { taskId, result: 'ON_TIME' }, reported)).toBe('meetings/doer-is-not-checker');
    expect(await secretary.refused(checkTask, { taskId, result: 'ON_TIME' }, reported)).toBe('meetings/not-yours');
    expect(await member(4).refused(checkTask, { taskId, result: 'LATE' }, given)).toBe('request/stale');
  });

  it('of the whole cell is done by who sits in its committee, and judged by another', async () => {
    const given = await task({ doerIds: [], doerIsBody: true, checkerId: idOf(village, 1) });
    const taskId = given.id;
    const deputy = at.world.person('deputy', idOf(village, 1));
    expect(await member(5).refused(reportTask, { taskId, text: 'Xong' }, given)).toBe('request/not-found');
    const reported = await deputy.do(reportTask, { taskId, text: 'Cả chi bộ đã làm' }, given);
    expect(await deputy.refused(checkTask, { taskId, result: 'ON_TIME' }, reported)).toBe('meetings/doer-is-not-checker');
    expect(await secretary.do(verifyTask, { taskId, result: 'EXCEEDED' }, reported)).toMatchObject({ state: 'VERIFIED', result: 'EXCEEDED' });
  });

  it('is reported by the secretary for who has no account, carried over with its reason, and then overdue no more', async () => {
    const given = await task({ deadline: '2026-12-05' });
    at.world.clock.set('2026-12-08T02:00:00.000Z');
    const [late] = (await secretary.do(listTasks, { nodeId: village.node.id, overdue: 'true' })).items.filter((t) => t.id === given.id);
    expect(late).toMatchObject({ overdue: true, state: 'ASSIGNED' });
    const carry = { taskId: given.id, reason: 'Mưa lũ' };
    expect(await secretary.refused(carryOverTask, { ...carry, deadline: '2026-12-05' }, given)).toBe('meetings/deadline-not-later');
    expect(await secretary.refused(carryOverTask, { ...carry, deadline: '2026-12-07' }, given)).toBe('meetings/deadline-not-later');
    const carried = await secretary.do(carryOverTask, { ...carry, deadline: '2027-01-03' }, given);
    expect(carried).toMatchObject({
      overdue: false,
      deadline: '2027-01-03',
      carriedOver: [{ from: '2026-12-05', to: '2027-01-03', reason: 'Mưa lũ' }],
    });
    const reported = await secretary.do(reportTaskFor, { taskId: given.id, text: 'Đồng chí báo cáo miệng: đã xong' }, carried);
    const again = await secretary.do(carryOverTask, { ...carry, reason: 'Chưa đạt', deadline: '2027-02-03' }, reported);
    expect(again).toMatchObject({ state: 'IN_PROGRESS', deadline: '2027-02-03' });
    expect(await obligations(given.id)).toMatchObject([{ due: '2026-12-05' }, { due: '2027-01-03' }, { due: '2027-01-03' }, { due: '2027-02-03' }]);
    at.world.clock.set('2026-12-03T14:00:00.000Z');
  });

  it('is told to other services by ids and days, with what came of it and never what it is about', async () => {
    const snapshot = async (input: SentOf<typeof obligationSnapshot>) =>
      at.world.rpc.call(obligationSnapshot, input, { actor: await at.world.service.app.get(ActorTokens).forService() });
    const given = await task();
    const { id, nodeId, doerIds } = given;
    const about = { id, nodeId, doerIds, kind: 'RESOLUTION_TASK', due: DUE };
    expect(await snapshot({ ids: [id, randomUUID()] })).toEqual({ items: [{ ...about, version: 1, state: 'OPEN', reported: false }] });
    const reported = await member(3).do(reportTask, { taskId: id, text: 'Đã xong', doneOn: DAY }, given);
    expect((await snapshot({ ids: [id] })).items).toMatchObject([{ version: 2, state: 'OPEN', reported: true }]);
    await member(4).do(checkTask, { taskId: id, result: 'LATE' }, reported);
    expect((await snapshot({ ids: [id] })).items).toMatchObject([{ version: 3, state: 'DONE', result: 'LATE', reported: false }]);
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await snapshot({ limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((one) => one.id));
      cursor = page.next;
      if (!cursor) break;
    }
    expect(seen).toContain(id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await secretary.refused(obligationSnapshot, {})).toBe('request/forbidden');
  });

  it('stands in pages by deadline that never show one twice, at the same cost however many there are', async () => {
    const deadlines = ['2026-12-10', '2026-12-10', '2026-12-11', '2026-12-31'];
    const { id } = await adopted(deadlines.map((deadline, i) => item({ content: `Việc số ${i}`, deadline })));
    const seen: Task[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await secretary.do(listTasks, { nodeId: village.node.id, below: 'true', limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items);
      cursor = page.next;
      if (!cursor) break;
    }
    expect(new Set(seen.map((t) => t.id)).size).toBe(seen.length);
    expect(seen.map((t) => t.deadline)).toEqual(seen.map((t) => t.deadline).sort());
    expect(seen.filter((t) => t.meetingId === id)).toHaveLength(4);

    const queries = at.world.service.app.get(TaskQueries);
    const scope = await at.world.service.app.get(Grants).scope({ id: secretary.actor.id }, 'meetings:read');
    const cost = async (limit: number) => {
      const call = { contract: listTasks, input: { nodeId: village.node.id, below: true, limit }, actor: secretary.actor, scope, trace: 't' };
      const { result, statements } = await counting(() => within(scope.reach, () => queries.list(call)));
      return { statements, rows: result.items.length };
    };
    expect([await cost(1), await cost(seen.length)]).toEqual([
      { statements: 1, rows: 1 },
      { statements: 1, rows: seen.length },
    ]);
  });
});

/** Asks until the answer is what was waited for; fails with the last answer after ten seconds. */
async function until<T>(ask: () => Promise<T>, done: (answer: T) => boolean): Promise<T> {
  for (const end = performance.now() + 10_000; ;) {
    const answer = await ask();
    if (done(answer) || performance.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
