import { getRound, setJury } from '@vungmanh/contracts/training/contest-round';
import type { Browser } from 'playwright-core';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf, type Staff } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const CONTEST = 'Hội thi Bí thư chi bộ giỏi (mô phỏng)';
const ROUND = 'Vòng thi cấp xã (mô phỏng)';

/** A contest as its people see it: the officer at a desk, the cell, the juror on their phones. */
describe('a contest in the browser', () => {
  let browser: Browser;
  let village: Village;
  let beside: Village;
  let staff: Staff;
  let officer: Screen;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-12-17T01:00:00Z');
    village = await foundVillage({ number: '693', official: 4, probationary: 0, termFrom: '2025-08-01' });
    beside = await foundVillage({ number: '694', official: 4, probationary: 0, termFrom: '2025-08-01' });
    staff = await staffOf(village);
    officer = await Screen.signedIn(browser, village.accounts.officer, 'desk');
  });
  afterAll(() => browser?.close());

  it('is begun with its scale, and a round takes people', async () => {
    await officer.page.goto('/training');
    await officer.tab('Hội thi');
    await officer.press('Lập hội thi');
    const dialog = officer.dialog();
    await dialog.getByLabel('Tên hội thi').fill(CONTEST);
    await dialog.getByLabel('Thể lệ, kế hoạch').fill('Kế hoạch số 01-KH/ĐU (mô phỏng)');
    await dialog.getByLabel(/^Điểm tối đa phần trắc nghiệm/).fill('');
    await dialog.getByLabel(/^Tiêu chí phần tình huống/).fill('Nhận diện vấn đề / 20\nGiải pháp / 30');
    await dialog.getByLabel(/^Tiêu chí phần xử lý/).fill('Trình bày / 20');
    await officer.look('new-contest');
    await officer.press('Lập hội thi', dialog);
    await officer.sees(CONTEST);
    await officer.press('Lập vòng thi');
    await dialog.getByLabel('Cấp').selectOption({ label: 'Cấp xã, phường' });
    await dialog.getByLabel('Tên vòng thi').fill(ROUND);
    await dialog.getByLabel('Ngày thi').fill('20/12/2026');
    await dialog.getByLabel('Địa điểm').fill('Hội trường xã (mô phỏng)');
    await officer.press('Lập vòng thi', dialog);
    await officer.sees('Về vòng thi');
    await officer.press('Mở nhận người dự thi');
    await officer.confirm('Mở nhận người dự thi');
    await officer.sees('Đang nhận người dự thi');
    expect(new URL(officer.page.url()).pathname).toMatch(/^\/training\/rounds\//);
  });

  it('gets its people from the cell, on a phone', async () => {
    const secretary = await Screen.signedIn(browser, village.accounts.secretary, 'phone');
    await secretary.page.goto('/training?view=contests');
    await secretary.press('Cử người dự thi');
    await secretary.choose('Người dự thi', village.secretary.name);
    await secretary.look('enter');
    await secretary.press('Cử dự thi', secretary.dialog());
    await secretary.sees('Đã cử người dự thi.');
    await secretary.look('contests-cell');
    expect(await secretary.leave()).toEqual([]);
  });

  it('is marked by a juror of another cell on the printed scale, and ends with its result and papers', async () => {
    const roundId = new URL(officer.page.url()).pathname.split('/').at(-1) ?? '';
    const juror = beside.plain ?? beside.secretary;
    await staff.officer.do(setJury, { roundId, jurors: [{ personId: juror.id, role: 'CHAIR' }] }, await staff.officer.do(getRound, { roundId }));
    await officer.page.reload();
    await officer.press('Ban giám khảo');
    await officer.look('jury');
    await officer.press('Thôi', officer.dialog());
    await officer.press('Bắt đầu thi');
    await officer.confirm('Bắt đầu thi');
    await officer.sees('Đang thi, chấm điểm');
    const marking = await Screen.signedIn(browser, beside.accounts.member, 'phone');
    await marking.press(ROUND);
    for (const [label, points] of [
      [/^Nhận diện/, '18,5'],
      [/^Giải pháp/, '27'],
      [/^Trình bày/, '16,25'],
    ] as const) {
      await marking.page.getByLabel(label).fill(points);
    }
    await marking.look('jury-sheet');
    await marking.press('Lưu điểm');
    await marking.sees('Đã chấm');
    expect(await marking.leave()).toEqual([]);
    await officer.page.reload();
    await officer.sees('1/1');
    await officer.look('round-marked');
    await officer.press('Chốt kết quả');
    await officer.confirm('Chốt kết quả');
    await officer.sees('61,75');
    await officer.sees(/Số \d+-BB/);
    await officer.look('round-closed');
    expect(await officer.leave()).toEqual([]);
  });
});
