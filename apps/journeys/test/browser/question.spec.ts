import type { Browser } from 'playwright-core';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const FIELD = 'Sinh hoạt chi bộ';
const STEM = 'Chi bộ sinh hoạt thường kỳ mấy lần trong một tháng?';

/** The bank at a desk, practice on a phone, and a connection that is lost in the middle. */
describe('questions and practice in the browser', () => {
  let browser: Browser;
  let village: Village;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-12-15T01:00:00Z');
    village = await foundVillage({ number: '691', official: 5, probationary: 0, termFrom: '2025-08-01' });
    await staffOf(village);
  });
  afterAll(() => browser?.close());

  it('a question is written and approved at a desk', async () => {
    const officer = await Screen.signedIn(browser, village.accounts.officer, 'desk');
    await officer.page.goto('/training');
    await officer.tab('Ngân hàng câu hỏi');
    await officer.look('bank-empty');
    for (const [n, stem] of [STEM, 'Chi bộ sinh hoạt chuyên đề mấy lần?'].entries()) {
      await officer.press('Soạn câu hỏi');
      const dialog = officer.dialog();
      await dialog.getByLabel('Lĩnh vực').selectOption({ label: FIELD });
      await dialog.getByLabel('Câu hỏi', { exact: true }).fill(stem);
      await dialog.getByLabel('Phương án A').fill('Ít nhất một lần một quý');
      await dialog.getByLabel('Phương án B').fill('Một lần một tháng');
      await dialog.getByLabel(`${n === 0 ? 'B' : 'A'} là đáp án đúng`).check();
      await dialog.getByLabel('Văn bản làm căn cứ').fill('Điều lệ Đảng');
      await dialog.getByLabel(/^Điều, khoản/).fill('Điều 24');
      if (n === 0) await officer.look('new-question');
      await officer.press('Lưu bản nháp', dialog);
      await officer.press('Duyệt');
      await officer.sees('Câu hỏi đã được đưa vào sử dụng.');
      if (n === 0) await officer.look('question');
      await officer.press('Ngân hàng câu hỏi');
    }
    await officer.sees(STEM);
    await officer.look('bank');
    expect(await officer.leave()).toEqual([]);
  });

  it('a member practices on a phone, and loses no answer with the connection', async () => {
    const member = await Screen.signedIn(browser, village.accounts.member, 'phone');
    await member.press(/^Ôn tập với/);
    await member.page.getByLabel('Lĩnh vực').selectOption({ label: FIELD });
    await member.look('practice');
    await member.press('Bắt đầu luyện tập');
    await member.sees(/^Đã trả lời 0\/2/);
    await member.look('practice-question');
    const right = async () => ((await member.page.getByText(STEM).count()) > 0 ? 'Một lần một tháng' : 'Ít nhất một lần một quý');
    await member.page.getByLabel(await right()).check();
    await member.press('Xem đáp án');
    await member.sees('Trả lời đúng');
    await member.sees('Đã lưu');
    await member.look('practice-right');
    await member.press('Câu tiếp theo');
    await member.page.context().setOffline(true);
    const wrong = (await right()) === 'Một lần một tháng' ? 'Ít nhất một lần một quý' : 'Một lần một tháng';
    await member.page.getByLabel(wrong).check();
    await member.press('Xem đáp án');
    await member.sees(/Chưa đúng\. Đáp án/);
    await member.sees('Mất kết nối: đã giữ 1 câu trên máy');
    await member.page.context().setOffline(false);
    await member.sees('Đã lưu');
    await member.look('practice-done');
    await member.page.goto('/practice');
    await member.sees(/trả lời 2\/2 câu, đúng 1/);
    await member.look('practices');
    await member.press('Xóa');
    await member.confirm('Xóa');
    await member.sees('Chưa có lượt nào');
    expect(await member.leave()).toEqual([]);
  });
});
