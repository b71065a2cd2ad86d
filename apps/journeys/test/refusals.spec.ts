import { agendaTemplate } from '@vungmanh/contracts/meetings/agenda';
import { attachDocument } from '@vungmanh/contracts/meetings/document';
import { getMeeting, listMeetings, openMeeting, recordHuddle } from '@vungmanh/contracts/meetings/meeting';
import { getMinutes } from '@vungmanh/contracts/meetings/minutes';
import { adoptResolution, getResolution } from '@vungmanh/contracts/meetings/resolution';
import { getRoll, markRoll } from '@vungmanh/contracts/meetings/roll';
import { addMeeting, generatePlan } from '@vungmanh/contracts/meetings/plan';
import { recordVote } from '@vungmanh/contracts/meetings/vote';
import { submitWholeMeeting, type WholeMeeting } from '@vungmanh/contracts/meetings/whole';
import { getMember, listMembers, rosterOf } from '@vungmanh/contracts/membership/member';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { randomUUID } from 'node:crypto';
import { ballot, MeetingWalk, minutesOf } from '../src/meeting-walk.js';
import { Person } from '../src/person.js';
import { staffOf, type Staff } from '../src/staff.js';
import { moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const UNKNOWN = '0199a000-0000-7000-8000-000000000000';

/** The negative tests of domain.md §11.3, and what nobody may see or do. */
describe('what the platform refuses', () => {
  let village: Village;
  let staff: Staff;
  let pair: Village;
  let pairStaff: Staff;

  beforeAll(async () => {
    await moveTo('2026-11-20T02:00:00Z');
    village = await foundVillage({ number: '203', official: 5, probationary: 1, termFrom: '2025-08-01' });
    pair = await foundVillage({ number: '204', official: 2, probationary: 3, termFrom: '2025-08-01' });
    [staff, pairStaff] = [await staffOf(village), await staffOf(pair)];
  });

  const december = async (of: Village, by: Staff): Promise<MeetingWalk> => {
    await by.secretary.do(generatePlan, { nodeId: of.cell.id, year: 2026 });
    const { items } = await by.secretary.do(listMeetings, { nodeId: of.cell.id, from: '2026-12', to: '2026-12' });
    return new MeetingWalk(items.find((m) => m.kind === 'REGULAR')?.id ?? '', of, by);
  };
  const inSession = async (walk: MeetingWalk): Promise<void> => {
    await moveTo('2026-12-01T02:00:00Z');
    await walk.prepare({ startsAt: '2026-12-03T12:00:00.000Z' });
    await walk.notice();
    await moveTo('2026-12-03T12:10:00Z');
    await walk.open('2026-12-03T12:00:00.000Z');
  };

  it('a document that is marked Mật, by its mark or by its name', async () => {
    const walk = await december(village, staff);
    await walk.prepare({ startsAt: '2026-12-03T12:00:00.000Z' });
    const attach = async (name: string, classification: 'ORDINARY' | 'SECRET' | 'TOP_SECRET' | 'ABSOLUTE_SECRET') => {
      const fileId = await staff.secretary.upload(Buffer.from('%PDF-1.4\n% mô phỏng\n'));
      return staff.secretary.send(attachDocument, { meetingId: walk.meetingId, fileId, name, classification }, await walk.page());
    };
    for (const classification of ['SECRET', 'TOP_SECRET', 'ABSOLUTE_SECRET'] as const)
      expect((await attach('Báo cáo.pdf', classification)).body).toMatchObject({ status: 415, code: 'meetings/secret-document' });
    for (const name of ['Báo cáo (MẬT).pdf', 'Tối mật - kế hoạch.pdf', 'TUYỆT MẬT.pdf'])
      expect((await attach(name, 'ORDINARY')).body).toMatchObject({ status: 415, code: 'meetings/secret-document' });
    expect((await walk.page()).documents).toEqual([]);
    expect((await attach('Báo cáo tháng 11.pdf', 'ORDINARY')).status).toBe(200);
  });

  it('a vote of a probationary member, and a chair who is one', async () => {
    const walk = await december(village, staff);
    await inSession(walk);
    const roll = await walk.roll('2026-12-03T12:10:00.000Z');
    expect(roll).toMatchObject({ denominator: 5, voters: 5, attendance: '6/6 (100%)' });
    expect(await staff.minuteTaker.refused(recordVote, { meetingId: walk.meetingId, ...ballot(6) })).toBe('meetings/more-votes-than-voters');
    expect(await walk.vote(5)).toMatchObject({ printed: '5/5 (100%)', passed: true });
  });

  it('a resolution of a cell with two official members, in its meeting or handed in whole', async () => {
    await moveTo('2026-11-25T02:00:00Z');
    const walk = await december(pair, pairStaff);
    await inSession(walk);
    expect(await walk.roll('2026-12-03T12:10:00.000Z')).toMatchObject({ denominator: 2, voters: 2 });
    const { meetingId } = walk;
    expect(await pairStaff.minuteTaker.refused(recordVote, { meetingId, ...ballot(2) })).toBe('meetings/too-few-official');
    await walk.draft([item(pair)]);
    const draft = await pairStaff.secretary.do(getResolution, { meetingId });
    expect(await pairStaff.secretary.refused(adoptResolution, { meetingId, voteId: UNKNOWN }, draft)).toBe('meetings/too-few-official');
    expect(await pairStaff.secretary.do(getResolution, { meetingId })).toMatchObject({ state: 'DRAFT' });
    const whole = await held(pair, pairStaff, '2026-11-03');
    expect(await pairStaff.secretary.refused(submitWholeMeeting, { origin: 'OFFLINE', meeting: whole })).toBe('meetings/too-few-official');
  });

  it('to tell a stranger that something is there: out of scope and absent are the same', async () => {
    const { meetingId } = await december(village, staff);
    const stranger = pairStaff.secretary;
    for (const id of [meetingId, UNKNOWN]) {
      for (const contract of [getMeeting, getMinutes, getRoll, getResolution])
        expect(await stranger.send(contract, { meetingId: id })).toMatchObject(absent);
      const opening = { meetingId: id, startedAt: '2026-12-03T12:00:00.000Z' };
      expect(await pairStaff.minuteTaker.send(openMeeting, opening, { version: 1 })).toMatchObject(absent);
      const guest = { type: 'guest' as const, id: randomUUID(), at: '2026-12-03T12:30:00.000Z', name: 'Khách' };
      expect(await pairStaff.minuteTaker.send(markRoll, { meetingId: id, events: [guest] })).toMatchObject(absent);
    }
    for (const nodeId of [village.cell.id, village.commune.id, UNKNOWN]) {
      for (const contract of [listMeetings, listMembers, rosterOf, nodeDetail])
        expect(await stranger.send(contract, { nodeId })).toMatchObject(absent);
    }
    for (const personId of [village.secretary.id, UNKNOWN]) expect(await stranger.send(getMember, { personId })).toMatchObject(absent);
    const nobody = new Person();
    expect((await nobody.send(getMeeting, { meetingId })).status).toBe(401);
  });

  it('to do twice what is sent twice because its answer was lost', async () => {
    const huddle = { heldOn: '2026-12-01', split: [{ personId: pair.minuteTaker.id, work: 'Soạn dự thảo' }] };
    const adding = { nodeId: pair.cell.id, bodyId: pair.bodyId, kind: 'EXTRAORDINARY' as const, plannedOn: '2026-12-20' };
    const twice = { key: randomUUID() };
    const added = await pairStaff.secretary.do(addMeeting, adding, twice);
    expect(await pairStaff.secretary.do(addMeeting, adding, twice)).toEqual(added);
    const again = { key: randomUUID(), version: added.version };
    const first = await pairStaff.secretary.do(recordHuddle, { meetingId: added.id, huddle }, again);
    expect(await pairStaff.secretary.do(recordHuddle, { meetingId: added.id, huddle }, again)).toEqual(first);
  });

  it('a meeting handed in twice: it is there once', async () => {
    await moveTo('2026-11-25T02:00:00Z');
    const meeting = await held(village, staff, '2026-11-03');
    const first = await staff.secretary.do(submitWholeMeeting, { origin: 'OFFLINE', meeting });
    const again = await staff.secretary.do(submitWholeMeeting, { origin: 'OFFLINE', meeting });
    expect(again).toEqual(first);
    const { items } = await staff.secretary.do(listMeetings, { nodeId: village.cell.id, from: '2026-11', to: '2026-11' });
    expect(items.filter((m) => m.kind === 'REGULAR').map((m) => m.id)).toEqual([meeting.id]);
    const other = { ...meeting, id: randomUUID() };
    expect(await staff.secretary.refused(submitWholeMeeting, { origin: 'OFFLINE', meeting: other })).toBe('meetings/held-already');
  });
});

const absent = { status: 404, body: { code: 'request/not-found' } };

const item = ({ secretary, minuteTaker }: Village) => ({
  id: randomUUID(),
  content: 'Phát quang đường bản',
  requirement: 'Xong trước lễ',
  measure: 'Huy động ngày công',
  deadline: '2026-12-25',
  doerIds: [minuteTaker.id],
  doerIsBody: false,
  checkerId: secretary.id,
});

/** A regular meeting at which everybody was and all official members voted for. */
async function held(of: Village, by: Staff, heldOn: string): Promise<WholeMeeting> {
  const roster = await by.secretary.do(rosterOf, { nodeId: of.cell.id, asOf: heldOn });
  const { items: agenda } = await by.secretary.do(agendaTemplate, { kind: 'REGULAR', sector: 'VILLAGE_RESIDENTIAL' });
  const startedAt = `${heldOn}T12:00:00.000Z`;
  const voteId = randomUUID();
  return {
    id: randomUUID(),
    bodyId: of.bodyId,
    kind: 'REGULAR',
    coversThematic: false,
    heldOn,
    startedAt,
    endedAt: `${heldOn}T13:40:00.000Z`,
    place: 'Nhà văn hóa bản',
    chairId: of.secretary.id,
    minuteTakerId: of.minuteTaker.id,
    agenda,
    marks: roster.items.map(({ id }) => ({ type: 'mark', id: randomUUID(), at: startedAt, personId: id, state: 'PRESENT' })),
    guests: [],
    minutes: minutesOf('Ghi tại buổi họp không có mạng.'),
    votes: [{ id: voteId, ...ballot(roster.counts.official) }],
    resolution: { id: randomUUID(), voteId, items: [item(of)] },
  };
}
