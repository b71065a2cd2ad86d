import { createAccount } from '@vungmanh/contracts/identity/account';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { signInThrough } from '../../../../infra/local/sign-in.mjs';
import { Person } from '../../src/person.js';
import { Screen, startBrowser } from '../../src/screen.js';
import { clockAheadMs, eventually } from '../../src/time.js';

let browser: Browser;

/** Types the code that the simulated data set shows, by the keyboard. */
async function typeShownCode(page: Page): Promise<void> {
  const code = await page.locator('[data-simulated-code]').getAttribute('data-simulated-code');
  await page.getByLabel('Mã xác thực', { exact: true }).fill(code ?? '');
  await page.keyboard.press('Enter');
}

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe('signing in, in the browser', () => {
  it('goes by the keyboard alone, to the page that was wanted, and leaves no token behind', async () => {
    const context = await browser.newContext({ baseURL: process.env['TEST_BASE_URL'] ?? '', locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto('/accounts');
    await page.getByLabel('Tên đăng nhập', { exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.keyboard.type('canbo.tinh');
    await page.keyboard.press('Tab');
    await page.keyboard.type('sai mật khẩu');
    await page.keyboard.press('Enter');
    await page.getByText('Tên đăng nhập hoặc mật khẩu chưa đúng.').waitFor();
    await page.getByLabel('Mật khẩu', { exact: true }).fill('Vungmanh@2026');
    await page.keyboard.press('Enter');
    await page.getByLabel('Mã xác thực', { exact: true }).fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('Mã chưa đúng hoặc đã dùng rồi.').waitFor();
    await typeShownCode(page);
    await page.getByRole('main').getByRole('heading', { level: 1 }).filter({ hasNotText: 'Đăng nhập' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/accounts');

    const held = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
    expect(held).not.toMatch(/eyJ|code=|state=/);
    const cookies = await context.cookies();
    expect(cookies.every(({ httpOnly }) => httpOnly)).toBe(true);
    expect(cookies.map(({ name }) => name).sort()).toEqual(['device', 'oidc-interaction', 'session']);
    await context.close();
  });

  it('waits anew when the page was left open too long, and nobody notices', async () => {
    const context = await browser.newContext({ baseURL: process.env['TEST_BASE_URL'] ?? '' });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByLabel('Tên đăng nhập', { exact: true }).fill('canbo.tinh');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('Vungmanh@2026');
    await context.clearCookies();
    await page.keyboard.press('Enter');
    await typeShownCode(page);
    await page.getByRole('main').getByRole('heading', { level: 1 }).filter({ hasNotText: 'Đăng nhập' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await context.close();
  });

  it('opens the session again over the page when it has ended, and what stood there stays', async () => {
    const screen = await Screen.signedIn(browser, 'canbo.tinh', 'desk');
    await screen.page.goto('/accounts');
    await screen.page.getByRole('heading', { level: 1 }).waitFor();
    await screen.page.evaluate(() => document.body.setAttribute('data-stays', 'yes'));
    await screen.page.context().clearCookies({ name: 'session' });
    await screen.page.getByRole('link', { name: 'Tổ chức' }).first().click();
    await screen.field('Tên đăng nhập').fill('canbo.tinh');
    await screen.field('Mật khẩu').fill('Vungmanh@2026');
    await screen.press('Đăng nhập', screen.dialog());
    await screen.passCode(screen.dialog());
    await screen.dialog().waitFor({ state: 'hidden' });
    expect(await screen.page.locator('body[data-stays=yes]').count()).toBe(1);
    await screen.page.context().close();
  });

  it.each(['desk', 'phone'] as const)('shows where one is signed in and ends it there, on a %s', async (size) => {
    const elsewhere = await Person.signedIn('canbo.tinh');
    const screen = await Screen.signedIn(browser, 'canbo.tinh', size);
    await screen.page.goto('/my/security');
    await screen.sees('Thiết bị này');
    await screen.look('security');
    await screen.press('Kết thúc các phiên khác');
    await screen.sees(/Đã kết thúc \d+ phiên đăng nhập/);
    await screen.page.getByRole('button', { name: 'Kết thúc', exact: true }).first().waitFor({ state: 'detached' });
    expect(await screen.leave()).toEqual([]);
    await expect(elsewhere.session()).resolves.toMatchObject({ username: 'canbo.tinh' });
  });

  it('changes the password of whoever knows it, and ends their sessions elsewhere', async () => {
    const officer = await Person.signedIn('canbo.tinh');
    const nodeId = process.env['TEST_PROVINCE_ID'] ?? '';
    const username = `doi.${process.pid}`;
    await officer.do(createAccount, { username, password: 'Vungmanh@2026', displayName: 'Người đổi', roleCode: 'MEMBER', nodeId, below: false });
    const elsewhere = await Person.signedIn(username);
    const screen = await Screen.signedIn(browser, username, 'phone');
    await screen.page.goto('/my/security');
    const change = async (to: string) => {
      await screen.field('Mật khẩu hiện tại').fill('Vungmanh@2026');
      await screen.field('Mật khẩu mới').fill(to);
      await screen.press('Đổi mật khẩu');
    };
    await change('bốn từ chẳng liên quan');
    await screen.sees('Đã đổi mật khẩu. Các nơi đăng nhập khác đã kết thúc.');
    await screen.look('password');
    expect(await screen.leave()).toEqual([]);
    // Its session is gone, and the old password opens no other.
    const refused = () =>
      elsewhere.session().then(
        () => '',
        (error: Error) => error.message,
      );
    expect(await eventually(refused, (message) => message !== '')).toContain('identity/sign-in-refused');
    await expect(Person.signedIn(username, undefined, 'bốn từ chẳng liên quan')).resolves.toBeDefined();
  });

  it('sets up an app on a phone by itself, gives codes for an emergency, and asks for a fresh code before it gives others', async () => {
    const officer = await Person.signedIn('canbo.tinh');
    const nodeId = process.env['TEST_PROVINCE_ID'] ?? '';
    const username = `may.${process.pid}`;
    await officer.do(createAccount, {
      username,
      password: 'Vungmanh@2026',
      displayName: 'Người dùng ứng dụng',
      roleCode: 'MEMBER',
      nodeId,
      below: false,
    });
    const screen = await Screen.signedIn(browser, username, 'phone');
    await screen.page.goto('/my/security');
    await screen.press('Thiết lập trên điện thoại');
    await screen.field('Mật khẩu của đồng chí').fill('Vungmanh@2026');
    await screen.press('Tiếp tục');
    await screen.page.getByRole('img', { name: /Mã QR/ }).waitFor();
    await screen.page.getByText('Không quét được?').click();
    const secret = (await screen.page.locator('.secret').textContent())?.replaceAll(' ', '') ?? '';
    await screen.look('app');
    const codeNow = () => new TOTP({ secret }).generate({ timestamp: Date.now() + clockAheadMs() });
    await screen.field('Mã xác thực').fill(codeNow());
    await screen.press('Xác nhận');
    await screen.sees('Các mã này chỉ hiện một lần.');
    await screen.look('recovery-codes');
    const [first = ''] = await screen.page.locator('.codes li').allTextContents();
    await screen.press('Đã cất giữ');
    // The session began with a password alone: what hands out codes asks for one, and goes on by itself.
    await screen.press('Tạo lại mã dự phòng');
    await screen.dialog().getByLabel('Mã xác thực', { exact: true }).waitFor();
    await screen.look('step-up');
    await screen.dialog().getByLabel('Mã xác thực', { exact: true }).fill(first);
    await screen.press('Xác nhận', screen.dialog());
    await screen.sees('Các mã này chỉ hiện một lần.');
    await screen.press('Đã cất giữ');
    await screen.sees(/Một mã dự phòng của tài khoản này đã được dùng/);
    await screen.look('recovery-used');
    await screen.press('Tôi đã biết');
    await screen.page.getByText(/Một mã dự phòng của tài khoản này đã được dùng/).waitFor({ state: 'detached' });
    expect((await screen.leave()).filter((trouble) => !/^403 POST .*recovery-codes$/.test(trouble))).toEqual([]);
  });

  it('opens an account by a printed invitation, and the person sets the password that nobody else knows', async () => {
    const screen = await Screen.signedIn(browser, 'canbo.tinh', 'desk');
    const username = `moi.${process.pid}`;
    const nodeId = process.env['TEST_PROVINCE_ID'] ?? '';
    const officer = await Person.signedIn('canbo.tinh');
    await officer.do(createAccount, { username, displayName: 'Người được mời', roleCode: 'MEMBER', nodeId, below: false });
    await screen.page.goto('/accounts');
    await screen.page.getByPlaceholder('Tìm tên hoặc tên đăng nhập').fill(username);
    await screen.press('Xem quyền của Người được mời');
    await screen.look('account');
    await screen.press('In thẻ mã');
    await screen.sees('Thẻ chỉ hiện một lần; thẻ trước không dùng được nữa.');
    await screen.look('code-card');
    await screen.press('Xong');
    await screen.press('In giấy mời đặt mật khẩu');
    const code = await screen.page.locator('[data-invitation]').getAttribute('data-invitation');
    await screen.look('invitation-sheet');
    expect(await screen.leave()).toEqual([]);

    const context = await browser.newContext({ baseURL: process.env['TEST_BASE_URL'] ?? '', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'đặt mật khẩu ở đây' }).click();
    await page.getByLabel('Tên đăng nhập', { exact: true }).fill(username);
    await page.getByLabel('Mã mời', { exact: true }).fill(`${code?.slice(0, 5)}-${code?.slice(5).toLowerCase()}`);
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill('bốn từ chẳng liên quan');
    const folder = process.env['JOURNEY_SHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/invitation.png`, fullPage: true });
    await page.keyboard.press('Enter');
    await page.getByText('Đã đặt mật khẩu.').waitFor();
    await context.close();
    // A card was printed for them: it is asked for from then on.
    const refused = signInThrough(process.env['TEST_BASE_URL'] ?? '', { username, password: 'bốn từ chẳng liên quan', code: () => '00000000' });
    expect((await refused).response?.status).toBe(409);
  });

  it('asks for the password again after signing out', async () => {
    const screen = await Screen.signedIn(browser, 'canbo.tinh', 'desk');
    await screen.page.locator('.account').first().click();
    await screen.press('Đăng xuất');
    await screen.field('Mật khẩu').waitFor();
    await screen.page.goto('/');
    await screen.field('Mật khẩu').waitFor();
    expect(await screen.leave()).toEqual([]);
  });
});

it('tells a program what is wrong with its password', async () => {
  await expect(Person.signedIn('canbo.tinh', undefined, 'sai mật khẩu')).rejects.toThrow('identity/sign-in-refused');
});
