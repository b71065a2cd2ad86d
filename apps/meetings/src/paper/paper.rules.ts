import type { MeetingKind, MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { PaperKind } from '@vungmanh/contracts/meetings/paper';
import type { BodyKind, Post } from '@vungmanh/contracts/organization/body';
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

const cellPosts: Readonly<Record<Post, string>> = {
  SECRETARY: 'Bí thư chi bộ',
  STANDING_DEPUTY: 'Phó Bí thư chi bộ',
  DEPUTY: 'Phó Bí thư chi bộ',
  STANDING_MEMBER: 'Chi ủy viên',
  MEMBER: 'Chi ủy viên',
};
const committeePosts: Readonly<Record<Post, string>> = {
  SECRETARY: 'Bí thư Đảng ủy',
  STANDING_DEPUTY: 'Phó Bí thư Thường trực Đảng ủy',
  DEPUTY: 'Phó Bí thư Đảng ủy',
  STANDING_MEMBER: 'Ủy viên Ban Thường vụ Đảng ủy',
  MEMBER: 'Đảng ủy viên',
};

/** The office that a person holds in the body, as papers print it behind the name. */
export const officeText = (post: Post, body: BodyKind): string => (body === 'CELL' ? cellPosts : committeePosts)[post];

/** Who may sign for a body: its secretary, or a deputy (`T/M …`, `PHÓ BÍ THƯ`; HD 05-HD/VPTW). */
export const signingOffice: Readonly<Partial<Record<Post, string>>> = {
  SECRETARY: 'Bí thư',
  STANDING_DEPUTY: 'Phó Bí thư',
  DEPUTY: 'Phó Bí thư',
};

/** The note of what the name of the demo province carries is no part of a name on a paper. */
const plainName = (name: string): string => name.replace(/\s*\(dữ liệu mô phỏng\)/giu, '').trim();

/**
 * The place in front of the date: the commune that the body belongs to, else the province, found in the names from the body's own
 * organization upwards. Papers of communes and what is below them name the commune (HD 05-HD/VPTW).
 */
export function placeName(pathOfNames: readonly string[]): string {
  const names = pathOfNames.map(plainName);
  for (const unit of [/(?:xã|phường|thị trấn|đặc khu)\s+(\p{Lu}.*)$/u, /(?:tỉnh|thành phố)\s+(\p{Lu}.*)$/u]) {
    for (const name of names) {
      const found = unit.exec(name)?.[1];
      if (found !== undefined) return found;
    }
  }
  return names.at(-1) ?? '';
}

/** What stands at the top of its papers: a cell by its name; for a committee "Đảng bộ xã A" speaks as "Đảng ủy xã A". */
export const issuingName = (nodeName: string, body: BodyKind): string =>
  body === 'CELL' ? plainName(nodeName) : plainName(nodeName).replace(/^Đảng bộ/u, 'Đảng ủy');

/** 5 of `Số 05-NQ/CB`; undefined while it is awaited, or stands on paper alone. */
export function numberIn(printed: string | null | undefined): number | undefined {
  const digits = /^Số (\d+)-/.exec(printed ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });

/** 'HH:MM' in Vietnam. */
export const clockText = (instant: string): string => hour.format(Date.parse(instant));
