import { closeMeeting, getMeeting, listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { overviewOfChildren, overviewOfYear, thematicMissing } from '@vungmanh/contracts/meetings/overview';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import { MeetingWalk, minutesOf } from '../src/meeting-walk.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

/** domain.md §11.3, story 2 without its alert: the fourth quarter of 2026 passes without a thematic meeting. */
describe('a quarter closes', () => {
  let village: Village;
  let staff: Staff;
  let combined: MeetingWalk;

  beforeAll(async () => {
    await moveTo('2026-10-20T02:00:00Z');
    village = await foundVillage({ number: '202', official: 9, probationary: 0, termFrom: '2025-08-01' });
    staff = await staffOf(village);
    for (const year of [2026, 2027]) await staff.secretary.do(generatePlan, { nodeId: village.cell.id, year });
  });

  const planned = async (month: string, kind: string) => {
    const { items } = await staff.secretary.do(listMeetings, { nodeId: village.cell.id, from: month, to: month });
    return items.find((m) => m.kind === kind);
  };
  const row = async (month: string) => {
    const { items } = await staff.officer.do(overviewOfChildren, { nodeId: village.commune.id, month });
    return items.find((r) => r.nodeId === village.cell.id);
  };

  it('owes one thematic meeting, planned within the quarter', async () => {
    expect(await planned('2026-11', 'THEMATIC')).toMatchObject({ state: 'PLANNED', plannedOn: '2026-11-03' });
    const seen = await eventually(
      () => row('2026-11'),
      (r) => r?.thematicDue === 1,
    );
    expect(seen).toMatchObject({ thematicDue: 1, thematicDone: 0 });
  });

  it('goes into the new year with a combined session of 100 minutes, which is stored with what it deviates from', async () => {
    await moveTo('2027-01-02T02:00:00Z');
    const january = await planned('2027-01', 'REGULAR');
    combined = new MeetingWalk(january?.id ?? '', village, staff);
    await combined.huddle('2027-01-01');
    const prepared = await combined.prepare({ startsAt: '2027-01-03T01:00:00.000Z', coversThematic: true, topic: 'Học tập và làm theo Bác' });
    expect(prepared).toMatchObject({ coversThematic: true, topic: 'Học tập và làm theo Bác' });
    expect(prepared.agenda.some((i) => i.area === 'THEMATIC')).toBe(true);
    await combined.notice();

    await moveTo('2027-01-03T02:45:00Z');
    await combined.open('2027-01-03T01:00:00.000Z');
    await combined.roll('2027-01-03T01:05:00.000Z');
    await combined.minutes(minutesOf('Chuyên đề và thường kỳ trong một buổi.'));
    const closing = { meetingId: combined.meetingId, endedAt: '2027-01-03T02:40:00.000Z' };
    expect(await staff.minuteTaker.refused(closeMeeting, closing, await combined.page())).toBe('meetings/reason-missing');
    const closed = await combined.close('2027-01-03T02:40:00.000Z', 'Mưa lũ, nhiều đồng chí phải về sớm');
    expect(closed.state).toBe('CLOSED');
    expect(closed.deviations).toEqual([
      expect.objectContaining({
        ruleKey: 'meeting.combined.min_minutes',
        reason: 'Mưa lũ, nhiều đồng chí phải về sớm',
        source: expect.stringContaining('42-HD'),
      }),
    ]);
    expect(closed.deviations[0]?.actual).toContain('100');
    expect(closed.deviations[0]?.expected).toContain('120');
  });

  it('counts that session for January only', async () => {
    const january = await eventually(
      () => row('2027-01'),
      (r) => r?.met === 1,
    );
    expect(january).toMatchObject({ met: 1, present: 9, expected: 9, deviations: 1, thematicDue: 1, thematicDone: 0 });
    for (const month of ['2026-10', '2026-11', '2026-12']) expect(await row(month)).toMatchObject({ met: 0, thematicDone: 0 });
    expect(await staff.secretary.do(getMeeting, { meetingId: combined.meetingId })).toMatchObject({ month: '2027-01' });
  });

  it('shows the committee that the fourth quarter has no thematic meeting', async () => {
    // Later everything that waited through its quarter is called missed: after every day of other journeys, for a day is gone through once.
    await moveTo('2027-06-09T02:00:00Z');
    await eventually(
      () => planned('2026-11', 'THEMATIC'),
      (m) => m?.state === 'MISSED',
    );
    const table = await staff.officer.do(overviewOfChildren, { nodeId: village.commune.id, month: '2026-12' });
    expect(table.quarter).toBe('2026-Q4');
    expect(await row('2026-12')).toMatchObject({ thematicDue: 1, thematicDone: 0 });
    const { items } = await staff.officer.do(overviewOfYear, { nodeId: village.cell.id, year: 2026 });
    expect(items.filter((m) => m.month >= '2026-10').map((m) => m.thematicDone)).toEqual([0, 0, 0]);
    const missing = await staff.officer.do(thematicMissing, { nodeId: village.commune.id, month: '2026-12' });
    expect(missing.items).toEqual([expect.objectContaining({ nodeId: village.cell.id, says: 'Chưa sinh hoạt chuyên đề quý IV' })]);
  });
});
