import type { Browser } from 'playwright-core';
import { fillBank, runningClass } from '../../src/quiz-class.js';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const FIELD = 'Công tác đảng viên';
const TITLE = 'Bài kiểm tra cuối lớp (mô phỏng)';

/** A test of a class: given out at a desk, sat on a phone that loses its connection, closed at the desk. */
describe('a test in the browser', () => {
  let browser: Browser;
  let village: Village;
  let classId: string;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-12-16T01:30:00Z');
    village = await foundVillage({ number: '692', official: 5, probationary: 0, termFrom: '2025-08-01' });
    const staff = await staffOf(village);
    await fillBank(staff, village, { field: FIELD, questions: 3 });
    classId = (await runningClass(staff, village, { day: '2026-12-16', personIds: [village.plain?.id ?? ''] })).id;
  });
  afterAll(() => browser?.close());

  it('is drawn up and given out', async () => {
    const officer = await Screen.signedIn(browser, village.accounts.officer, 'desk');
    await officer.page.goto(`/training/classes/${classId}?view=quizzes`);
    await officer.press('Lập bài kiểm tra');
    const dialog = officer.dialog();
    await dialog.getByLabel('Tên bài').fill(TITLE);
    await dialog.getByLabel('Thời gian làm bài').fill('30');
    await dialog.getByLabel(new RegExp(`^${FIELD}`)).fill('3');
    await dialog.getByLabel('Mở từ').fill('0830');
    await dialog.getByLabel('Đóng lúc').fill('0930');
    await officer.look('new-quiz');
    await officer.press('Lập bài kiểm tra', dialog);
    await officer.sees('Về bài kiểm tra');
    await officer.press('Giao bài');
    await officer.confirm('Giao bài');
    await officer.sees('Đã giao');
    await officer.look('quiz-open');
    expect(await officer.leave()).toEqual([]);
  });

  it('is sat on a phone, and what is answered without a connection is not lost', async () => {
    const member = await Screen.signedIn(browser, village.accounts.member, 'phone');
    await member.press(TITLE);
    await member.look('quiz-before');
    await member.press('Bắt đầu làm bài');
    await member.sees('Đã trả lời 0/3');
    await member.page.getByLabel('Phương án đúng').check();
    await member.sees('Đã lưu');
    await member.look('quiz-paper');
    await member.press('Câu tiếp theo');
    await member.page.context().setOffline(true);
    await member.page.getByLabel('Phương án khác').check();
    await member.press('Câu tiếp theo');
    await member.page.getByLabel('Phương án đúng').check();
    await member.sees('Mất kết nối: đã giữ 2 câu trên máy');
    await member.look('quiz-offline');
    await member.page.context().setOffline(false);
    await member.sees('Đã lưu');
    await member.page.reload();
    await member.sees('Đã trả lời 3/3');
    await member.press('Nộp bài');
    await member.confirm('Nộp bài');
    await member.sees(/^Nộp lúc/);
    await member.look('quiz-handed-in');
    expect(await member.leave()).toEqual([]);
  });

  it('is closed after its time, and the mark is the mark of the class', async () => {
    await moveTo('2026-12-16T02:45:00Z');
    const officer = await Screen.signedIn(browser, village.accounts.officer, 'desk');
    await officer.page.goto(`/training/classes/${classId}?view=quizzes`);
    await officer.press(TITLE);
    await officer.press('Khóa kết quả');
    await officer.confirm('Khóa kết quả');
    await officer.sees('6,75');
    await officer.look('quiz-closed');
    await officer.page.goto(`/training/classes/${classId}`);
    await officer.sees('6,75');
    expect(await officer.leave()).toEqual([]);
    const member = await Screen.signedIn(browser, village.accounts.member, 'phone');
    await member.sees('Điểm 6,75');
    await member.press(TITLE);
    await member.sees(/^Căn cứ: Văn bản mô phỏng/);
    await member.look('quiz-result');
    expect(await member.leave()).toEqual([]);
  });
});
