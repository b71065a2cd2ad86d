import type { Session } from '@vungmanh/contracts/gateway/session';
import type { Permission } from '@vungmanh/contracts/permission';
import { fieldErrors } from '../ui/use-form.js';
import { may, nodesWith } from '../session/session.js';
import { navigationOf, tabsOf } from './navigation.js';

const node = '01980000-0000-7000-8000-000000000001';
const session = (...held: Permission[]): Session => ({
  accountId: node,
  username: 'mau',
  displayName: 'Tài khoản mô phỏng',
  grants: [
    {
      id: node,
      role: { code: 'SAMPLE', label: 'Mẫu', permissions: held },
      nodeId: node,
      below: false,
      validFrom: '2026-01-01',
      endsSoon: false,
      givenAt: '2026-01-01T01:00:00Z',
      version: 1,
    },
  ],
  endsAt: '2026-11-22T12:00:00Z',
  idleMinutes: 30,
  mode: 'trial',
});
const every = new Set(['/', '/meetings', '/organizations', '/members', '/overview', '/import']);
const paths = (...held: Permission[]) => navigationOf(session(...held), every).map((e) => e.path);

it('shows a person only what they may go to', () => {
  expect(paths()).toEqual(['/']);
  expect(paths('meetings:attend')).toEqual(['/', '/meetings']);
  expect(paths('meetings:prepare', 'membership:list', 'organization:read')).toEqual(['/', '/meetings', '/organizations', '/members']);
});

it('never leads to a page that is not there', () => {
  expect(navigationOf(session('organization:read'), new Set(['/'])).map((e) => e.path)).toEqual(['/']);
});

it('keeps five tabs on a phone', () => {
  const all = navigationOf(session('meetings:read', 'organization:read', 'membership:list', 'meetings:overview', 'organization:import'), every);
  expect(tabsOf(all.slice(0, 5)).rest).toEqual([]);
  expect(tabsOf(all).tabs.map((t) => t.short)).toEqual(['Việc của tôi', 'Sinh hoạt', 'Tổ chức', 'Đảng viên']);
  expect(tabsOf(all).rest.map((t) => t.path)).toEqual(['/overview', '/import']);
});

it('marks a field once, with the first thing that is wrong', () => {
  expect(
    fieldErrors([
      { path: ['items', 0, 'name'], message: 'Chưa nhập tên' },
      { path: ['items', 1], message: 'Trùng' },
      { path: ['place'], message: 'Chưa nhập địa điểm' },
    ]),
  ).toEqual({ items: 'Chưa nhập tên', place: 'Chưa nhập địa điểm' });
});

it('knows where a permission is held', () => {
  const held = session('meetings:prepare');
  expect(may(held, 'meetings:prepare')).toBe(true);
  expect(may(held, 'meetings:prepare', node)).toBe(true);
  expect(may(held, 'meetings:prepare', 'elsewhere')).toBe(false);
  expect(may(held, 'meetings:publish')).toBe(false);
  expect(nodesWith(held, 'meetings:prepare')).toEqual([node]);
});
