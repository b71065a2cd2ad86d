import { listDuties } from '@vungmanh/contracts/training/duty';
import type { Browser } from 'playwright-core';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { eventually, moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const YEAR = 2027;

/** domain.md §6 by hand: what a cell lacks on its secretary's phone, and the year's plan at the desk of the committee above. */
describe('training in the browser', () => {
  let browser: Browser;
  let village: Village;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-12-10T02:00:00Z');
    village = await foundVillage({ number: '502', official: 4, probationary: 1, termFrom: '2025-08-01' });
    const { officer } = await staffOf(village);
    await eventually(
      async () => (await officer.doOnceKnown(listDuties, { nodeId: village.cell.id })).items,
      (duties) => duties.length === 2,
    );
  });
  afterAll(() => browser?.close());

  const troublesOf = async (username: string, size: 'phone' | 'desk', work: (s: Screen) => Promise<void>): Promise<string[]> => {
    const screen = await Screen.signedIn(browser, username, size);
    await work(screen);
    return screen.leave();
  };

  it('a secretary sees what is asked of them and of their cell, and says what else it needs', async () => {
    expect(
      await troublesOf(village.accounts.secretary, 'phone', async (s) => {
        await s.sees('Lớp học tôi cần tham gia');
        await s.look('training-first-page');
        await s.page.goto('/training');
        await s.sees('Ai còn phải học');
        await s.sees(village.secretary.name);
        await s.look('training-duties-phone');
        await s.tab('Kế hoạch năm');
        await s.press(`Năm ${YEAR}`);
        await s.press('Nêu nhu cầu');
        await s.field('Lớp học').selectOption({ label: 'Bồi dưỡng nhận thức về Đảng' });
        await s.field('Số người').fill('3');
        await s.look('training-need-phone');
        await s.confirm('Ghi nhu cầu');
        await s.sees('Tổ chức mình đã đề nghị thêm 3 người');
        await s.look('training-needs-phone');
        await s.tab('Chương trình');
        await s.page.getByRole('link', { name: 'Bồi dưỡng nhận thức về Đảng' }).click();
        await s.sees('50 tiết, 10 buổi, 5 ngày');
        await s.look('training-course-phone');
      }),
    ).toEqual([]);
  });

  it('the committee above sees who lacks what', async () => {
    expect(
      await troublesOf(village.accounts.officer, 'desk', async (s) => {
        await s.page.goto(`/training?view=duties&year=${YEAR}`);
        await s.sees(village.secretary.name);
        await s.look('training-duties');
        await s.page.getByRole('button', { name: 'Ghi đã học' }).first().click();
        await s.look('training-record');
        await s.press('Thôi', s.dialog());
        await s.press('Yêu cầu một đồng chí đi học');
        await s.look('training-require');
        await s.press('Thôi', s.dialog());
      }),
    ).toEqual([]);
  });

  it('and plans the year', async () => {
    expect(
      await troublesOf(village.accounts.officer, 'desk', async (s) => {
        await s.page.goto(`/training?view=plans&year=${YEAR}`);
        await s.press(`Lập kế hoạch năm ${YEAR}`);
        await s.sees('Kế hoạch chưa có lớp nào');
        await s.press('Thêm lớp');
        await s.field('Lớp học').selectOption({ label: 'Bồi dưỡng nhận thức về Đảng' });
        await s.field('Khai giảng (lớp đầu tiên)').fill('05/04/2027');
        await s.field('Bế giảng (lớp cuối cùng)').fill('09/04/2027');
        await s.field('Tổng số chỗ').fill('40');
        await s.field('Nơi học').fill('Hội trường xã');
        await s.look('training-plan-adding');
        await s.confirm('Thêm vào kế hoạch');
        await s.sees('Số chỗ học theo tháng khai giảng');
        await s.press('Chỉ tiêu');
        await s.field(`Chỉ tiêu của ${village.cell.name} (không bắt buộc)`).fill('3');
        await s.look('training-quotas');
        await s.confirm('Ghi phân bổ');
        await s.press('Ghi phê duyệt');
        await s.field('Phê duyệt tại').fill('Hội nghị Ban Chấp hành tháng 12');
        await s.field('Ngày phê duyệt').fill('09/12/2026');
        await s.confirm('Ghi phê duyệt');
        await s.sees(/Số \d+-KH/);
        await s.look('training-plan');
        await s.page.goto(`/training?view=plans&year=${YEAR}`);
        await s.sees(`Nhu cầu năm ${YEAR}`);
        await s.look('training-plans');
      }),
    ).toEqual([]);
  });

  it('the plan is read on a phone', async () => {
    expect(
      await troublesOf(village.accounts.officer, 'phone', async (s) => {
        await s.page.goto(`/training?view=plans&year=${YEAR}`);
        await s.page.getByRole('link', { name: 'Mở kế hoạch' }).click();
        await s.sees('Số chỗ học theo tháng khai giảng');
        await s.look('training-plan-phone');
      }),
    ).toEqual([]);
  });
});
