import type { CheckNotice } from '@vungmanh/contracts/inspection/meeting-check';
import { halfYearText, type HalfYear } from '@vungmanh/contracts/inspection/meeting-check-state';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { formatVi } from '@vungmanh/regulations/calendar';

/** A published check as the report of the year speaks of it. */
export interface Published {
  readonly half: HalfYear;
  readonly number?: string | undefined;
  readonly publishedOn: CalendarDate;
  readonly cells: number;
  readonly recorded: number;
  readonly heard: number;
  readonly attended: number;
  /** What was asked of cells, and how much of it is done. */
  readonly demanded: number;
  readonly settled: number;
  readonly notice: CheckNotice;
}

const listed = (texts: readonly string[]): string => texts.map((text) => text.replace(/[.;]$/u, '')).join('; ');

/**
 * The section on the keeping of cells' meetings for the report of the year, as paragraphs: each half as its notice said it, no cell
 * named. A half that was not checked is said plainly.
 */
export function yearSummary(year: number, checks: readonly Published[]): string[] {
  const halves: HalfYear[] = [`${year}-H1`, `${year}-H2`];
  return halves.flatMap((half) => {
    const check = checks.find((c) => c.half === half);
    return check ? paragraphsOf(check) : [`${capital(halfYearText(half))}: chưa có cuộc kiểm tra sinh hoạt chi bộ nào được thông báo.`];
  });
}

function paragraphsOf(check: Published): string[] {
  const { half, number, publishedOn, cells, recorded, heard, attended, demanded, settled, notice } = check;
  const paper = number === undefined ? 'Thông báo' : `Thông báo ${number.charAt(0).toLowerCase()}${number.slice(1)}`;
  const opening =
    `${capital(halfYearText(half))}: cấp ủy đã kiểm tra việc sinh hoạt của ${recorded}/${cells} chi bộ, nghe ${heard} chi bộ phản ánh tình hình, ` +
    `dự sinh hoạt ở ${attended} chi bộ; kết quả được thông báo đến các chi bộ (${paper} ngày ${formatVi(publishedOn)}).`;
  return [
    opening,
    ...(notice.strengths.length === 0 ? [] : [`Ưu điểm: ${listed(notice.strengths)}.`]),
    ...(notice.weaknesses.length === 0 ? [] : [`Hạn chế, khuyết điểm: ${listed(notice.weaknesses)}.`]),
    ...(notice.practices.length === 0 ? [] : [`Cách làm hay: ${listed(notice.practices)}.`]),
    ...(demanded === 0 ? [] : [`Đã yêu cầu chi bộ khắc phục ${demanded} nội dung; đến nay đã khắc phục ${settled}/${demanded}.`]),
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
