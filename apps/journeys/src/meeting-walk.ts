import type { RollMark } from '@vungmanh/contracts/attendance';
import { agendaTemplate } from '@vungmanh/contracts/meetings/agenda';
import { closeMeeting, getMeeting, giveNotice, openMeeting, prepareMeeting, recordHuddle, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { confirmMinutes, declareSigned, getMinutes, readBackMinutes, writeMinutes, type MinutesContent } from '@vungmanh/contracts/meetings/minutes';
import { adoptResolution, draftResolution, getResolution, type DraftItem, type Resolution } from '@vungmanh/contracts/meetings/resolution';
import { closeRoll, getRoll, markRoll, type Roll } from '@vungmanh/contracts/meetings/roll';
import { recordVote, type Vote } from '@vungmanh/contracts/meetings/vote';
import { randomUUID } from 'node:crypto';
import type { Staff } from './staff.js';
import type { Village } from './village.js';

const SECTOR = 'VILLAGE_RESIDENTIAL';

interface Session {
  startsAt: string;
  coversThematic?: boolean;
  topic?: string;
}

/** The steps of one meeting, each taken by the person whose step it is, on the version that they see. */
export class MeetingWalk {
  constructor(
    readonly meetingId: string,
    private readonly village: Village,
    private readonly staff: Staff,
  ) {}

  page(): Promise<Meeting> {
    return this.staff.secretary.do(getMeeting, { meetingId: this.meetingId });
  }

  async huddle(heldOn: string): Promise<Meeting> {
    const { secretary, minuteTaker } = this.village;
    const split = [
      { personId: secretary.id, work: 'Chuẩn bị báo cáo kiểm điểm tháng trước' },
      { personId: minuteTaker.id, work: 'Soạn dự thảo nghị quyết' },
    ];
    return this.staff.secretary.do(recordHuddle, { meetingId: this.meetingId, huddle: { heldOn, split } }, await this.page());
  }

  /** Time, place and the agenda that the province has for a village, with its minutes. */
  async prepare({ startsAt, coversThematic = false, topic }: Session): Promise<Meeting> {
    const { items } = await this.staff.secretary.do(agendaTemplate, {
      kind: 'REGULAR',
      sector: SECTOR,
      coversThematic: coversThematic ? 'true' : 'false',
    });
    const preparation = {
      meetingId: this.meetingId,
      startsAt,
      place: 'Nhà văn hóa bản',
      chairId: this.village.secretary.id,
      minuteTakerId: this.village.minuteTaker.id,
      coversThematic,
      ...(topic === undefined ? {} : { topic }),
      agenda: items,
    };
    return this.staff.secretary.do(prepareMeeting, preparation, await this.page());
  }

  async notice(lateBecause?: string): Promise<Meeting> {
    return this.staff.secretary.do(
      giveNotice,
      { meetingId: this.meetingId, ...(lateBecause === undefined ? {} : { lateBecause }) },
      await this.page(),
    );
  }

  async open(startedAt: string): Promise<Meeting> {
    return this.staff.minuteTaker.do(openMeeting, { meetingId: this.meetingId, startedAt }, await this.page());
  }

  /** Everybody is there but the excused; then the roll is closed. */
  async roll(at: string, excused: readonly string[] = []): Promise<Roll> {
    const { minuteTaker } = this.staff;
    const { lines } = await minuteTaker.do(getRoll, { meetingId: this.meetingId });
    const events = lines.map(({ personId }): RollMark => {
      const mark = { type: 'mark' as const, id: randomUUID(), at, personId };
      return excused.includes(personId) ? { ...mark, state: 'ABSENT_EXCUSED', reason: 'ILLNESS' } : { ...mark, state: 'PRESENT' };
    });
    const marked = await minuteTaker.do(markRoll, { meetingId: this.meetingId, events });
    return minuteTaker.do(closeRoll, { meetingId: this.meetingId }, marked);
  }

  async minutes(content: MinutesContent): Promise<void> {
    const { minuteTaker } = this.staff;
    const seen = await minuteTaker.do(getMinutes, { meetingId: this.meetingId });
    await minuteTaker.do(writeMinutes, { meetingId: this.meetingId, content }, seen);
  }

  vote(inFavor: number): Promise<Vote> {
    return this.staff.minuteTaker.do(recordVote, { meetingId: this.meetingId, ...ballot(inFavor) });
  }

  async draft(items: DraftItem[]): Promise<Resolution> {
    const { minuteTaker } = this.staff;
    const seen = await minuteTaker.do(getResolution, { meetingId: this.meetingId });
    return minuteTaker.do(draftResolution, { meetingId: this.meetingId, content: { ...wording, items } }, seen);
  }

  async adopt(voteId: string): Promise<Resolution> {
    const seen = await this.staff.secretary.do(getResolution, { meetingId: this.meetingId });
    return this.staff.secretary.do(adoptResolution, { meetingId: this.meetingId, voteId }, seen);
  }

  async close(endedAt: string, shortBecause?: string): Promise<Meeting> {
    const { minuteTaker } = this.staff;
    const seen = await minuteTaker.do(getMinutes, { meetingId: this.meetingId });
    await minuteTaker.do(readBackMinutes, { meetingId: this.meetingId }, seen);
    const closing = { meetingId: this.meetingId, endedAt, ...(shortBecause === undefined ? {} : { shortBecause }) };
    return minuteTaker.do(closeMeeting, closing, await this.page());
  }

  /** Both read the minutes as they stand and confirm them. */
  async confirm(): Promise<void> {
    for (const person of [this.staff.minuteTaker, this.staff.secretary]) {
      const seen = await person.do(getMinutes, { meetingId: this.meetingId });
      await person.do(confirmMinutes, { meetingId: this.meetingId, contentHash: seen.contentHash ?? '' }, seen);
    }
  }

  async sign(): Promise<void> {
    const { secretary } = this.staff;
    const seen = await secretary.do(getMinutes, { meetingId: this.meetingId });
    await secretary.do(declareSigned, { meetingId: this.meetingId, how: 'PAPER_IN_BOOK' }, seen);
  }
}

/** A show of cards on the month's resolution. */
export const ballot = (inFavor: number) => ({
  matter: 'RESOLUTION' as const,
  subject: 'Thông qua nghị quyết của tháng',
  method: 'SHOW_OF_CARD' as const,
  inFavor,
  against: 0,
  noOpinion: 0,
});

const wording = { assessment: 'Các nhiệm vụ tháng trước cơ bản hoàn thành.', direction: 'Tập trung bốn việc sau đây.' };

/** Minutes with something under the first item and nine who spoke. */
export const minutesOf = (said: string): MinutesContent => ({
  items: [{ agendaIndex: 0, account: said, conclusion: 'Chi bộ thống nhất.' }],
  ideology: 'Tư tưởng đảng viên ổn định.',
  speakers: 9,
  concerns: [{ topic: 'Đường liên bản', count: 2, answer: 'Chi bộ đã báo cáo Đảng ủy xã.' }],
});
