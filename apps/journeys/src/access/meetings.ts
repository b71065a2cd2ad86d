import { attachDocument } from '@vungmanh/contracts/meetings/document';
import { getMeeting, giveNotice, prepareMeeting } from '@vungmanh/contracts/meetings/meeting';
import { addMeeting } from '@vungmanh/contracts/meetings/plan';
import { listTasks } from '@vungmanh/contracts/meetings/task';
import { submitWholeMeeting, type WholeMeeting } from '@vungmanh/contracts/meetings/whole';
import { randomUUID } from 'node:crypto';
import type { Person } from '../person.js';
import { eventually } from '../time.js';

/** A cell or a committee that meets. */
export interface Meets {
  readonly nodeId: string;
  readonly bodyId: string;
  /** Everybody on its roll; the first leads it, the second writes. */
  readonly people: readonly string[];
}

const HELD_ON = '2026-08-10';
const agenda = [{ title: 'Đánh giá tháng trước (mô phỏng)', area: 'POLITICAL_TASK' as const, plannedMinutes: 90 }];

/** What a resolution gives somebody to do. */
export interface Given {
  readonly content: string;
  readonly deadline: string;
  readonly doerId: string;
}

/**
 * A meeting that is over, with its minutes, a vote, a resolution and tasks checked by who writes: one of whoever leads, or those that are
 * wanted.
 */
export async function heldMeeting(keeper: Person, { nodeId, bodyId, people }: Meets, wanted?: readonly Given[]) {
  const [chairId = '', minuteTakerId = ''] = people;
  const given = wanted ?? [{ content: 'Nạo vét kênh mương (mô phỏng)', deadline: '2026-08-28', doerId: chairId }];
  const [id, voteId] = [randomUUID(), randomUUID()];
  const startedAt = `${HELD_ON}T12:00:00.000Z`;
  const about = { requirement: 'Xong trước vụ', measure: 'Huy động ngày công', doerIsBody: false, checkerId: minuteTakerId };
  const meeting: WholeMeeting = {
    id,
    bodyId,
    kind: 'REGULAR',
    coversThematic: false,
    heldOn: HELD_ON,
    startedAt,
    endedAt: `${HELD_ON}T13:40:00.000Z`,
    place: 'Nhà văn hóa bản',
    chairId,
    minuteTakerId,
    agenda,
    marks: people.map((personId) => ({ type: 'mark', id: randomUUID(), at: startedAt, personId, state: 'PRESENT' })),
    guests: [],
    minutes: { items: [{ agendaIndex: 0, account: 'Nội dung mô phỏng.' }], speakers: 2, concerns: [] },
    votes: [{ id: voteId, matter: 'RESOLUTION', subject: 'Thông qua', method: 'SHOW_OF_CARD', inFavor: people.length, against: 0, noOpinion: 0 }],
    resolution: {
      id: randomUUID(),
      voteId,
      items: given.map(({ doerId, ...item }) => ({ id: randomUUID(), ...about, ...item, doerIds: [doerId] })),
    },
  };
  const key = randomUUID();
  // Until the service knows the roll of the day.
  const answer = await eventually(
    () => keeper.send(submitWholeMeeting, { origin: 'HISTORY', meeting }, { key }),
    ({ ok }) => ok,
    15_000,
  );
  if (!answer.ok) throw new Error(answer.text);
  const { items: tasks } = await keeper.do(listTasks, { nodeId });
  return { meetingId: id, voteId, taskId: tasks[0]?.id ?? '', doer: chairId, checker: minuteTakerId };
}

/** A meeting to come, told to its members with a document. */
export async function noticedMeeting(keeper: Person, { nodeId, bodyId, people }: Meets, startsAt: string) {
  const [chairId = '', minuteTakerId = ''] = people;
  const about = { kind: 'EXTRAORDINARY' as const, plannedOn: startsAt.slice(0, 10), topic: 'Mô phỏng' };
  const { id: meetingId } = await keeper.doOnceKnown(addMeeting, { nodeId, bodyId, ...about });
  const seen = async () => keeper.do(getMeeting, { meetingId });
  const preparation = { startsAt, place: 'Nhà văn hóa bản', chairId, minuteTakerId, coversThematic: false, agenda };
  await keeper.do(prepareMeeting, { meetingId, ...preparation }, await seen());
  const fileId = await keeper.upload(Buffer.from('%PDF-1.4\n% dữ liệu mô phỏng\n%%EOF\n'));
  const noticed = { meetingId, fileId, name: 'Dự thảo.pdf', classification: 'ORDINARY' as const };
  await keeper.do(attachDocument, noticed, await seen());
  const { documents } = await keeper.do(giveNotice, { meetingId, lateBecause: 'mô phỏng' }, await seen());
  return { meetingId, documentId: documents[0]?.id ?? '' };
}
