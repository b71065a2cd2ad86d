import { getMeeting, listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import { Person } from '../src/person.js';
import { moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

/** domain.md §11.3, story 1 without its score: a village cell of 27, December 2026. */
describe('a month in a village cell', () => {
  let village: Village;
  let secretary: Person;

  beforeAll(async () => {
    await moveTo('2026-11-20T02:00:00Z');
    village = await foundVillage({ number: '201', official: 26, probationary: 1, termFrom: '2025-08-01' });
    secretary = await Person.signedIn(village.accounts.secretary);
  });

  it('is planned for the third of the month', async () => {
    await secretary.do(generatePlan, { nodeId: village.cell.id, year: 2026 });
    const { items } = await secretary.do(listMeetings, { nodeId: village.cell.id, from: '2026-12', to: '2026-12' });
    const regular = items.find((m) => m.kind === 'REGULAR');
    expect(regular?.plannedOn).toBe('2026-12-03');
    const meeting = await secretary.do(getMeeting, { meetingId: regular?.id ?? '' });
    expect(meeting.state).toBe('PLANNED');
  });
});
