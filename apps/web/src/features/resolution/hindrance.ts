import type { Resolution } from '@vungmanh/contracts/meetings/resolution';
import type { Vote } from '@vungmanh/contracts/meetings/vote';

/** What stands between the draft and its adoption, in one sentence; nothing when it can be adopted. */
export function hindrance(resolution: Pick<Resolution, 'content' | 'missing'>, votes: readonly Vote[], dirty: boolean): string | undefined {
  if (resolution.content.items.length === 0) return dirty ? 'Dự thảo còn phần chưa lưu.' : 'Nghị quyết chưa có việc nào.';
  if (dirty) return 'Dự thảo còn phần chưa lưu.';
  if (resolution.missing.length > 0) return 'Còn việc chưa đủ sáu nội dung.';
  if (!votes.some((v) => v.matter === 'RESOLUTION' && v.passed)) return 'Chưa có kết quả biểu quyết thông qua nghị quyết.';
  return undefined;
}
