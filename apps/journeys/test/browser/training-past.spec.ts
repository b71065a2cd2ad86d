import { pastColumns, type PastColumn } from '@vungmanh/contracts/training/past-sheet';
import { writeWorkbook } from '@vungmanh/documents/workbook/write';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

/** What was learned in the past comes in by the sheet, counts in the figures, and stands on everybody's record; people are prepared for posts. */
describe('past attendances, figures and preparation in the browser', () => {
  let browser: Browser;
  let village: Village;
  let folder: string;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-12-10T02:00:00Z');
    village = await foundVillage({ number: '672', official: 4, probationary: 1, termFrom: '2025-08-01' });
    await staffOf(village);
    folder = await mkdtemp(join(tmpdir(), 'vungmanh-past-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await browser?.close();
  });

  const troublesOf = async (username: string, size: 'phone' | 'desk', work: (s: Screen) => Promise<void>): Promise<string[]> => {
    const screen = await Screen.signedIn(browser, username, size);
    await work(screen);
    return screen.leave();
  };
  const written = async (name: string, lines: readonly Partial<Record<PastColumn, string>>[]): Promise<string> => {
    const path = join(folder, name);
    const columns = pastColumns.map((c) => ({ header: c.title, width: 20, kind: 'text' as const }));
    await writeWorkbook(path, [{ name: 'Lượt học', columns, rows: lines.map((line) => pastColumns.map(({ key }) => line[key])) }]);
    return path;
  };
  const line = (i: number) => ({
    cardNumber: `98672${String(i).padStart(3, '0')}`,
    name: 'Lò Mô Phỏng An',
    course: 'Bồi dưỡng nghiệp vụ công tác đảng',
    level: 'Huyện',
    from: '06/05/2026',
    result: 'Hoàn thành',
  });

  it('an officer brings them in after a look at what is wrong', async () => {
    const wrong = await written('sai.xlsx', [line(0), { ...line(1), cardNumber: '11111111' }]);
    const right = await written('dung.xlsx', [0, 1, 2, 3].map(line));
    expect(
      await troublesOf(village.accounts.officer, 'desk', async (s) => {
        await s.page.goto('/training?view=past');
        await s.sees('Nhập lượt học trước đây từ tệp Excel');
        await s.look('training-past');
        await s.page.setInputFiles('input[type=file]', wrong);
        await s.press('Gửi và xem trước');
        await s.sees('Còn 1 dòng có lỗi');
        await s.sees(/Không tìm thấy hồ sơ trong phạm vi nhập/);
        await s.look('training-past-wrong');
        await s.page.goto('/training?view=past');
        await s.page.setInputFiles('input[type=file]', right);
        await s.press('Gửi và xem trước');
        await s.sees('Sẽ thêm mới 4 lượt học.');
        await s.look('training-past-preview');
        await s.press('Xác nhận nhập');
        await s.press('Ghi vào hệ thống', s.dialog());
        await s.sees(/Đã nhập xong/);
        await s.look('training-past-done');
      }),
    ).toEqual([]);
  });

  it('they count in the figures and stand on one’s own record', async () => {
    expect(
      await troublesOf(village.accounts.officer, 'desk', async (s) => {
        await s.page.goto('/training?view=report&year=2026');
        await s.sees('Số lượt đào tạo, bồi dưỡng');
        await s.look('training-report');
      }),
    ).toEqual([]);
    expect(
      await troublesOf(village.accounts.officer, 'phone', async (s) => {
        await s.page.goto('/training?view=report&year=2026');
        await s.sees('Trình độ lý luận chính trị của đảng viên hiện nay');
        await s.look('training-report-phone');
      }),
    ).toEqual([]);
    expect(
      await troublesOf(village.accounts.secretary, 'phone', async (s) => {
        await s.page.goto('/my/record');
        await s.sees('Quá trình đào tạo, bồi dưỡng');
        await s.look('my-taken-courses-phone');
      }),
    ).toEqual([]);
  });

  it('somebody is proposed for a post, and what they lack is told by rule', async () => {
    expect(
      await troublesOf(village.accounts.officer, 'desk', async (s) => {
        await s.page.goto('/training?view=pool');
        await s.sees('Chưa có ai trong danh sách');
        await s.press('Giới thiệu người');
        await s.page.getByRole('combobox', { name: 'Đồng chí' }).fill(village.secretary.name);
        await s.page.getByRole('option').first().click();
        await s.field('Nhiệm kỳ').fill('2025-2030');
        await s.field('Từ ngày').fill('01/12/2026');
        await s.field('Đến ngày').fill('30/06/2030');
        await s.field('Nơi giới thiệu').fill('Ban Thường vụ Đảng ủy (mô phỏng)');
        await s.look('preparation-propose');
        await s.confirm('Ghi vào danh sách');
        await s.sees('Được giới thiệu');
        await s.look('preparations');
        await s.page.getByRole('link', { name: village.secretary.name }).click();
        await s.sees('Đã có và còn thiếu');
        await s.look('preparation');
        await s.press('Ghi quyết định phê duyệt');
        await s.field('Số quyết định').fill('31-QĐ/ĐU');
        await s.field('Ngày quyết định').fill('09/12/2026');
        await s.confirm('Ghi phê duyệt');
        await s.sees('Trong quy hoạch');
        await s.look('preparation-approved');
      }),
    ).toEqual([]);
  });
});
