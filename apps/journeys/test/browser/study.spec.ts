import { listStudyCampaigns } from '@vungmanh/contracts/training/study-campaign';
import type { Browser } from 'playwright-core';
import { Person } from '../../src/person.js';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const PAPER = 'Nghị quyết số 58-NQ/TW';

/** The third story of training as its people see it: the province at a desk, a secretary on a phone, one commune late. */
describe('the study of a resolution in the browser', () => {
  let browser: Browser;
  let village: Village;
  let officer: Screen;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-12-07T02:00:00Z');
    village = await foundVillage({ number: '523', official: 6, probationary: 0, termFrom: '2025-08-01' });
    await staffOf(village);
    await (await Person.signedIn(village.accounts.secretary)).doOnceKnown(listStudyCampaigns, { nodeId: village.cell.id });
    officer = await Screen.signedIn(browser, 'canbo.tinh', 'desk');
  });
  afterAll(() => browser?.close());

  it('is drawn up and goes down from the province', async () => {
    await officer.page.goto('/training?view=studies');
    await officer.look('studies-before');
    await officer.press('Lập đợt học tập');
    await officer.field('Số, ký hiệu').fill('58-NQ/TW');
    await officer.press('Lập đợt học tập', officer.dialog());
    await officer.sees('Ghi đủ ba hạn của mỗi cấp đã chọn');
    await officer.field('Ngày ban hành').fill('15/11/2026');
    await officer.field('Cơ quan ban hành').fill('Bộ Chính trị');
    await officer.field('Trích yếu').fill('về một nhiệm vụ (mô phỏng)');
    const dates = { 'Hạn học tập, quán triệt': '10/12/2026', 'Hạn ban hành chương trình': '20/12/2026', 'Hạn sơ kết, tổng kết': '30/11/2027' };
    for (const [step, day] of Object.entries(dates)) {
      for (const field of await officer.field(step).all()) await field.fill(day);
    }
    await officer.look('open-study');
    await officer.press('Lập đợt học tập', officer.dialog());
    await officer.sees(PAPER);
    await officer.look('study-draft');
    await officer.press('Triển khai đến các tổ chức');
    await officer.confirm('Triển khai');
    await officer.sees('Từng cấp đang ở bước nào');
    await officer.look('study-cascaded');
    expect(await officer.leave()).toEqual([]);
  });

  it('is a reminder on the secretary’s first page, and is written down on a phone', async () => {
    const secretary = await Screen.signedIn(browser, village.accounts.secretary, 'phone');
    await secretary.sees(PAPER);
    await secretary.look('home-with-study');
    await secretary.press(PAPER);
    await secretary.look('level-received');
    await secretary.press('Ghi buổi học tập');
    await secretary.field('Nội dung, hình thức').fill('Học tập toàn văn tại nhà văn hóa (mô phỏng)');
    await secretary.field('Số người triệu tập').fill('6');
    await secretary.field('Số người dự').fill('5');
    await secretary.field('Số bài thu hoạch đã nộp').fill('4');
    await secretary.look('session-form');
    await secretary.confirm('Ghi buổi học tập');
    await secretary.press('Đã học tập, quán triệt xong');
    await secretary.press('Ghi chương trình, kế hoạch');
    await secretary.field('Số, ký hiệu').fill('03-KH/CB');
    await secretary.look('program-form');
    await secretary.confirm('Ghi chương trình, kế hoạch');
    await secretary.sees('Bắt đầu thực hiện');
    await secretary.look('level-program');
    expect(await secretary.leave()).toEqual([]);
  });

  it('shows the province who is late, and where', async () => {
    await moveTo('2026-12-12T02:00:00Z');
    officer = await Screen.signedIn(browser, 'canbo.tinh', 'desk');
    await officer.page.goto('/training?view=studies');
    await officer.press(PAPER);
    await officer.press(village.commune.name);
    await officer.sees(/1 quá hạn/);
    await officer.sees(village.cell.name);
    await officer.look('study-commune-late');
    await officer.page.setViewportSize({ width: 390, height: 844 });
    await officer.look('study-commune-phone');
    await officer.page.setViewportSize({ width: 1440, height: 900 });
    await officer.press('Tổng kết, kết thúc');
    await officer.page.getByLabel('Kết luận tổng kết').fill('Các cấp học tập nghiêm túc (mô phỏng)');
    await officer.page.getByLabel('Lý do kết thúc khi chưa đủ').fill('Kết thúc mô phỏng');
    await officer.look('close-study');
    await officer.confirm('Kết thúc đợt học tập');
    await officer.sees('Đã tổng kết');
    await officer.page.goto('/training?view=studies');
    await officer.look('studies-after');
    expect(await officer.leave()).toEqual([]);
  });
});
