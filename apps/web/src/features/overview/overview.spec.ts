import type { OverviewRow } from '@vungmanh/contracts/meetings/overview';
import { ownPart, quarterName, startsOf, stepLook, stepOf, thematicOf } from './figures.js';

const row = (figures: Partial<OverviewRow> = {}): OverviewRow => ({
  nodeId: '01980000-0000-7000-8000-000000000001',
  name: 'Đảng bộ xã (dữ liệu mô phỏng)',
  code: '99.101',
  typeCode: 'GRASSROOTS_COMMITTEE',
  bodies: 0,
  planned: 0,
  noticed: 0,
  met: 0,
  confirmed: 0,
  published: 0,
  missed: 0,
  present: 0,
  expected: 0,
  overdueTasks: 0,
  openTasks: 0,
  deviations: 0,
  thematicDue: 0,
  thematicDone: 0,
  ...figures,
});

describe('the part that an organization adds itself', () => {
  it('makes the lines add up to the totals', () => {
    const top = row({ bodies: 14, planned: 14, met: 12, present: 290, expected: 310, overdueTasks: 3 });
    const children = [
      row({ bodies: 4, planned: 4, met: 4, present: 80, expected: 90 }),
      row({ bodies: 9, planned: 9, met: 7, present: 198, expected: 207 }),
    ];
    const own = ownPart(top, children);
    expect(own).toMatchObject({ bodies: 1, planned: 1, met: 1, present: 12, expected: 13, overdueTasks: 3, nodeId: top.nodeId });
    expect(own?.name).toBe('Cấp ủy của tổ chức này');
  });

  it('is left out when the children hold everything', () => {
    expect(ownPart(row({ bodies: 3, met: 2 }), [row({ bodies: 3, met: 2 })])).toBeUndefined();
  });

  it('is not called the committee when it is more than that', () => {
    expect(ownPart(row({ bodies: 14 }), [row({ bodies: 1 })])?.name).toBe('Cấp ủy và các phần khác của tổ chức này');
  });
});

it.each([
  [{}, 'Chưa có số liệu'],
  [{ bodies: 1 }, 'Chưa lập kế hoạch'],
  [{ bodies: 1, planned: 1 }, 'Đã lập kế hoạch'],
  [{ bodies: 1, planned: 1, noticed: 1 }, 'Đã thông báo'],
  [{ bodies: 1, planned: 1, noticed: 1, met: 1 }, 'Đã họp'],
  [{ bodies: 1, planned: 1, noticed: 1, met: 1, confirmed: 1 }, 'Biên bản đã ký'],
  [{ bodies: 1, planned: 1, noticed: 1, met: 1, confirmed: 1, published: 1 }, 'Đã công bố'],
  [{ bodies: 1, planned: 1, noticed: 1, missed: 1 }, 'Chưa sinh hoạt'],
])('says how far the meeting of %j has come', (figures, label) => {
  expect(stepLook[stepOf(row(figures))].label).toBe(label);
});

it('names a quarter as papers do', () => {
  expect(['2026-Q1', '2026-Q4'].map(quarterName)).toEqual(['quý I', 'quý IV']);
});

it('speaks of the thematic meeting once a quarter', () => {
  const owed = { thematicDue: 1, thematicDone: 0 };
  expect(thematicOf({ ...owed, month: '2026-11' })).toBe('');
  expect(thematicOf({ ...owed, month: '2026-12' })).toBe('Chưa sinh hoạt chuyên đề quý IV');
  expect(thematicOf({ thematicDue: 1, thematicDone: 1, month: '2026-09' })).toBe('Đã sinh hoạt chuyên đề quý III');
  expect(thematicOf({ thematicDue: 0, thematicDone: 0, month: '2026-03' })).toBe('');
});

it('begins at the highest organizations that are open', () => {
  expect(startsOf(['tinh'], ['tinh', 'xa'])).toEqual(['tinh']);
  expect(startsOf(['xa', 'so'], ['so', 'thon'])).toEqual(['so']);
  expect(startsOf([], ['xa'])).toEqual(['xa']);
  expect(startsOf(['xa'], [])).toEqual([]);
});
