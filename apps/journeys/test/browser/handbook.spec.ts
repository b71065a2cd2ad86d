import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import { listChapterDrafts } from '@vungmanh/contracts/training/chapter';
import type { Browser } from 'playwright-core';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const CHAPTER = 'XB-682. Thu, nộp đảng phí (mô phỏng)';
const BODY = `# Mức đóng
Đảng viên đóng theo thu nhập; chi bộ niêm yết mức đóng (mô phỏng).
# Cách thu
- Chi ủy viên phụ trách thu trước ngày họp.
- Ghi sổ, người nộp ký nhận.
# Nộp lên cấp trên
Trích nộp theo quý, kèm bảng kê.`;

/** The handbook as its people see it: an officer at a desk, a secretary and a member on their phones. */
describe('the handbook in the browser', () => {
  let browser: Browser;
  let village: Village;
  let meeting: string;
  let officer: Screen;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-11-28T02:00:00Z');
    village = await foundVillage({ number: '682', official: 6, probationary: 0, termFrom: '2025-08-01' });
    const { secretary, officer: writer } = await staffOf(village);
    await writer.doOnceKnown(listChapterDrafts, {});
    await secretary.do(generatePlan, { nodeId: village.cell.id, year: 2026 });
    const { items } = await secretary.do(listMeetings, { nodeId: village.cell.id, from: '2026-12', to: '2026-12', kind: 'REGULAR' });
    meeting = `/meetings/${items[0]?.id ?? ''}`;
  });
  afterAll(() => browser?.close());

  it('gets a chapter from the officer of the commune', async () => {
    officer = await Screen.signedIn(browser, village.accounts.officer, 'desk');
    await officer.page.goto('/library');
    await officer.press('Soạn chương mới');
    await officer.field('Mã chương').fill('XB-682');
    await officer.field('Tên chương').fill('Thu, nộp đảng phí (mô phỏng)');
    await officer.field('Nội dung').fill(BODY);
    await officer.page.getByRole('checkbox', { name: 'Xây dựng Đảng' }).check();
    await officer.look('writing');
    await officer.press('Lưu bản soạn');
    await officer.press('Ban hành');
    await officer.look('publish-asked');
    await officer.confirm('Ban hành bản 1');
    await officer.sees('Trong chương này');
    await officer.look('chapter');
    await officer.page.setViewportSize({ width: 390, height: 844 });
    await officer.look('chapter-phone');
    await officer.page.setViewportSize({ width: 1440, height: 900 });
    expect(await officer.page.getByRole('heading', { level: 1 }).textContent()).toBe(CHAPTER);
  });

  it('is found by the secretary beside the item of the agenda, and cited', async () => {
    const secretary = await Screen.signedIn(browser, village.accounts.secretary, 'phone');
    await secretary.page.goto(meeting);
    await secretary.field('Địa điểm').fill('Nhà văn hóa bản');
    await secretary.choose('Chủ trì', village.secretary.name);
    await secretary.choose('Người ghi biên bản', village.minuteTaker.name);
    await secretary.press('Lấy chương trình mẫu');
    await secretary.look('hints');
    await secretary.press('Sổ tay: 1 chương gợi ý cho mục 4');
    await secretary.look('hint-open');
    await secretary.press('Dẫn XB-682');
    await secretary.sees('Bỏ dẫn');
    await secretary.press('Lưu chuẩn bị');
    await secretary.sees('Đã lưu chuẩn bị.');
    await secretary.press('Gửi thông báo');
    await secretary.confirm('Gửi thông báo');
    await secretary.sees('Đã gửi thông báo sinh hoạt');
    expect(await secretary.leave()).toEqual([]);
  });

  it('is read by a member from the notice, and found by a search without marks', async () => {
    const member = await Screen.signedIn(browser, village.accounts.member, 'phone');
    await member.press('Đọc thông báo');
    await member.look('notice-citing');
    await member.press(CHAPTER);
    await member.sees('Chi ủy viên phụ trách thu trước ngày họp.');
    await member.look('read');
    await member.page.goto('/library');
    await member.page.getByLabel('Tìm trong Sổ tay').fill('niem yet muc dong');
    await member.sees(/chi bộ niêm yết mức đóng/);
    await member.look('search');
    expect(await member.leave()).toEqual([]);
  });

  it('is counted for the province, above many cells', async () => {
    const province = await Screen.signedIn(browser, 'canbo.tinh', 'desk');
    await province.page.goto('/library?view=use');
    await province.sees(CHAPTER);
    await province.look('use');
    expect(await province.leave()).toEqual([]);
    expect(await officer.leave()).toEqual([]);
  });
});
