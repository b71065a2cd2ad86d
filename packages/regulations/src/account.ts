import { parameter, since } from './parameter.js';
import * as s from './source.js';

/** Accounts and their rights. No central document speaks of it: the committee that gives the rights sets its own. */
export const account = {
  'account.grant.warn_days': parameter({
    unit: 'days',
    replaceable: true,
    says: (n) => `Quyền sắp hết hạn được báo trước ${n} ngày.`,
    rows: [since(s.OPERATING_FROM, 30, s.OPERATING, 'G')],
  }),
  'account.temporary_grant.max_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Quyền đọc tạm thời của đoàn kiểm tra mở không quá ${n} ngày.`,
    rows: [since(s.OPERATING_FROM, 60, s.OPERATING, 'G')],
  }),
  'account.invitation.days': parameter({
    unit: 'days',
    replaceable: true,
    says: (n) => `Giấy mời đặt mật khẩu có hiệu lực ${n} ngày.`,
    rows: [since(s.OPERATING_FROM, 7, s.OPERATING, 'G')],
  }),
} as const;
