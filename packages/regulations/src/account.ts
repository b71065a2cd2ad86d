import { parameter, since } from './parameter.js';

/** Accounts and their rights. No central document speaks of it: the committee that gives the rights sets its own. */
export const account = {
  'account.grant.warn_days': parameter({
    unit: 'days',
    replaceable: true,
    says: (n) => `Quyền sắp hết hạn được báo trước ${n} ngày.`,
    rows: [since('2026-01-01', 30, 'Quy ước vận hành của hệ thống, 01/01/2026; cấp ủy quy định khác được', 'G')],
  }),
  'account.invitation.days': parameter({
    unit: 'days',
    replaceable: true,
    says: (n) => `Giấy mời đặt mật khẩu có hiệu lực ${n} ngày.`,
    rows: [since('2026-01-01', 7, 'Quy ước vận hành của hệ thống, 01/01/2026; cấp ủy quy định khác được', 'G')],
  }),
} as const;
