import type { MeetingKind, MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { PaperKind } from '@vungmanh/contracts/meetings/paper';
import type { BodyKind } from '@vungmanh/contracts/organization/body';
import { monthsOf, quarterOf } from '@vungmanh/regulations/calendar';

/** What decides whether a paper has anything to say. */
export interface Standing {
  readonly state: MeetingState;
  readonly prepared: boolean;
  readonly noticed: boolean;
  readonly adopted: boolean;
}

const ready: Readonly<Record<PaperKind, (s: Standing) => boolean>> = {
  // A notice that was called back to be changed is not one until it is given again.
  NOTICE: (s) => s.noticed && s.state !== 'PLANNED' && s.state !== 'PREPARED',
  ROLL: (s) => s.prepared && s.state !== 'PLANNED',
  MINUTES: (s) => s.state === 'CLOSED' || s.state === 'MINUTES_SIGNED' || s.state === 'PUBLISHED',
  RESOLUTION: (s) => s.adopted,
};

/** Whether the paper has its content at this step of the meeting. */
export const isReady = (kind: PaperKind, standing: Standing): boolean => ready[kind](standing);

interface Told {
  readonly kind: MeetingKind;
  readonly coversThematic: boolean;
  readonly month: string;
}

const monthText = (month: string): string => `tháng ${month.split('-').reverse().join('/')}`;

/** The meeting as a sentence speaks of it: "sinh hoạt chi bộ thường kỳ tháng 12/2026". */
export function meetingWords({ kind, coversThematic, month }: Told, body: BodyKind): string {
  switch (kind) {
    case 'REGULAR':
      return `sinh hoạt chi bộ thường kỳ ${coversThematic ? 'kết hợp sinh hoạt chuyên đề ' : ''}${monthText(month)}`;
    case 'THEMATIC':
      return `sinh hoạt chuyên đề quý ${numerals[monthsOf(quarterOf(month))[0].slice(5)]}/${month.slice(0, 4)}`;
    case 'EXTRAORDINARY':
      return `họp ${body === 'CELL' ? 'chi bộ' : 'đảng ủy'} bất thường ${monthText(month)}`;
    case 'COMMITTEE':
      return `họp đảng ủy định kỳ ${monthText(month)}`;
  }
}

/** By the first month of the quarter. */
const numerals: Readonly<Record<string, string>> = { '01': 'I', '04': 'II', '07': 'III', '10': 'IV' };

const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });

/** 'HH:MM' in Vietnam. */
export const clockText = (instant: string): string => hour.format(Date.parse(instant));
