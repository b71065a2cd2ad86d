import type { Permission } from '@vungmanh/contracts/permission';
import type { Session } from '@vungmanh/contracts/gateway/session';
import { nodesWith } from '../session/session.js';
import type { IconName } from '../ui/icon.js';

export interface NavigationEntry {
  readonly path: `/${string}`;
  readonly label: string;
  /** On the tab bar of a phone. */
  readonly short: string;
  readonly icon: IconName;
  /** Shown to whoever holds one of these anywhere; without it to everybody. */
  readonly needs?: readonly Permission[];
}

const entries: readonly NavigationEntry[] = [
  { path: '/', label: 'Việc của tôi', short: 'Việc của tôi', icon: 'tasks' },
  {
    path: '/meetings',
    label: 'Sinh hoạt chi bộ',
    short: 'Sinh hoạt',
    icon: 'meeting',
    needs: ['meetings:read', 'meetings:prepare', 'meetings:plan', 'meetings:take-minutes', 'meetings:attend'],
  },
  { path: '/tasks', label: 'Nhiệm vụ', short: 'Nhiệm vụ', icon: 'check' },
  { path: '/organizations', label: 'Tổ chức', short: 'Tổ chức', icon: 'tree', needs: ['organization:read'] },
  { path: '/members', label: 'Đảng viên', short: 'Đảng viên', icon: 'people', needs: ['membership:list', 'membership:read'] },
  { path: '/overview', label: 'Toàn cảnh', short: 'Toàn cảnh', icon: 'overview', needs: ['meetings:overview'] },
  { path: '/inspection', label: 'Kiểm tra, giám sát', short: 'Kiểm tra', icon: 'eye', needs: ['inspection:read'] },
  { path: '/discipline', label: 'Kỷ luật đảng', short: 'Kỷ luật', icon: 'file', needs: ['inspection:discipline'] },
  { path: '/library', label: 'Sổ tay nghiệp vụ', short: 'Sổ tay', icon: 'book' },
  { path: '/training', label: 'Đào tạo, bồi dưỡng', short: 'Đào tạo', icon: 'training', needs: ['training:read', 'training:report'] },
  { path: '/import', label: 'Nhập, xuất', short: 'Nhập, xuất', icon: 'upload', needs: ['organization:import', 'organization:export'] },
  { path: '/rules', label: 'Quy định', short: 'Quy định', icon: 'file', needs: ['organization:set-rules'] },
  { path: '/accounts', label: 'Tài khoản', short: 'Tài khoản', icon: 'lock', needs: ['identity:manage-grants'] },
  { path: '/audit', label: 'Nhật ký truy cập', short: 'Nhật ký', icon: 'file', needs: ['audit:read'] },
];

/** What this person may go to, among the pages that there are. */
export function navigationOf(session: Session, pages: ReadonlySet<string>): NavigationEntry[] {
  return entries.filter((e) => pages.has(e.path) && (e.needs === undefined || e.needs.some((p) => nodesWith(session, p).length > 0)));
}

/** A phone's tab bar holds five: with more, four and the rest under "Thêm". */
export function tabsOf(all: readonly NavigationEntry[]): { tabs: readonly NavigationEntry[]; rest: readonly NavigationEntry[] } {
  return all.length <= 5 ? { tabs: all, rest: [] } : { tabs: all.slice(0, 4), rest: all.slice(4) };
}
