import { getMeeting, listMeetings, myMeetings } from '@vungmanh/contracts/meetings/meeting';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import { getMinutes } from '@vungmanh/contracts/meetings/minutes';
import { getResolution, myResolution } from '@vungmanh/contracts/meetings/resolution';
import { getRoll } from '@vungmanh/contracts/meetings/roll';
import { listTasks } from '@vungmanh/contracts/meetings/task';
import { submitHistory, submitWholeMeeting, type WholeMeeting } from '@vungmanh/contracts/meetings/whole';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { counting } from '@vungmanh/platform/db/counter';
import { within } from '@vungmanh/platform/db/reach';
import { Grants } from '@vungmanh/platform/scope/grants';
import type { Person } from '@vungmanh/testing/person';
import { randomUUID } from 'node:crypto';
import { cell, idOf, Sessions, type Cell } from '../../test/session.js';
import { factsOf } from './facts.js';
import { WholeService } from './whole.service.js';

const CANARY = 'Lời nói chỉ có trong biên bản nộp trọn';
const village = cell('Chi bộ bản Ngàm', 26, 1);
const small = cell('Chi bộ hai người', 2);
const elsewhere = cell('Chi bộ khác', 5);

let at: Sessions;
let secretary: Person;
beforeAll(async () => {
  at = await Sessions.start([village, small, elsewhere], [['officer', village]]);
  at.world.standIn(takeNumber, ({ bodyId, documentId, date, type }) => ({
    id: randomUUID(),
    bodyId,
    type,
    term: '2025-2030',
    number: 5,
    documentId,
    date,
    printed: 'Số 05-NQ/CB',
    version: 1,
  }));
  secretary = at.secretary(village);
}, 40_000);
afterAll(() => at.stop());

/** A regular meeting on the third of a month at 19:00, at which two were excused and 24 of 26 official members voted for. */
function whole(of: Cell, month: string, changes: Partial<WholeMeeting> = {}): WholeMeeting {
  const heldOn = `${month}-03`;
  const startedAt = `${heldOn}T12:00:00.000Z`;
  const voteId = randomUUID();
  const official = of.people.filter((p) => p.statuses[0]?.status === 'OFFICIAL').length;
  return {
    id: randomUUID(),
    bodyId: of.body.id,
    kind: 'REGULAR',
    coversThematic: false,
    heldOn,
    startedAt,
    endedAt: `${heldOn}T13:40:00.000Z`,
    place: 'Nhà văn hóa bản',
    chairId: idOf(of, 0),
    minuteTakerId: idOf(of, 1),
    agenda: [{ title: 'Đánh giá tháng trước', area: 'POLITICAL_TASK', plannedMinutes: 90 }],
    marks: of.people
      .filter((p) => (p.statuses[0]?.from ?? '') <= heldOn)
      .map((p, i) => ({
        type: 'mark',
        id: randomUUID(),
        at: startedAt,
        personId: p.id,
        ...(i > 1 && i < 4 && of === village ? { state: 'ABSENT_EXCUSED', reason: 'ILLNESS' } : { state: 'PRESENT' }),
      })) as WholeMeeting['marks'],
    guests: [],
    minutes: { items: [{ agendaIndex: 0, account: CANARY }], speakers: 9, concerns: [] },
    votes: [
      {
        id: voteId,
        matter: 'RESOLUTION',
        subject: 'Thông qua nghị quyết',
        method: 'SHOW_OF_CARD',
        inFavor: of === village ? official - 2 : official,
        against: 0,
        noOpinion: 0,
      },
    ],
    resolution: {
      id: randomUUID(),
      voteId,
      items: [
        {
          id: randomUUID(),
          content: 'Nạo vét kênh mương',
          requirement: 'Xong trước vụ',
          measure: 'Huy động ngày công',
          deadline: `${month}-25`,
          doerIds: [idOf(of, 0)],
          doerIsBody: false,
          checkerId: idOf(of, 1),
        },
      ],
    },
    ...changes,
  };
}

const offline = (meeting: WholeMeeting) => ({ origin: 'OFFLINE' as const, meeting });

describe('a meeting held away from the network', () => {
  it('comes in whole: roll, minutes, votes, resolution with its number, tasks', async () => {
    const meeting = whole(village, '2026-10');
    const stored = await secretary.do(submitWholeMeeting, offline(meeting));
    expect(stored).toEqual({ id: meeting.id, version: 1, deviations: [] });
    const page = await secretary.do(getMeeting, { meetingId: meeting.id });
    expect(page).toMatchObject({ state: 'CLOSED', origin: 'OFFLINE', month: '2026-10', place: 'Nhà văn hóa bản' });
    expect(await secretary.do(getRoll, { meetingId: meeting.id })).toMatchObject({
      attendance: expect.stringContaining('25/27'),
      denominator: 26,
      voters: 24,
    });
    // It has not been published.
    expect(await at.world.person('a member', idOf(village, 5)).refused(myResolution, { meetingId: meeting.id })).toBe('request/not-found');
    const minutes = await secretary.do(getMinutes, { meetingId: meeting.id });
    expect(minutes).toMatchObject({ content: meeting.minutes, editable: true, readBackAt: meeting.endedAt });
    const { items } = await secretary.do(listTasks, { nodeId: village.node.id });
    expect(items).toMatchObject([{ content: 'Nạo vét kênh mương', deadline: '2026-10-25', state: 'ASSIGNED', overdue: true }]);
    for (let tries = 0; tries < 100; tries += 1) {
      const resolution = await secretary.do(getResolution, { meetingId: meeting.id });
      if (resolution.number !== undefined) return expect(resolution).toMatchObject({ state: 'ADOPTED', number: 'Số 05-NQ/CB' });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The number did not come');
  });

  it('is there once however often it is sent, by whichever key', async () => {
    const meeting = whole(village, '2026-09');
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => secretary.do(submitWholeMeeting, offline(meeting), { key })));
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(await secretary.do(submitWholeMeeting, offline(meeting))).toEqual(answers[0]);
    const [counts] = await at.db.query(
      `select (select count(*)::int from meeting where id = $1) as meetings, (select count(*)::int from task where meeting_id = $1) as tasks,
         (select json_array_length(marks) from roll_handed_in where meeting_id = $1) as marks, (select count(*)::int from audit where target_id = $1) as audits`,
      [meeting.id],
    );
    expect(counts).toEqual({ meetings: 1, tasks: 1, marks: 27, audits: 1 });
  });

  it('takes the place of what was planned, and of nothing that was held', async () => {
    await secretary.do(generatePlan, { nodeId: village.node.id, year: 2026 });
    const meeting = whole(village, '2026-11', { coversThematic: true, topic: 'Nêu gương', endedAt: '2026-11-03T14:10:00.000Z' });
    await secretary.do(submitWholeMeeting, offline(meeting));
    const { items } = await secretary.do(listMeetings, { nodeId: village.node.id, from: '2026-11', to: '2026-11' });
    expect(items.map((m) => [m.kind, m.id])).toEqual([['REGULAR', meeting.id]]);
    const { items: next } = await secretary.do(listMeetings, { nodeId: village.node.id, from: '2026-12', to: '2026-12', kind: 'REGULAR' });
    const asLast = { place: meeting.place, time: '19:00', chairId: meeting.chairId, minuteTakerId: meeting.minuteTakerId };
    expect((await secretary.do(getMeeting, { meetingId: next[0]?.id ?? '' })).lastTime).toEqual(asLast);
    expect(await secretary.refused(submitWholeMeeting, offline(whole(village, '2026-11')))).toBe('meetings/held-already');
  });

  it('with an id that another meeting has is refused, and is no fault of the platform', async () => {
    const meeting = whole(village, '2010-01');
    await secretary.do(submitWholeMeeting, offline(meeting));
    expect(await secretary.refused(submitWholeMeeting, offline({ ...whole(village, '2010-02'), id: meeting.id }))).toMatch(/held-already/);
    const again = { ...whole(village, '2010-03'), votes: meeting.votes, resolution: undefined };
    expect(await secretary.refused(submitWholeMeeting, offline(again))).toBe('meetings/held-already');
  });

  it('sent again as history is another submission, and is refused', async () => {
    const meeting = whole(village, '2010-04');
    await secretary.do(submitWholeMeeting, offline(meeting));
    expect(await secretary.refused(submitWholeMeeting, { origin: 'HISTORY', meeting })).toBe('meetings/held-already');
  });

  it('two phones that send two meetings of one month at once leave one', async () => {
    const both = await Promise.allSettled([1, 2].map(() => secretary.do(submitWholeMeeting, offline(whole(village, '2026-08')))));
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('of a rush stands or is refused each by itself, with its own sender, audit row and answer', async () => {
    const months = Array.from({ length: 30 }, (_, i) => `20${12 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);
    const good = months.map((month) => whole(village, month));
    const rush = [
      ...good.map((meeting) => ({ by: secretary, meeting, outcome: meeting.id })),
      { by: secretary, meeting: whole(village, '2014-12', { minuteTakerId: idOf(village, 0) }), outcome: 'meetings/same-person' },
      { by: secretary, meeting: whole(elsewhere, '2014-12'), outcome: 'request/not-found' },
      { by: at.secretary(elsewhere), meeting: whole(village, '2014-12'), outcome: 'request/not-found' },
      { by: at.secretary(small), meeting: whole(small, '2014-12', { votes: [], resolution: undefined }), outcome: 'ok' },
    ];
    const answers = await Promise.all(
      rush.map(async ({ by, meeting, outcome }) =>
        outcome.includes('/') ? by.refused(submitWholeMeeting, offline(meeting)) : (await by.do(submitWholeMeeting, offline(meeting))).id,
      ),
    );
    expect(answers).toEqual(rush.map(({ outcome, meeting }) => (outcome === 'ok' ? meeting.id : outcome)));
    const audits = await at.db.query<{ target: string; actor: string }>(
      `select target_id as target, actor_id as actor from audit where target_id = any($1::uuid[]) order by target_id`,
      [rush.map((r) => r.meeting.id)],
    );
    const stood = rush.filter((r) => !r.outcome.includes('/')).map((r) => ({ target: r.meeting.id, actor: r.by.actor.id }));
    expect(audits).toEqual(stood.toSorted((a, b) => (a.target < b.target ? -1 : 1)));
  });

  it('of two cells in one group is written though neither is in the other’s reach', async () => {
    const { app } = at.world.service;
    const submissions = await Promise.all(
      [whole(village, '2015-02'), whole(small, '2015-02', { votes: [], resolution: undefined })].map(async (meeting, i) => {
        const { actor } = at.secretary([village, small][i] ?? village);
        const scope = await app.get(Grants).scope(actor, 'meetings:submit-whole');
        return { contract: submitWholeMeeting, input: offline(meeting), actor, scope, trace: 't', key: randomUUID() };
      }),
    );
    const both = await Promise.all(submissions.map((call) => within(call.scope.reach, () => app.get(WholeService).submit(call))));
    expect(both.map(({ id }) => id)).toEqual(submissions.map(({ input }) => input.meeting.id));
  });

  it('does not fail because the one beside it was handed in before', async () => {
    const twice = whole(village, '2011-05');
    const key = randomUUID();
    await secretary.do(submitWholeMeeting, offline(twice), { key });
    const others = ['2011-06', '2011-07', '2011-08'].map((month) => whole(village, month));
    const sent = [
      secretary.do(submitWholeMeeting, offline(twice), { key }),
      secretary.refused(submitWholeMeeting, offline(whole(village, '2011-05'))),
      ...others.map(async (meeting) => (await secretary.do(submitWholeMeeting, offline(meeting))).id),
      secretary.refused(submitWholeMeeting, offline(whole(village, '2011-09')), { key }),
    ];
    expect(await Promise.all(sent)).toEqual([
      { id: twice.id, version: 1, deviations: expect.any(Array) },
      'meetings/held-already',
      ...others.map((o) => o.id),
      'request/key-reused',
    ]);
  });

  it.each<[string, Partial<WholeMeeting>]>([
    ['meetings/ends-before-start', { endedAt: '2026-07-03T11:00:00.000Z' }],
    ['meetings/ends-before-start', { endedAt: '2027-07-03T11:00:00.000Z' }],
    ['meetings/same-person', { minuteTakerId: idOf(village, 0) }],
    ['meetings/not-on-the-roll', { chairId: randomUUID() }],
    ['meetings/not-everybody-marked', { marks: whole(village, '2026-07').marks.slice(1) }],
    ['meetings/vote-not-passed', { votes: whole(village, '2026-07').votes.map((v) => ({ ...v, inFavor: 13 })) }],
    ['meetings/more-votes-than-voters', { votes: whole(village, '2026-07').votes.map((v) => ({ ...v, inFavor: 25 })) }],
  ])('is refused with %s', async (code, changes) => {
    expect(await secretary.refused(submitWholeMeeting, offline(whole(village, '2026-07', changes)))).toBe(code);
  });

  it('is refused when an item lacks a field, when two official members decide, and in a cell that is not theirs', async () => {
    const lacking = whole(village, '2026-07');
    const items = lacking.resolution?.items.map(({ measure: _, ...rest }) => rest) ?? [];
    const resolution = lacking.resolution && { ...lacking.resolution, items };
    expect(await secretary.refused(submitWholeMeeting, offline({ ...lacking, resolution }))).toBe('meetings/item-incomplete');
    expect(await at.secretary(small).refused(submitWholeMeeting, offline(whole(small, '2026-07')))).toBe('meetings/too-few-official');
    expect(await secretary.refused(submitWholeMeeting, offline(whole(elsewhere, '2026-07')))).toBe('request/not-found');
  });

  it('leaves not a word of its minutes in clear', async () => {
    const tables = await at.db.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
    );
    for (const { name } of tables) {
      expect([name, await at.db.query(`select 1 from ${name} r where r::text like $1 limit 1`, [`%${CANARY}%`])]).toEqual([name, []]);
    }
  });
});

describe('history', () => {
  it('comes in many at once, each on its own; sent again nothing changes', async () => {
    const meetings = ['2026-01', '2026-02', '2026-03'].map((month) => whole(village, month));
    const foreign = whole(elsewhere, '2026-01');
    const bad = whole(village, '2026-04', { minuteTakerId: idOf(village, 0) });
    const first = await secretary.do(submitHistory, { meetings: [...meetings, foreign, bad] });
    expect(first).toEqual({
      stored: 3,
      unchanged: 0,
      refused: [
        { id: foreign.id, code: 'request/not-found', title: expect.any(String) },
        { id: bad.id, code: 'meetings/same-person', title: expect.any(String) },
      ],
    });
    expect(await secretary.do(submitHistory, { meetings })).toEqual({ stored: 0, unchanged: 3, refused: [] });
    const meetingId = meetings[0]?.id ?? '';
    expect(await secretary.do(getMeeting, { meetingId })).toMatchObject({ state: 'PUBLISHED', origin: 'HISTORY' });
    // What a cell has published its own members read, and nobody else.
    const read = await at.world.person('a member', idOf(village, 5)).do(myResolution, { meetingId });
    expect(read.resolution).toMatchObject({ state: 'ADOPTED', numberAwaited: false, content: { items: [{ content: 'Nạo vét kênh mương' }] } });
    expect(read.people.map((p) => p.id).sort()).toEqual([idOf(village, 0), idOf(village, 1)].sort());
    expect(await at.world.person('another', idOf(elsewhere, 0)).refused(myResolution, { meetingId })).toBe('request/not-found');
    // It is found, though nobody was told of it here; what is not published is not.
    const found = async (of: typeof village) => (await at.world.person(of.node.id, idOf(of, 0)).do(myMeetings, {})).items.map((m) => m.id);
    expect(await found(village)).toEqual(meetings.map((m) => m.id).reverse());
    expect(await found(elsewhere)).toEqual([]);
  });

  it('is what it was: what a rule would forbid today stands as a deviation, and tasks that ended have their result', async () => {
    const meeting = whole(small, '2026-05');
    const ended = meeting.resolution && {
      ...meeting.resolution,
      items: meeting.resolution.items.map((i) => ({ ...i, outcome: { result: 'LATE' as const, doneOn: '2026-06-01' } })),
    };
    expect(await at.secretary(small).do(submitHistory, { meetings: [{ ...meeting, resolution: ended }] })).toMatchObject({ stored: 1 });
    const page = await at.secretary(small).do(getMeeting, { meetingId: meeting.id });
    expect(page.deviations.map((d) => d.ruleKey)).toContain('cell.min_official');
    const { items } = await at.secretary(small).do(listTasks, { nodeId: small.node.id });
    expect(items).toMatchObject([{ state: 'VERIFIED', result: 'LATE', overdue: false }]);
  });

  it('of 200 meetings costs as many statements as of one', async () => {
    const scope = await at.world.service.app.get(Grants).scope({ id: 'officer' }, 'meetings:submit-whole');
    const cost = async (n: number) => {
      const months = Array.from({ length: n }, (_, i) => whole(village, `20${10 + (i % 15)}-${String((i % 12) + 1).padStart(2, '0')}`));
      return (
        await counting(() =>
          factsOf(
            at.db,
            months.map((meeting) => ({ meeting, scope })),
          ),
        )
      ).statements;
    };
    expect(await cost(200)).toBe(await cost(1));
  });
});
