import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const missing = (value: unknown): boolean => value === undefined || value === null || value === '' || Number.isNaN(value);

function tooSmall(issue: Issue): string {
  const least = Number(issue.minimum);
  if (issue.origin === 'string') return least <= 1 ? 'Chưa nhập nội dung' : `Cần ít nhất ${least} ký tự`;
  if (issue.origin === 'array' || issue.origin === 'set') return least <= 1 ? 'Chưa chọn mục nào' : `Cần ít nhất ${least} mục`;
  return issue.inclusive === false ? `Phải lớn hơn ${least}` : `Phải từ ${least} trở lên`;
}

function tooBig(issue: Issue): string {
  const most = Number(issue.maximum);
  if (issue.origin === 'string') return `Dài quá ${most} ký tự`;
  if (issue.origin === 'array' || issue.origin === 'set') return `Nhiều nhất ${most} mục`;
  return issue.inclusive === false ? `Phải nhỏ hơn ${most}` : `Phải từ ${most} trở xuống`;
}

/** One sentence for each way in which a typed value can be wrong, where the contract has no sentence of its own. */
export function vietnamese(issue: Issue): string {
  if (missing(issue.input)) return 'Chưa nhập ô này';
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? 'Phải là số' : 'Nội dung chưa đúng dạng';
    case 'not_multiple_of':
      return `Phải chia hết cho ${String(issue.divisor)}`;
    case 'invalid_value':
      return 'Hãy chọn một mục trong danh sách';
    case 'unrecognized_keys':
      return 'Có mục không được nhận';
    default:
      return 'Nội dung chưa đúng dạng';
  }
}
