import type { Duty } from '@vungmanh/contracts/inspection/duty';
import { inspectorLabel } from '@vungmanh/contracts/inspection/kind';
import { halfYearText } from '@vungmanh/contracts/inspection/meeting-check-state';
import { quarterText } from '@vungmanh/contracts/inspection/member-supervision';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { showDate } from '../../text/dates.js';

type Of<K extends Duty['kind']> = Extract<Duty, { kind: K }>;

/** A cell draws up a plan, a committee a program; which committee it is stands beside it. */
function paper(actor: ProgramActor): string {
  if (actor === 'CELL') return 'Kế hoạch kiểm tra, giám sát của chi bộ';
  const body = actor === 'SUPERIOR_COMMITTEE' || actor === 'GRASSROOTS_COMMITTEE' ? 'cấp ủy' : inspectorLabel[actor];
  return `Chương trình kiểm tra, giám sát của ${body}`;
}

const ofProgram: Record<Of<'PROGRAM'>['todo'], string> = {
  DRAW_UP: 'chưa lập',
  APPROVE: 'đang dự thảo, chờ phê duyệt',
  PUBLISH: 'đã phê duyệt, chờ thông báo đến đối tượng',
};
const ofQuarter: Record<Of<'QUARTER'>['todo'], string> = {
  DRAW_UP: 'chưa lập kế hoạch',
  TELL: 'đã lập kế hoạch, chưa thông báo đến đảng viên',
  CLOSE: 'đã hết quý, chưa kết thúc',
};

function ofCheck({ todo, left }: Of<'CHECK'>): string {
  switch (todo) {
    case 'OPEN':
      return 'chưa mở';
    case 'START':
      return 'đã lập danh sách, chưa bắt đầu';
    case 'RECORD':
      return `còn ${left} chi bộ chưa ghi kết quả`;
    case 'CONCLUDE':
      return 'đã ghi đủ kết quả, chờ kết luận';
    case 'PUBLISH':
      return 'đã kết luận, chờ thông báo đến các chi bộ';
  }
}

/** What is to be done, in one sentence. */
export function dutyText(duty: Duty): string {
  switch (duty.kind) {
    case 'PROGRAM':
      return `${paper(duty.actor)} năm ${duty.year}: ${ofProgram[duty.todo]}`;
    case 'LINES':
      return `${paper(duty.actor)}: còn ${duty.lines} cuộc phải xong trong quý này${duty.overdue > 0 ? `, trong đó ${duty.overdue} cuộc quá hạn` : ''}`;
    case 'QUARTER':
      return `Giám sát đảng viên ${quarterText(duty.quarter).replace('Quý', 'quý')}: ${ofQuarter[duty.todo]}`;
    case 'CHECK':
      return `Kiểm tra sinh hoạt chi bộ ${halfYearText(duty.half)}: ${ofCheck(duty)}`;
    case 'FINDINGS':
      return `${duty.findings} nội dung phải khắc phục sau kiểm tra sinh hoạt chi bộ`;
  }
}

/** The day that it turns on, in words. */
export function dutyDay(duty: Duty): string {
  const day = showDate(duty.on);
  if (isBeginning(duty)) return `${duty.late ? 'từ ngày' : 'trước ngày'} ${day}`;
  const many = (duty.kind === 'LINES' && duty.lines > 1) || (duty.kind === 'FINDINGS' && duty.findings > 1);
  return many ? `sớm nhất hạn ngày ${day}` : `hạn ngày ${day}`;
}

/** Whether its day is the first of a period that has to be planned, and not a last day. */
export const isBeginning = (duty: Duty): boolean => duty.kind === 'PROGRAM' || (duty.kind === 'QUARTER' && duty.todo !== 'CLOSE');
