import type { PaperType, RegisterLine } from '@vungmanh/contracts/organization/register';

export const paperTypeLabel: Record<PaperType, string> = {
  NQ: 'Nghị quyết',
  TB: 'Thông báo',
  BB: 'Biên bản',
  KL: 'Kết luận',
  QĐ: 'Quyết định',
  BC: 'Báo cáo',
  KH: 'Kế hoạch',
  CTr: 'Chương trình',
  TTr: 'Tờ trình',
  CV: 'Công văn',
};

const pad = (n: number): string => String(n).padStart(2, '0');

/** Which numbers before this one were never used: 'Khuyết số 03', 'Khuyết số 03–05'. */
export function gapText({ number, gapBefore }: Pick<RegisterLine, 'number' | 'gapBefore'>): string {
  if (gapBefore === 0) return '';
  const last = number - 1;
  const first = number - gapBefore;
  return `Khuyết số ${first === last ? pad(last) : `${pad(first)}–${pad(last)}`}`;
}
