import type { Browser } from 'playwright-core';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const DAY = '12/12/2026';
const TITLE = 'Lớp bồi dưỡng khóa I (mô phỏng)';

/** A class from its plan to the certificate, as its people see it: the officer at a desk, the cell and the member on their phones. */
describe('a class in the browser', () => {
  let browser: Browser;
  let village: Village;
  let officer: Screen;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-12-12T01:00:00Z');
    village = await foundVillage({ number: '512', official: 6, probationary: 0, termFrom: '2025-08-01' });
    await staffOf(village);
    officer = await Screen.signedIn(browser, village.accounts.officer, 'desk');
  });
  afterAll(() => browser?.close());

  it('is planned by the commune', async () => {
    await officer.page.goto('/training');
    await officer.tab('Lớp học');
    await officer.look('classes-empty');
    await officer.press('Lập lớp');
    const dialog = officer.dialog();
    await dialog.getByLabel('Chương trình').selectOption({ label: 'Bồi dưỡng bí thư chi bộ, cấp ủy viên' });
    await dialog.getByLabel('Tên lớp').fill(TITLE);
    await dialog.getByLabel('Số chỗ').fill('5');
    await dialog.getByLabel('Ngày khai giảng').fill(DAY);
    await dialog.getByLabel('Số ngày học').fill('1');
    await dialog.getByLabel('Nơi học').fill('Hội trường xã (mô phỏng)');
    await officer.press('Lập lịch học', dialog);
    await dialog.getByLabel('Nội dung buổi 2').waitFor();
    await dialog.getByLabel(/^Dự ít nhất/).fill('80');
    await dialog.getByLabel(/^Điểm bài thu hoạch/).fill('5');
    await officer.look('new-class');
    await officer.press('Lập lớp', dialog);
    await officer.sees('Về lớp này');
    await officer.press('Mở nhận học viên');
    await officer.confirm('Mở nhận học viên');
    await officer.sees('Đang nhận học viên');
    await officer.look('class-enrolling');
    expect(new URL(officer.page.url()).pathname).toMatch(/^\/training\/classes\//);
  });

  it('is filled by the cell on a phone', async () => {
    const secretary = await Screen.signedIn(browser, village.accounts.secretary, 'phone');
    await secretary.page.goto('/training?view=classes');
    await secretary.press(TITLE);
    await secretary.sees(/Chưa cử ai/);
    await secretary.look('cell-class');
    await secretary.press('Cử người đi học');
    const dialog = secretary.dialog();
    for (const { name } of [village.secretary, village.plain ?? village.secretary]) await dialog.getByText(name, { exact: false }).first().click();
    await secretary.look('nominate');
    await secretary.press('Cử 2 người', dialog);
    await secretary.sees('Chi bộ đã cử, chờ duyệt');
    await secretary.look('cell-class-named');
    expect(await secretary.leave()).toEqual([]);
  });

  it('is approved, and the member says that they come', async () => {
    await officer.page.reload();
    await officer.sees(/Chờ duyệt: 2 người/);
    await officer.page.getByLabel('Chọn tất cả (2)').check();
    await officer.look('decide');
    await officer.press('Duyệt 2 người');
    await officer.sees('Đã duyệt, chờ xác nhận');
    const member = await Screen.signedIn(browser, village.accounts.member, 'phone');
    await member.sees('Lớp học của tôi');
    await member.look('my-classes');
    await member.press('Tôi sẽ đi học');
    await member.sees('Đã xác nhận đi học');
    expect(await member.leave()).toEqual([]);
  });

  it('runs: the roll of a sitting is the roll of meetings', async () => {
    await officer.page.reload();
    await officer.press('Mở lớp');
    await officer.press('Mở lớp', officer.dialog());
    await officer.sees('Đang học');
    await officer.tab('Lịch học, điểm danh');
    await officer.look('lessons');
    for (const n of [1, 2]) {
      await officer.press('Điểm danh');
      await officer.sees(`Điểm danh buổi ${n}`);
      if (n === 1) await officer.look('lesson-roll');
      await officer.press(/^Còn lại có mặt/);
      await officer.press('Chốt điểm danh');
      await officer.confirm('Chốt điểm danh');
      await officer.sees('Đã chốt điểm danh');
      await officer.press(TITLE);
      await officer.sees('Có mặt 2/2');
    }
    await officer.tab('Học viên');
    await officer.press('Nhập điểm');
    const dialog = officer.dialog();
    const marks = dialog.getByLabel(/bản Mô Phỏng 512/);
    await marks.nth(0).fill('8,25');
    await marks.nth(1).fill('4,5');
    await officer.look('marks');
    await officer.press('Ghi điểm', dialog);
    await officer.sees('8,25');
    await officer.page.reload();
    await officer.press('Xét kết quả');
    await officer.confirm('Xét kết quả');
    await officer.sees('Chưa đạt yêu cầu');
    await officer.look('assessed');
    expect(await officer.page.getByText('Chưa đạt yêu cầu').count()).toBe(1);
  });

  it('ends with a certificate that anyone can check', async () => {
    await officer.press('Cấp giấy chứng nhận');
    await officer.press('Cấp giấy chứng nhận', officer.dialog());
    await officer.sees('Đã kết thúc');
    await officer.tab('Giấy chứng nhận');
    await officer.sees('01/2026/GCN');
    await officer.look('certificates');
    await officer.tab('Văn bản');
    await officer.look('class-papers');
    expect(await officer.leave()).toEqual([]);
    const stranger = await Screen.opened(browser, 'nobody.512', 'phone');
    await stranger.page.goto('/certificate-check');
    await stranger.look('certificate-check');
    await stranger.field('Mã kiểm tra').fill('2222-2222-2222-2222');
    await stranger.press('Kiểm tra');
    await stranger.sees('Không có giấy chứng nhận mang mã này');
    await stranger.look('certificate-checked');
    expect(await stranger.leave()).toEqual([]);
  });
});
