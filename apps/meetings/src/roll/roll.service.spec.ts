import { systemDb } from '@vungmanh/testing/system-db';
import type { RollEvent } from '@vungmanh/contracts/attendance';
import { memberChanged, rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { chapterSnapshot } from '@vungmanh/contracts/training/chapter';
import { getMeeting, giveNotice, openMeeting, prepareMeeting, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { addMeeting } from '@vungmanh/contracts/meetings/plan';
import { closeRoll, getRoll, markRoll, type Roll } from '@vungmanh/contracts/meetings/roll';
import { bodySnapshot } from '@vungmanh/contracts/organization/body';
import { counting } from '@vungmanh/platform/db/counter';
import { Problem } from '@vungmanh/platform/problem';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { cellBody, member } from '@vungmanh/testing/people';
import { rosterOf, rostersOf } from '../roster/roster-of.js';
import { meetings } from '../service.js';

const DAY = '2026-11-20';
const START = '2026-11-20T01:00:00Z';
const LONG_AGO = '2010-01-01';

const commune = committeeNode('Đảng bộ xã A', province);
const cell = cellNode('Chi bộ thôn 1', commune);
const other = cellNode('Chi bộ thôn 2', commune);

const official = Array.from({ length: 6 }, (_, i) => member(cell, `Hà Văn ${'AĂÂBCD'[i]}`));
const [secretary, deputy] = official as [RosterRow, RosterRow];
const probationer = member(cell, 'Lương Thị Đào', { statuses: [{ status: 'PROBATIONARY', from: '2026-03-10' }] });
const exempt = member(cell, 'Vi Thị Ê', { exemptions: [{ from: '2025-01-01' }] });
const away = member(cell, 'Phạm Văn Giang', { away: [{ from: '2026-01-01', to: '2027-01-01' }] });
const guesting = member(other, 'Trịnh Thị Hà', {
  enrollments: [
    { kind: 'OFFICIAL', nodeId: other.id, from: LONG_AGO },
    { kind: 'TEMPORARY', nodeId: cell.id, from: '2026-06-01', to: '2027-06-01' },
  ],
});
const lent = member(cell, 'Ngân Văn Kiên', {
  enrollments: [
    { kind: 'OFFICIAL', nodeId: cell.id, from: LONG_AGO },
    { kind: 'TEMPORARY', nodeId: other.id, from: '2026-06-01' },
  ],
});
const left = member(cell, 'Lò Văn Lâm', { enrollments: [{ kind: 'OFFICIAL', nodeId: cell.id, from: LONG_AGO, to: DAY }] });
const expelled = member(cell, 'Cao Văn Minh', {
  statuses: [
    { status: 'OFFICIAL', from: LONG_AGO, to: '2026-05-01' },
    { status: 'EXPELLED', from: '2026-05-01' },
  ],
});
const coming = member(cell, 'Quách Thị Nga', { enrollments: [{ kind: 'OFFICIAL', nodeId: cell.id, from: '2026-11-21' }] });
const suspended = member(cell, 'Lữ Văn Quý', { suspensions: [{ kind: 'ACTIVITIES', from: '2026-11-10', to: '2026-12-01' }] });
const offCommittee = member(other, 'Bùi Văn Sơn', { suspensions: [{ kind: 'COMMITTEE', from: '2026-11-10', to: '2026-12-01' }] });
const onTheRoll = [...official, probationer, exempt, away, guesting, lent];
const everybody = [...onTheRoll, left, expelled, coming, suspended, offCommittee];

const body = cellBody(cell, [secretary, deputy]);
const otherBody = cellBody(other);
const committee = cellBody(commune, [secretary, guesting], { kind: 'COMMITTEE', name: 'Ban Chấp hành' });

const wider = cellBody(committeeNode('Đảng bộ xã B', province), [suspended, offCommittee], { kind: 'COMMITTEE', name: 'Ban Chấp hành' });

let world: World;
beforeAll(async () => {
  world = await World.start(
    meetings,
    { nodes: [commune, cell, other], grants: [grantAt(cell, 'taker'), grantAt(other, 'neighbor')], now: `${DAY}T03:00:00Z` },
    (w) => {
      w.owns(bodySnapshot, [body, otherBody, committee, wider]);
      w.owns(rosterSnapshot, everybody);
      w.owns(chapterSnapshot, []);
    },
  );
}, 60_000);
afterAll(() => world.stop());

const taker = () => world.person('taker', secretary.id);
const db = () => systemDb(world.service);

/** A meeting of today that has been opened. */
async function opened(): Promise<Meeting> {
  let meeting = await taker().do(addMeeting, { nodeId: cell.id, bodyId: body.id, kind: 'EXTRAORDINARY', plannedOn: DAY });
  const preparation = { startsAt: START, place: 'Nhà văn hóa', chairId: secretary.id, minuteTakerId: deputy.id, coversThematic: false };
  const agenda = [{ title: 'Việc gấp', area: 'OPENING' as const, plannedMinutes: 30 }];
  meeting = await taker().do(prepareMeeting, { meetingId: meeting.id, ...preparation, agenda }, { version: meeting.version });
  meeting = await taker().do(giveNotice, { meetingId: meeting.id }, { version: meeting.version });
  return taker().do(openMeeting, { meetingId: meeting.id, startedAt: START }, { version: meeting.version });
}

const mark = (person: RosterRow) => ({ type: 'mark' as const, id: randomUUID(), at: START, personId: person.id });
const present = (person: RosterRow): RollEvent => ({ ...mark(person), state: 'PRESENT' });
const excused = (person: RosterRow): RollEvent => ({ ...mark(person), state: 'ABSENT_EXCUSED', reason: 'ILLNESS' });
const lineOf = (roll: Roll, person: RosterRow) => roll.lines.find((l) => l.personId === person.id);
const marks = (meeting: Meeting, ...events: RollEvent[]) => taker().do(markRoll, { meetingId: meeting.id, events });

describe('the roster of a day', () => {
  it('holds whom the register puts on it that day, each once, given names first', async () => {
    const roster = await rosterOf(db(), body.id, DAY);
    expect(roster.map((p) => p.name)).toEqual([
      'Hà Văn A',
      'Hà Văn Ă',
      'Hà Văn Â',
      'Hà Văn B',
      'Hà Văn C',
      'Hà Văn D',
      'Lương Thị Đào',
      'Vi Thị Ê',
      'Phạm Văn Giang',
      'Trịnh Thị Hà',
      'Ngân Văn Kiên',
    ]);
    const of = (person: RosterRow) => roster.find((p) => p.personId === person.id);
    expect(of(secretary)).toEqual({
      personId: secretary.id,
      name: 'Hà Văn A',
      birthYear: 1970,
      post: 'SECRETARY',
      status: 'OFFICIAL',
      enrollment: 'OFFICIAL',
      exempt: false,
      workingAway: false,
    });
    expect(of(probationer)).toMatchObject({ status: 'PROBATIONARY' });
    expect(of(exempt)).toMatchObject({ exempt: true, workingAway: false });
    expect(of(away)).toMatchObject({ exempt: false, workingAway: true });
    expect(of(guesting)).toMatchObject({ enrollment: 'TEMPORARY_HERE' });
    expect(of(lent)).toMatchObject({ enrollment: 'TEMPORARILY_ELSEWHERE' });
  });

  it('of another day is another', async () => {
    const on = async (day: string) => (await rosterOf(db(), body.id, day)).map((p) => p.personId);
    expect(await on('2026-11-19')).toContain(left.id);
    expect(await on('2026-11-21')).toContain(coming.id);
    expect(await on('2026-04-30')).toContain(expelled.id);
    expect(await on('2026-03-09')).not.toContain(probationer.id);
    expect((await rosterOf(db(), body.id, '2027-02-01')).find((p) => p.personId === away.id)).toMatchObject({ workingAway: false });
  });

  it('of a committee is its seats, and many bodies cost one statement', async () => {
    const asked = [body, otherBody, committee, body].map((b, i) => ({ bodyId: b.id, day: i === 3 ? '2009-01-01' : DAY }));
    const { result, statements } = await counting(() => rostersOf(db(), asked));
    expect(result.map((r) => r.length)).toEqual([onTheRoll.length, 3, 2, 0]);
    expect(result[2]?.map((p) => [p.personId, p.post])).toEqual([
      [secretary.id, 'SECRETARY'],
      [guesting.id, 'DEPUTY'],
    ]);
    expect(statements).toBe(1);
  });
});

describe('whoever is suspended', () => {
  const daysOf = async (id: string, ...days: string[]) =>
    Promise.all(days.map(async (day) => (await rosterOf(db(), id, day)).filter((p) => [suspended.id, offCommittee.id].includes(p.personId)).length));

  it('is on no roll of the days of it, and on those before and after', async () => {
    expect(await daysOf(body.id, '2026-11-09', '2026-11-10', '2026-11-30', '2026-12-01')).toEqual([1, 0, 0, 1]);
  });

  it('from the committee alone, stays on the roll of the cell and out of that of the committee', async () => {
    expect(await daysOf(otherBody.id, DAY)).toEqual([1]);
    expect(await daysOf(wider.id, '2026-11-09', DAY)).toEqual([2, 0]);
  });

  it('is named beside the roll, cannot be marked and is in no denominator', async () => {
    const meeting = await opened();
    const roll = await taker().do(getRoll, { meetingId: meeting.id });
    expect(roll.suspended).toEqual([{ personId: suspended.id, name: 'Lữ Văn Quý' }]);
    expect(roll.denominator).toBe(official.length + 1);
    expect(await taker().refused(markRoll, { meetingId: meeting.id, events: [present(suspended)] })).toBe('meetings/mark-refused');
  });
});

describe('marking', () => {
  it('adds up, whatever way the marks come, and takes each once', async () => {
    const meeting = await opened();
    const events = [present(secretary), present(deputy), excused(probationer)];
    const once = await marks(meeting, ...events);
    expect(once.counts).toMatchObject({ total: 10, temporaryHere: 1, sentElsewhere: 1, exempt: 1, away: 1, expected: 8, unmarked: 5 });
    expect(lineOf(once, probationer)).toMatchObject({ state: 'ABSENT_EXCUSED', reason: 'ILLNESS', name: 'Lương Thị Đào', birthYear: 1970 });
    expect(await marks(meeting, ...events)).toEqual(once);
    expect(await taker().do(getRoll, { meetingId: meeting.id })).toEqual(once);
    const undone = await marks(meeting, { type: 'undo', id: randomUUID(), at: START, undoes: (events[2] as RollEvent).id });
    expect(lineOf(undone, probationer)?.state).toBeUndefined();
    const again = await marks(meeting, present(probationer), { type: 'guest', id: randomUUID(), at: START, name: 'Bà Tư', office: 'Mặt trận thôn' });
    expect(again).toMatchObject({ version: meeting.version, guests: [{ name: 'Bà Tư', office: 'Mặt trận thôn' }], counts: { guests: 1 } });
  });

  it('of many phones at once loses nothing', async () => {
    const meeting = await opened();
    await Promise.all(official.map((p) => marks(meeting, present(p))));
    expect((await taker().do(getRoll, { meetingId: meeting.id })).counts.present.total).toBe(6);
  });

  it('refuses what does not fit the roster, all of it, and says which and why', async () => {
    const meeting = await opened();
    const wrong = [present(secretary), present(left), present(lent), { ...mark(deputy), state: 'EXEMPT' as const }, excused(exempt)];
    const refused = await marks(meeting, ...wrong).catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: 'meetings/mark-refused' });
    expect((refused as Problem).more.errors?.map((e) => e.pointer)).toEqual(['/events/1', '/events/2', '/events/3', '/events/4']);
    expect((await taker().do(getRoll, { meetingId: meeting.id })).counts.present.total).toBe(0);
  });

  it('is for those who take the minutes there, while the meeting waits or is held', async () => {
    const meeting = await opened();
    const events = [present(secretary)];
    expect(await world.person('neighbor').refused(markRoll, { meetingId: meeting.id, events })).toBe('request/not-found');
    expect(await world.person('nobody').refused(markRoll, { meetingId: meeting.id, events })).toBe('request/forbidden');
    const later = await taker().do(addMeeting, { nodeId: cell.id, bodyId: body.id, kind: 'EXTRAORDINARY', plannedOn: DAY });
    expect(await taker().refused(markRoll, { meetingId: later.id, events })).toBe('meetings/not-in-state');
  });
});

describe('the close', () => {
  it('waits until everybody is marked', async () => {
    const meeting = await opened();
    await marks(meeting, present(secretary));
    expect(await taker().refused(closeRoll, { meetingId: meeting.id }, { version: meeting.version })).toBe('meetings/not-everybody-marked');
    expect(await taker().refused(closeRoll, { meetingId: meeting.id }, { version: meeting.version - 1 })).toBe('request/stale');
  });

  it('copies the roster and the denominator of the day, which no later correction changes (294-QĐ/TW pt 9.3.2)', async () => {
    const meeting = await opened();
    await marks(meeting, ...official.slice(0, 5).map(present), excused(official[5] as RosterRow), present(probationer), present(guesting));
    const roll = await taker().do(closeRoll, { meetingId: meeting.id }, { version: meeting.version });
    // Nine official of its own: six here, one exempt and not there, one away, one lent. Voting: 9 − 1 lent − 1 exempt; there: five.
    expect(roll).toMatchObject({ version: meeting.version + 1, denominator: 7, voters: 5, attendance: '7/8 (87,5%)', notices: [] });
    expect(roll.lines.find((l) => l.personId === secretary.id)).toMatchObject({ post: 'SECRETARY', state: 'PRESENT' });
    expect(await taker().refused(markRoll, { meetingId: meeting.id, events: [present(secretary)] })).toBe('meetings/roll-closed');
    expect(await taker().refused(closeRoll, { meetingId: meeting.id }, { version: roll.version })).toBe('meetings/roll-closed');
    expect((await taker().do(getMeeting, { meetingId: meeting.id })).may).toContain('close');

    const changed: RosterRow[] = [
      { ...probationer, version: 2, statuses: [{ status: 'OFFICIAL', from: '2026-11-01' }] },
      { ...deputy, version: 2, enrollments: [{ kind: 'OFFICIAL', nodeId: cell.id, from: LONG_AGO, to: '2026-11-01' }] },
      { ...coming, version: 2, enrollments: [{ kind: 'OFFICIAL', nodeId: cell.id, from: '2026-11-01' }] },
    ];
    for (const row of changed)
      everybody.splice(
        everybody.findIndex((p) => p.id === row.id),
        1,
        row,
      );
    await world.publish(
      memberChanged,
      changed.map(({ id, version }) => ({ id, version })),
    );
    let after = roll;
    for (let i = 0; i < 100 && after.notices.length < 3; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      after = await taker().do(getRoll, { meetingId: meeting.id });
    }
    expect(after).toEqual({ ...roll, notices: expect.any(Array) });
    expect(after.notices.toSorted()).toEqual([
      'Hà Văn Ă: không còn trong danh sách hiện nay của ngày họp.',
      'Lương Thị Đào: khi chốt là dự bị, hồ sơ nay ghi chính thức.',
      'Quách Thị Nga: có trong danh sách hiện nay của ngày họp, không có khi chốt.',
    ]);
    const [stored] = await db().query('select present, expected from meeting where id = $1', [meeting.id]);
    expect(stored).toEqual({ present: 7, expected: 8 });
  });

  it('leaves a log that nobody can change', async () => {
    await expect(db().write(`update roll_event set actor_id = 'x' where year = 2026`)).rejects.toThrow('only added to');
    await expect(db().write('delete from roll_event where year = 2026')).rejects.toThrow('only added to');
  });
});
