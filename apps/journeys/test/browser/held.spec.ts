import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import type { Browser } from 'playwright-core';
import { MeetingWalk } from '../../src/meeting-walk.js';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { clockAheadMs, moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const ENDED = 'Đăng nhập lại để tiếp tục';

describe('the page of a meeting that is being held', () => {
  let browser: Browser;
  let village: Village;
  let meeting: string;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-11-20T02:00:00Z');
    village = await foundVillage({ number: '302', official: 6, probationary: 0, termFrom: '2025-08-01' });
    const staff = await staffOf(village);
    await staff.secretary.do(generatePlan, { nodeId: village.cell.id, year: 2026 });
    const { items } = await staff.secretary.do(listMeetings, { nodeId: village.cell.id, from: '2026-12', to: '2026-12', kind: 'REGULAR' });
    const walk = new MeetingWalk(items[0]?.id ?? '', village, staff);
    meeting = `/meetings/${walk.meetingId}`;
    await moveTo('2026-12-01T02:00:00Z');
    await walk.prepare({ startsAt: '2026-12-03T12:00:00.000Z' });
    await walk.notice();
    await moveTo('2026-12-03T12:01:00Z');
    await walk.open('2026-12-03T12:00:00.000Z');
  });
  afterAll(() => browser?.close());

  /** Lets time pass in the province and before the screens, five minutes at a time; nobody touches anything, the meeting's page asks by itself. */
  async function pass(minutes: number, holding: Screen, ...others: readonly Screen[]): Promise<void> {
    for (let i = 0; i < minutes; i += 5) {
      await moveTo(new Date(Date.now() + clockAheadMs() + 5 * 60_000).toISOString());
      // Answered before time goes on: a token that is on its way would have grown old.
      const asked = holding.page.waitForResponse((response) => response.url().endsWith('/session/hold'));
      for (const { page } of [holding, ...others]) await page.clock.fastForward('05:00');
      await asked;
      await holding.answered();
    }
  }

  const ended = (screen: Screen) => screen.page.getByRole('dialog', { name: ENDED });

  it('holds the session for that meeting while everything else falls idle, four hours at the longest', async () => {
    const [here, elsewhere] = [
      await Screen.signedIn(browser, village.accounts.minuteTaker, 'phone'),
      await Screen.signedIn(browser, village.accounts.secretary, 'desk'),
    ];
    await here.page.goto(`${meeting}/roll`);
    await here.page.getByRole('list', { name: 'Danh sách điểm danh' }).waitFor();
    await pass(35, here, elsewhere);

    // Whoever looked at something else is asked to sign in again.
    await elsewhere.press(/^Nhiệm vụ/);
    await ended(elsewhere).waitFor();
    await elsewhere.look('idle-ended');
    expect((await elsewhere.leave()).filter((trouble) => !trouble.startsWith('401 GET'))).toEqual([]);

    // Whoever keeps the meeting goes on, from one page of it to the next.
    await here.press(`Có mặt: ${village.secretary.name}`);
    await here.sees('Đã lưu');
    await here.press(/^Còn lại có mặt/);
    await here.sees('Đã lưu');
    await here.press('Chốt điểm danh');
    await here.confirm('Chốt điểm danh');
    await here.sees('Đã chốt điểm danh');
    await here.page.getByRole('link', { name: 'Ghi biên bản' }).waitFor();
    await pass(60, here);
    await here.press('Ghi biên bản');
    await here.page.getByLabel('Diễn biến, ý kiến').first().fill('Bí thư báo cáo kết quả tháng 11.');
    await here.press('Lưu biên bản');
    await here.sees('Đã lưu');
    await here.look('held-minutes');
    expect(await ended(here).isVisible()).toBe(false);

    // Anything else wants a session that is not idle.
    const other = await here.page.evaluate(async () => {
      const answer = await fetch('/api/my/sessions', { headers: { 'X-Requested-With': 'vungmanh' } });
      return (await answer.json()) as { status: number };
    });
    expect(other.status).toBe(401);

    // Four hours after it began to be held, the meeting too. What was typed stays.
    await pass(150, here);
    await here.page.getByLabel('Diễn biến, ý kiến').first().fill('Bí thư báo cáo kết quả tháng 11, bổ sung.');
    await here.press('Lưu biên bản');
    await ended(here).waitFor();
    await here.look('held-ended');
    await here.field('Tên đăng nhập').fill(village.accounts.minuteTaker);
    await here.field('Mật khẩu').fill('Vungmanh@2026');
    await here.press('Đăng nhập', ended(here));
    await here.passCode(ended(here));
    await ended(here).waitFor({ state: 'hidden' });
    expect(await here.page.getByLabel('Diễn biến, ý kiến').first().inputValue()).toBe('Bí thư báo cáo kết quả tháng 11, bổ sung.');
    await here.press('Lưu biên bản');
    await here.sees('Đã lưu');
    // The first password meets no sign-in that is under way; one begins behind the page and it goes again.
    expect((await here.leave()).filter((trouble) => !/^401 |^409 POST .*\/api\/sign-in$/.test(trouble))).toEqual([]);
  });
});
