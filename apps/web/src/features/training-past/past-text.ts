import type { PastImport } from '@vungmanh/contracts/training/past-import';
import { showCount } from '../../text/numbers.js';
import type { Tone } from '../../ui/badge.js';

export const isUnderWay = (state: PastImport['state']): boolean => state === 'READING' || state === 'CHECKING' || state === 'APPLYING';

export const stateTone: Record<PastImport['state'], Tone> = {
  READING: 'active',
  CHECKING: 'active',
  READY: 'wait',
  APPLYING: 'active',
  DONE: 'done',
  REFUSED: 'late',
  CANCELED: 'muted',
};

/** In one sentence what confirming would write: 'Sẽ thêm mới 12 lượt học, thay đổi 3 lượt học.' */
export function confirmSentence({ counts }: Pick<PastImport, 'counts'>): string {
  if (!counts) return '';
  if (counts.errors > 0) return `Còn ${showCount(counts.errors)} dòng có lỗi. Đồng chí sửa trong tệp rồi gửi lại; chưa ghi gì.`;
  const parts = [
    counts.new > 0 ? `thêm mới ${showCount(counts.new)} lượt học` : undefined,
    counts.changed > 0 ? `thay đổi ${showCount(counts.changed)} lượt học` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Dữ liệu trong tệp trùng với dữ liệu đang có: xác nhận sẽ không thay đổi gì.' : `Sẽ ${parts.join(', ')}.`;
}
