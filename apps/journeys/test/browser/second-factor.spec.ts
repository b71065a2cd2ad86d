import { createAccount } from '@vungmanh/contracts/identity/account';
import { Connected } from '@vungmanh/testing/connected';
import { TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { Person } from '../../src/person.js';
import { Screen, startBrowser } from '../../src/screen.js';
import { clockAheadMs, moveTo } from '../../src/time.js';

const nodeId = process.env['TEST_PROVINCE_ID'] ?? '';
let browser: Browser;
let officer: Person;

beforeAll(async () => {
  browser = await startBrowser();
  officer = await Person.signedIn('canbo.tinh');
});
afterAll(() => browser?.close());

const open = (username: string, roleCode: string, below: boolean) =>
  officer.do(createAccount, { username, password: 'Vungmanh@2026', displayName: `Lò Văn Thử ${username}`, roleCode, nodeId, below });

/** The people of a simulated data set need no phone; for a moment this province is a real one. */
async function asReal(work: () => Promise<void>): Promise<void> {
  const urls: { service: string; app: string }[] = JSON.parse(process.env['TEST_ROLE_URLS'] ?? '[]');
  const url = urls.find(({ service }) => service === 'identity')?.app ?? '';
  const say = (sql: string) => Connected.as(url, (client) => client.rows(sql));
  await say('delete from simulated_data');
  try {
    await work();
  } finally {
    await say('insert into simulated_data default values');
  }
}

describe('a person whose rights reach below an organization', () => {
  it.each(['phone', 'desk'] as const)('sets up a second factor before anything else is to be had, on a %s', async (size) => {
    const username = `buoc.${size}-${process.pid}`;
    await open(username, 'COMMITTEE_OFFICER', true);
    await asReal(async () => {
      const screen = await Screen.opened(browser, username, size);
      const { page } = screen;
      await page.goto('/organizations');
      await screen.field('Tên đăng nhập').fill(username);
      await screen.field('Mật khẩu').fill('Vungmanh@2026');
      await screen.press('Đăng nhập');
      await page.getByRole('img', { name: /Mã QR/ }).waitFor();
      // It begins with what there is to read, not at the field below.
      expect(await screen.field('Mã xác thực').evaluate((field) => field === document.activeElement)).toBe(false);
      expect(await page.getByRole('link', { name: 'Mở ứng dụng xác thực' }).isVisible()).toBe(size === 'phone');
      await screen.look('forced-app');

      // The password alone has opened nothing, wherever one goes instead.
      for (const path of ['/', '/organizations', '/my/security', '/accounts']) {
        await page.goto(path);
        await screen.field('Tên đăng nhập').waitFor();
        expect(new URL(page.url()).pathname).toBe('/sign-in');
      }
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('session');

      await screen.field('Tên đăng nhập').fill(username);
      await screen.field('Mật khẩu').fill('Vungmanh@2026');
      await screen.press('Đăng nhập');
      await page.getByText('Không quét được?').click();
      const secret = (await page.locator('.secret').textContent())?.replaceAll(' ', '') ?? '';
      await screen.field('Mã xác thực').fill('000000');
      await screen.press('Xác nhận');
      await screen.sees('Mã chưa đúng hoặc đã dùng rồi.');
      await screen.look('forced-app-wrong');
      await screen.field('Mã xác thực').fill(new TOTP({ secret }).generate({ timestamp: Date.now() + clockAheadMs() }));
      await screen.press('Xác nhận');
      await screen.sees('Các mã này chỉ hiện một lần.');
      await screen.look('forced-codes');
      await screen.press('Đã cất giữ, vào hệ thống');
      await page.getByRole('main').getByRole('heading', { level: 1 }).filter({ hasNotText: 'Đăng nhập' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/accounts');
      await screen.look('forced-inside');
      expect((await screen.leave()).filter((trouble) => !/^4\d\d POST .*\/api\/sign-in\/code$/.test(trouble))).toEqual([]);
    });
  });

  it('is asked for nothing of the kind when their rights end at one organization and edit nothing', async () => {
    const username = `khong.${process.pid}`;
    await open(username, 'MEMBER', false);
    await asReal(async () => {
      const screen = await Screen.signedIn(browser, username, 'phone');
      expect(await screen.leave()).toEqual([]);
    });
  });
});

describe('a code that was given too long ago', () => {
  it('is asked for again over the page, in the midst of an act, which then goes on by itself or is left', async () => {
    const username = `lai.${process.pid}`;
    await open(username, 'MEMBER', false);
    const screen = await Screen.signedIn(browser, 'canbo.tinh', 'desk');
    await screen.page.goto('/accounts');
    await screen.page.getByPlaceholder('Tìm tên hoặc tên đăng nhập').fill(username);
    await screen.press(`Xem quyền của Lò Văn Thử ${username}`);
    await screen.dialog().getByRole('button', { name: 'In giấy mời đặt mật khẩu' }).waitFor();
    await moveTo(new Date(Date.now() + clockAheadMs() + 11 * 60_000).toISOString());

    // Left: nothing was done, and it says why.
    await screen.press('In giấy mời đặt mật khẩu');
    const asked = screen.page.getByRole('dialog', { name: 'Xác nhận bằng mã xác thực' });
    await asked.getByLabel('Mã xác thực', { exact: true }).waitFor();
    // Whoever is asked types at once.
    expect(await asked.getByLabel('Mã xác thực', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
    await screen.look('step-up-over-dialog');
    await screen.press('Thôi', asked);
    await asked.waitFor({ state: 'hidden' });
    await screen.look('step-up-left');
    expect(await screen.page.locator('[data-invitation]').count()).toBe(0);

    // Given, after a wrong one: the same act goes on.
    await screen.press('In giấy mời đặt mật khẩu');
    await asked.getByLabel('Mã xác thực', { exact: true }).fill('000000');
    await screen.press('Xác nhận', asked);
    await asked.getByText('Mã chưa đúng hoặc đã dùng rồi.').waitFor();
    await screen.passCode(asked);
    await screen.page.locator('[data-invitation]').waitFor();
    const refused = (trouble: string) => /^403 POST .*\/invitation$|^4\d\d POST .*\/step-up$/.test(trouble);
    expect((await screen.leave()).filter((trouble) => !refused(trouble))).toEqual([]);
  });
});
