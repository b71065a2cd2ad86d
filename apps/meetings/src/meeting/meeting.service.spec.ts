import { within } from '@vungmanh/platform/db/reach';
import { systemDb } from '@vungmanh/testing/system-db';
import { bodySnapshot } from '@vungmanh/contracts/organization/body';
import { memberChanged, rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { chapterSnapshot } from '@vungmanh/contracts/training/chapter';
import { attachDocument, downloadDocument, downloadMyDocument } from '@vungmanh/contracts/meetings/document';
import {
  cancelMeeting,
  closeMeeting,
  getMeeting,
  giveNotice,
  listMeetings,
  myMeetings,
  myNotice,
  openMeeting,
  postponeMeeting,
  prepareMeeting,
  publishMeeting,
  recordHuddle,
  type Meeting,
} from '@vungmanh/contracts/meetings/meeting';
import { agendaTemplate } from '@vungmanh/contracts/meetings/agenda';
import { addMeeting, generatePlan } from '@vungmanh/contracts/meetings/plan';
import { closeRoll, markRoll } from '@vungmanh/contracts/meetings/roll';
import { counting } from '@vungmanh/platform/db/counter';
import { Files } from '@vungmanh/platform/files';
import { Grants } from '@vungmanh/platform/scope/grants';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { cellBody, member, members } from '@vungmanh/testing/people';
import { meetings } from '../service.js';
import { MeetingEntity } from './meeting.entity.js';
import { MeetingQueries } from './meeting.queries.js';

const commune = committeeNode('Đảng bộ xã A', province);
const cell = cellNode('Chi bộ thôn 1', commune);
const other = cellNode('Chi bộ thôn 2', commune);
const roster = [...members(cell, 26), member(cell, 'Lò Thị Dự Bị', { statuses: [{ status: 'PROBATIONARY', from: '2026-03-10' }] })];
const others = members(other, 4);
const superior = member(other, 'Cấp Ủy Viên');
const [secretary, deputy, third] = roster as [RosterRow, RosterRow, RosterRow];
const probationer = roster.at(-1) as RosterRow;
const body = cellBody(cell, [secretary, deputy], { followers: [{ personId: superior.id, from: '2020-01-01' }] });
const otherBody = cellBody(other);
const committee = cellBody(commune, [superior, secretary], { kind: 'COMMITTEE', name: 'Ban Chấp hành Đảng bộ xã A' });
const everybody = [...roster, ...others, superior];

let world: World;
beforeAll(async () => {
  world = await World.start(
    meetings,
    {
      nodes: [commune, cell, other],
      grants: [grantAt(commune, 'officer'), grantAt(cell, 'secretary'), grantAt(cell, 'reader', ['meetings:read'])],
      now: '2026-11-22T02:00:00Z',
    },
    (w) => {
      w.owns(bodySnapshot, [body, otherBody, committee]);
      w.owns(rosterSnapshot, everybody);
      w.owns(chapterSnapshot, []);
    },
  );
}, 60_000);
afterAll(() => world.stop());

const at = (instant: string) => world.clock.set(instant);
const officer = () => world.person('officer');
const chief = () => world.person('secretary', secretary.id);
const rows = <Row>(sql: string, params: unknown[] = []) => systemDb(world.service).query<Row>(sql, params);
const eventually = async (what: () => Promise<boolean>) => {
  const end = performance.now() + 12_000;
  while (performance.now() < end) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const jobs = await rows(`select kind, state, attempts, error, run_at, lease_until from job where state <> 'DONE'`);
  throw new Error(`Not in time: ${what.toString()}; still to be done: ${JSON.stringify(jobs)}`);
};

const planned = async (kind: Meeting['kind'], month: string, nodeId = cell.id): Promise<Meeting> => {
  const { items } = await officer().do(listMeetings, { nodeId, kind, from: month, to: month, limit: 5 });
  return officer().do(getMeeting, { meetingId: items[0]?.id ?? '' });
};
const preparation = (day: string) => ({
  startsAt: `${day}T07:00:00Z`,
  place: 'Nhà văn hóa thôn 1',
  chairId: secretary.id,
  minuteTakerId: deputy.id,
  coversThematic: false,
  agenda: [{ title: 'Khai mạc', area: 'OPENING' as const, plannedMinutes: 10, presenterId: third.id }],
});
const mark = (person: RosterRow, instant: string) => ({ type: 'mark' as const, id: randomUUID(), at: instant, personId: person.id });
const presentAt = (instant: string, people: readonly RosterRow[]) => people.map((p) => ({ ...mark(p, instant), state: 'PRESENT' as const }));

/** A meeting of the cell from its plan to the opening, told in good time; `covers` makes it a combined session. */
async function openedOn(day: string, covers = false): Promise<Meeting> {
  at(`${day.slice(0, 8)}01T01:00:00Z`);
  let meeting = await planned('REGULAR', day.slice(0, 7));
  meeting = await chief().do(
    recordHuddle,
    { meetingId: meeting.id, huddle: { heldOn: `${day.slice(0, 8)}01`, split: [] } },
    { version: meeting.version },
  );
  const input = { ...preparation(day), meetingId: meeting.id, coversThematic: covers, ...(covers ? { topic: 'Học tập Bác' } : {}) };
  meeting = await chief().do(prepareMeeting, input, { version: meeting.version });
  meeting = await chief().do(giveNotice, { meetingId: meeting.id }, { version: meeting.version });
  at(`${day}T12:00:00Z`);
  return chief().do(openMeeting, { meetingId: meeting.id, startedAt: `${day}T07:00:00Z` }, { version: meeting.version });
}

/** The roll with everybody there, closed. */
async function withFullRoll(meeting: Meeting): Promise<Meeting> {
  await chief().do(markRoll, { meetingId: meeting.id, events: presentAt(meeting.startsAt ?? '', roster) });
  const roll = await chief().do(closeRoll, { meetingId: meeting.id }, { version: meeting.version });
  return { ...meeting, version: roll.version };
}

describe('the plan', () => {
  it('is drawn up for every body that appears, from the running month on, and once', async () => {
    const plan = await rows<{ kind: string; period: string; planned_on: string }>(
      `select kind, period, planned_on::text from meeting where body_id = $1 order by period, kind`,
      [body.id],
    );
    // Nobody has to meet on a day of the month that is over: the thematic one of the fourth quarter is still due.
    expect(plan).toEqual([
      { kind: 'REGULAR', period: '2026-11', planned_on: '2026-11-03' },
      { kind: 'REGULAR', period: '2026-12', planned_on: '2026-12-03' },
      { kind: 'THEMATIC', period: '2026-Q4', planned_on: '2026-11-03' },
    ]);
    expect(await officer().do(generatePlan, { nodeId: commune.id, year: 2026 })).toEqual({ bodies: 0, meetings: 0 });
  });

  it('of another year is drawn up below an organization by command: cells monthly and thematic, committees monthly', async () => {
    expect(await officer().do(generatePlan, { nodeId: commune.id, year: 2027 })).toEqual({ bodies: 3, meetings: 16 + 16 + 12 });
    expect(await officer().do(generatePlan, { nodeId: commune.id, year: 2027 })).toEqual({ bodies: 0, meetings: 0 });
    expect(await officer().do(generatePlan, { nodeId: commune.id, year: 2025 })).toEqual({ bodies: 0, meetings: 0 });
    expect(await chief().refused(generatePlan, { nodeId: commune.id, year: 2028 })).toBe('request/not-found');
  });

  it('moves the day of a public holiday into the first week', async () => {
    // 01/5/2027 is a Saturday: Monday the 3rd makes up for it.
    expect((await planned('REGULAR', '2027-05')).plannedOn).toBe('2027-05-04');
    expect((await planned('REGULAR', '2027-10')).plannedOn).toBe('2027-10-03');
  });

  it('takes an extraordinary meeting beside it', async () => {
    const input = { nodeId: cell.id, bodyId: body.id, kind: 'EXTRAORDINARY' as const, plannedOn: '2026-11-25', topic: 'Bão lũ' };
    const meeting = await chief().do(addMeeting, input);
    expect(meeting).toMatchObject({ kind: 'EXTRAORDINARY', state: 'PLANNED', month: '2026-11', bodyName: cell.name, version: 1 });
    expect(await chief().refused(addMeeting, { ...input, nodeId: other.id, bodyId: otherBody.id })).toBe('request/not-found');
    expect(await officer().refused(addMeeting, { ...input, nodeId: other.id })).toBe('request/not-found');
    const cancelled = await chief().do(cancelMeeting, { meetingId: meeting.id, reason: 'Bão tan' }, { version: 1 });
    expect(cancelled).toMatchObject({ state: 'CANCELLED', cancelledBecause: 'Bão tan' });
  });

  it('keeps a postponed meeting in its month with the reason', async () => {
    const { id, version } = await planned('REGULAR', '2027-05');
    expect(await chief().refused(postponeMeeting, { meetingId: id, to: '2027-06-03', reason: 'Bận' }, { version })).toBe('meetings/other-month');
    const moved = await chief().do(postponeMeeting, { meetingId: id, to: '2027-05-05', reason: 'Mưa lũ' }, { version });
    expect(moved).toMatchObject({ plannedOn: '2027-05-05', postponements: [{ from: '2027-05-04', to: '2027-05-05', reason: 'Mưa lũ' }] });
    expect(await chief().refused(postponeMeeting, { meetingId: id, to: '2027-05-06', reason: 'Bận' }, { version })).toBe('request/stale');
    const thematic = await planned('THEMATIC', '2027-05');
    const later = await chief().do(postponeMeeting, { meetingId: thematic.id, to: '2027-06-03', reason: 'Chưa xong' }, { version: thematic.version });
    expect(later).toMatchObject({ plannedOn: '2027-06-03', month: '2027-06' });
  });
});

describe('preparing and telling', () => {
  const may = ['postpone', 'cancel', 'record-huddle', 'prepare', 'attach-document', 'draft-resolution'];

  it('offers each person what they may do in this state, and nothing else', async () => {
    const { id } = await planned('REGULAR', '2026-12');
    expect((await chief().do(getMeeting, { meetingId: id })).may).toEqual(may);
    expect((await world.person('reader').do(getMeeting, { meetingId: id })).may).toEqual([]);
    expect(await world.person('reader').refused(prepareMeeting, { ...preparation('2026-12-03'), meetingId: id }, { version: 1 })).toBe(
      'request/forbidden',
    );
  });

  it('refuses who cannot lead the meeting, another month, and a theme without a name', async () => {
    const { id, version } = await planned('REGULAR', '2026-12');
    const refused = (change: object) => chief().refused(prepareMeeting, { ...preparation('2026-12-03'), meetingId: id, ...change }, { version });
    expect(await refused({ minuteTakerId: secretary.id })).toBe('meetings/same-person');
    expect(await refused({ minuteTakerId: others[0]?.id })).toBe('meetings/not-on-the-roll');
    expect(await refused({ chairId: probationer.id })).toBe('meetings/chair-not-official');
    expect(await refused({ startsAt: '2027-01-03T07:00:00Z' })).toBe('meetings/other-month');
    // The 30th in London is the 1st in Hà Nội.
    expect(await refused({ startsAt: '2026-11-30T17:00:00Z', coversThematic: true })).toBe('meetings/topic-missing');
  });

  it('proposes an agenda by kind of cell that fits into the time of the rule', async () => {
    const minutes = (items: { plannedMinutes: number }[]) => items.reduce((sum, i) => sum + i.plannedMinutes, 0);
    const village = await chief().do(agendaTemplate, { kind: 'REGULAR', sector: 'VILLAGE_RESIDENTIAL' });
    expect(village.items.map((i) => i.area)).toContain('LOCAL_AFFAIRS');
    const combined = await chief().do(agendaTemplate, { kind: 'REGULAR', sector: 'VILLAGE_RESIDENTIAL', coversThematic: 'true' });
    expect(combined.items.map((i) => i.area)).toContain('THEMATIC');
    expect(minutes(combined.items)).toBeGreaterThanOrEqual(120);
    const unknown = await chief().do(agendaTemplate, { kind: 'REGULAR', sector: 'KHAC' });
    expect(minutes(unknown.items)).toBeGreaterThanOrEqual(90);
    expect(unknown.items.length).toBe(village.items.length - 1);
  });

  it('tells members, and the superior who follows the cell, once notice is given, and nobody else', async () => {
    let meeting = await planned('REGULAR', '2026-12');
    meeting = await chief().do(prepareMeeting, { ...preparation('2026-12-03'), meetingId: meeting.id }, { version: meeting.version });
    expect(meeting).toMatchObject({ state: 'PREPARED', startsAt: '2026-12-03T07:00:00Z' });
    expect(meeting.people.map((p) => p.name).sort()).toEqual([secretary.name, deputy.name, third.name].sort());
    const reading = (person: RosterRow) => world.person(`account-${person.id}`, person.id);
    expect((await reading(third).do(myMeetings, {})).items).toEqual([]);
    expect(await reading(third).refused(myNotice, { meetingId: meeting.id })).toBe('request/not-found');
    meeting = await chief().do(giveNotice, { meetingId: meeting.id }, { version: meeting.version });
    expect(meeting).toMatchObject({ state: 'NOTIFIED', deviations: [] });
    expect((await reading(third).do(myMeetings, {})).items).toMatchObject([{ id: meeting.id, as: 'MEMBER' }]);
    expect((await reading(superior).do(myMeetings, {})).items).toMatchObject([{ id: meeting.id, as: 'FOLLOWER' }]);
    expect(await reading(third).do(myNotice, { meetingId: meeting.id })).toMatchObject({
      place: 'Nhà văn hóa thôn 1',
      agenda: [{ title: 'Khai mạc' }],
    });
    expect(await reading(others[0] as RosterRow).refused(myNotice, { meetingId: meeting.id })).toBe('request/not-found');
    // What was told and is moved has to be told again.
    const moved = await chief().do(postponeMeeting, { meetingId: meeting.id, to: '2026-12-05', reason: 'Có tang' }, { version: meeting.version });
    expect(moved).toMatchObject({ state: 'PREPARED', startsAt: '2026-12-05T07:00:00.000Z' });
    at('2026-12-05T01:00:00Z');
    expect(await chief().refused(giveNotice, { meetingId: meeting.id }, { version: moved.version })).toBe('meetings/reason-missing');
    const told = await chief().do(giveNotice, { meetingId: meeting.id, lateBecause: 'Có tang' }, { version: moved.version });
    expect(told.deviations).toMatchObject([{ ruleKey: 'meeting.docs.before_days', expected: '1 ngày', actual: '0 ngày', reason: 'Có tang' }]);
    at('2026-11-22T02:00:00Z');
  });

  it('takes a document and never a secret one', async () => {
    const meeting = await planned('THEMATIC', '2026-11');
    const { fileId } = await world.service.app.get(Files).put([Buffer.from('pdf')], { by: 'secretary', type: 'application/pdf' });
    const input = { meetingId: meeting.id, fileId, name: 'Chuyên đề quý IV.pdf', classification: 'ORDINARY' as const };
    const refused = (change: object) => chief().refused(attachDocument, { ...input, ...change }, { version: meeting.version });
    expect(await refused({ classification: 'SECRET' })).toBe('meetings/secret-document');
    expect(await refused({ name: 'Báo cáo TUYỆT MẬT.pdf' })).toBe('meetings/secret-document');
    expect(await refused({ fileId: randomUUID() })).toBe('meetings/file-missing');
    expect(await officer().refused(attachDocument, input, { version: meeting.version })).toBe('meetings/file-missing');
    const attached = await chief().do(attachDocument, input, { version: meeting.version });
    expect(attached.documents).toEqual([{ id: expect.any(String), name: input.name, bytes: 3 }]);
    const about = { meetingId: meeting.id, documentId: attached.documents[0]?.id ?? '' };
    expect(await chief().do(downloadDocument, about)).toEqual({ fileId, name: input.name, type: 'application/pdf' });
    const left = await systemDb(world.service).query(
      `select actor_id as actor, target_id as target from audit where operation = 'meetings.document.download'`,
    );
    expect(left).toEqual([{ actor: chief().actor.id, target: about.documentId }]);
    expect(await world.person('m', third.id).refused(downloadMyDocument, about)).toBe('request/not-found');
  });
});

describe('a meeting that is held', () => {
  it('walks from the opening to publication, on the right day, in time, and deviates from nothing (story 1)', async () => {
    let meeting = await withFullRoll(await openedOn('2027-03-03'));
    at('2027-03-03T12:00:00Z');
    meeting = await chief().do(closeMeeting, { meetingId: meeting.id, endedAt: '2027-03-03T08:40:00Z' }, { version: meeting.version });
    expect(meeting).toMatchObject({ state: 'CLOSED', deviations: [] });
    expect(await chief().refused(publishMeeting, { meetingId: meeting.id }, { version: meeting.version })).toBe('meetings/not-in-state');
    await signed(meeting.id);
    at('2027-03-05T03:00:00Z');
    const published = await chief().do(publishMeeting, { meetingId: meeting.id }, { version: meeting.version + 1 });
    expect(published).toMatchObject({ state: 'PUBLISHED', deviations: [], may: ['add-addendum'] });
  });

  it('shows each deviation with what was expected, what was done, the source and the reason', async () => {
    at('2027-04-20T01:00:00Z');
    let meeting = await planned('REGULAR', '2027-04');
    meeting = await chief().do(postponeMeeting, { meetingId: meeting.id, to: '2027-04-20', reason: 'Thu hoạch lúa' }, { version: meeting.version });
    meeting = await chief().do(prepareMeeting, { ...preparation('2027-04-20'), meetingId: meeting.id }, { version: meeting.version });
    meeting = await chief().do(giveNotice, { meetingId: meeting.id, lateBecause: 'Gấp' }, { version: meeting.version });
    at('2027-04-20T12:00:00Z');
    expect(await chief().refused(openMeeting, { meetingId: meeting.id, startedAt: '2027-04-20T13:00:00Z' }, { version: meeting.version })).toBe(
      'meetings/in-the-future',
    );
    meeting = await chief().do(openMeeting, { meetingId: meeting.id, startedAt: '2027-04-20T07:00:00Z' }, { version: meeting.version });
    const close = { meetingId: meeting.id, endedAt: '2027-04-20T07:50:00Z' };
    expect(await chief().refused(closeMeeting, close, { version: meeting.version })).toBe('meetings/reason-missing');
    expect(await chief().refused(closeMeeting, { ...close, endedAt: '2027-04-20T07:00:00Z' }, { version: meeting.version })).toBe(
      'meetings/ends-before-start',
    );
    expect(await chief().refused(closeMeeting, { ...close, shortBecause: 'Mất điện' }, { version: meeting.version })).toBe('meetings/roll-open');
    const events = [
      ...presentAt('2027-04-20T07:00:00Z', roster.slice(0, 20)),
      ...roster.slice(20).map((p) => ({ ...mark(p, '2027-04-20T07:05:00Z'), state: 'ABSENT_UNEXCUSED' as const })),
    ];
    await chief().do(markRoll, { meetingId: meeting.id, events });
    const { version } = await chief().do(closeRoll, { meetingId: meeting.id }, { version: meeting.version });
    meeting = await chief().do(closeMeeting, { ...close, shortBecause: 'Mất điện' }, { version });
    expect(meeting.deviations.map(({ ruleKey, expected, actual, reason }) => [ruleKey, expected, actual, reason])).toEqual([
      ['meeting.docs.before_days', '1 ngày', '0 ngày', 'Gấp'],
      ['meeting.regular.fallback', 'từ 1 đến 7', 'ngày 20/04/2027', 'Thu hoạch lúa'],
      ['meeting.prep.required', 'có', 'chưa họp chuẩn bị', undefined],
      ['meeting.attendance.target', 'ít nhất 90%', '20/27 đảng viên', undefined],
      ['meeting.min_minutes', '90 phút', '50 phút', 'Mất điện'],
    ]);
    expect(meeting.deviations.every((d) => d.source !== '' && d.says !== '')).toBe(true);
    await signed(meeting.id);
    at('2027-04-23T03:00:00Z');
    expect(await chief().refused(publishMeeting, { meetingId: meeting.id }, { version: meeting.version + 1 })).toBe('meetings/reason-missing');
    const published = await chief().do(publishMeeting, { meetingId: meeting.id, lateBecause: 'Chờ ký' }, { version: meeting.version + 1 });
    expect(published.deviations.at(-1)).toMatchObject({
      ruleKey: 'meeting.publish.after_days',
      expected: '2 ngày',
      actual: '3 ngày',
      reason: 'Chờ ký',
    });
  });

  it('of 100 minutes counts for the month and not as the thematic one, of 120 as both (story 2)', async () => {
    const combined = async (day: string, endedAt: string, shortBecause?: string) => {
      const meeting = await withFullRoll(await openedOn(day, true));
      return chief().do(closeMeeting, { meetingId: meeting.id, endedAt, ...(shortBecause ? { shortBecause } : {}) }, { version: meeting.version });
    };
    const short = await combined('2027-07-03', '2027-07-03T08:40:00Z', 'Mưa');
    expect(short.deviations).toMatchObject([{ ruleKey: 'meeting.combined.min_minutes', expected: '120 phút', actual: '100 phút', reason: 'Mưa' }]);
    expect(await rows('select counts_thematic from meeting where id = $1', [short.id])).toEqual([{ counts_thematic: false }]);
    expect((await planned('THEMATIC', '2027-08')).state).toBe('PLANNED');
    const long = await combined('2027-09-03', '2027-09-03T09:00:00Z');
    expect(long.deviations).toEqual([]);
    expect(await rows('select counts_thematic from meeting where id = $1', [long.id])).toEqual([{ counts_thematic: true }]);
    // It stands in place of the one that the plan still held.
    expect((await officer().do(listMeetings, { nodeId: cell.id, kind: 'THEMATIC', from: '2027-07', to: '2027-09' })).items).toEqual([]);
  });
});

describe('lists', () => {
  it('go page by page below an organization, newest first, each within the scope of who asks', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await officer().do(listMeetings, { nodeId: commune.id, below: 'true', limit: 7, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((m) => `${m.plannedOn} ${m.id}`));
      cursor = page.next;
    } while (cursor !== undefined);
    const [all] = await rows<{ n: number }>('select count(*)::int as n from meeting where superseded_by is null');
    expect(seen).toHaveLength(all?.n ?? 0);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort().reverse());
    expect(await chief().refused(listMeetings, { nodeId: commune.id, below: 'true' })).toBe('request/not-found');
    expect(await chief().refused(getMeeting, { meetingId: (await planned('REGULAR', '2027-01', other.id)).id })).toBe('request/not-found');
  });

  it('cost one statement for one row as for many', async () => {
    const { app } = world.service;
    const statements = async (limit: number) => {
      const scope = await app.get(Grants).scope({ id: 'officer' }, 'meetings:read');
      const input = { nodeId: commune.id, below: true, limit };
      const { result, statements: n } = await counting(() =>
        within(scope.reach, () => app.get(MeetingQueries).list({ contract: listMeetings, input, actor: { id: 'officer' }, scope, trace: '' })),
      );
      expect(result.items).toHaveLength(limit);
      return n;
    };
    expect(await statements(1)).toBe(1);
    expect(await statements(40)).toBe(1);
  });
});

describe('a new day', () => {
  it('calls what was not held missed, a thematic one only after its quarter, and draws up next year in December', async () => {
    at('2029-03-10T01:00:00Z');
    // From March on: ten regular ones, what is left of the first quarter, and three quarters.
    expect(await officer().do(generatePlan, { nodeId: other.id, year: 2029 })).toEqual({ bodies: 1, meetings: 14 });
    at('2029-06-01T01:00:00Z');
    await eventually(async () => (await planned('REGULAR', '2029-05', other.id)).state === 'MISSED');
    expect((await planned('THEMATIC', '2029-03', other.id)).state).toBe('MISSED');
    expect((await planned('THEMATIC', '2029-05', other.id)).state).toBe('PLANNED');
    expect((await planned('REGULAR', '2029-06', other.id)).state).toBe('PLANNED');
    at('2029-07-01T01:00:00Z');
    await eventually(async () => (await planned('THEMATIC', '2029-05', other.id)).state === 'MISSED');
    const coming = () => rows<{ n: number }>(`select count(*)::int as n from meeting where body_id = $1 and month >= '2030-01'`, [otherBody.id]);
    expect(await coming()).toEqual([{ n: 0 }]);
    at('2029-12-01T01:00:00Z');
    await eventually(async () => (await coming())[0]?.n === 16);
    // A December in which nothing ran.
    at('2031-01-02T01:00:00Z');
    const made = () => rows<{ n: number }>(`select count(*)::int as n from meeting where body_id = $1 and month like '2031-%'`, [otherBody.id]);
    await eventually(async () => (await made())[0]?.n === 16);
  });
});

describe('the copy of the roster', () => {
  it('follows membership, and never goes back', async () => {
    const person = others[0] as RosterRow;
    const newer = { ...person, version: 3, name: 'Tên Mới' };
    everybody.splice(everybody.indexOf(person), 1, newer);
    await world.publish(memberChanged, [{ id: person.id, version: 3 }]);
    const name = () => rows<{ name: string; version: number }>('select name, version from person_name where person_id = $1', [person.id]);
    await eventually(async () => (await name())[0]?.name === 'Tên Mới');
    everybody.splice(everybody.indexOf(newer), 1, person);
    await world.publish(memberChanged, [{ id: person.id, version: 1 }]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await name()).toEqual([{ name: 'Tên Mới', version: 3 }]);
  });
});

/** The minutes are another feature's: here they only say that they are signed. */
async function signed(meetingId: string): Promise<void> {
  await systemDb(world.service).transaction('', async (tx) => {
    const meeting = await tx.manager.findOneByOrFail(MeetingEntity, { id: meetingId });
    meeting.minutesSigned(tx.clock.now());
    await tx.update(meeting);
  });
}
