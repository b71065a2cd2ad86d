import axe, { type AxeResults } from 'axe-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page, type Response } from 'playwright-core';
import { findChromium } from '../../../infra/local/chromium.mjs';
import { clockAheadMs } from './time.js';
import { referencesIn, tokensIn } from './tokens.js';
import { seed } from './access/sampling.js';

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let shots = 0;
let looks = 0;
/** The page of signing in is looked at once in each size. */
const sizesSeen = new Set<string>();
const codesSeen = new Set<number>();
/** Who has signed in once in a file of journeys comes back with the cookies of then, as on a device of one's own. */
const cookiesOf = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** The browser of a run. A missing one is a failure: where the system may do without, these journeys are not started at all. */
export async function startBrowser(): Promise<Browser> {
  const found = await findChromium();
  if (!found) throw new Error('No browser: set CHROMIUM_PATH');
  return chromium.launch({ executablePath: found.executablePath, args: found.args, env: found.env });
}

/** One person before one screen. Whatever a page should never do is collected until the screen is left. */
export class Screen {
  private readonly troubles: string[] = [];
  private readonly read: Promise<void>[] = [];
  private readonly underWay = new Set<unknown>();

  private constructor(
    readonly page: Page,
    private readonly who: string,
  ) {
    const home = new URL(process.env['TEST_BASE_URL'] ?? '').origin;
    page.on('console', (message) => {
      // The browser itself reports every answer that is no success; those that are wrong are judged by `response`.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.troubles.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.troubles.push(`page error: ${error.message}`));
    page.on('requestfinished', (request) => this.underWay.delete(request));
    page.on('requestfailed', (request) => this.underWay.delete(request));
    page.on('request', (request) => {
      this.underWay.add(request);
      const { origin, protocol } = new URL(request.url());
      if (origin !== home && protocol.startsWith('http')) this.troubles.push(`request to ${request.url()}`);
    });
    page.on('response', (response) => {
      // A browser that is closed in the middle has nothing more to tell.
      this.read.push(this.readThrough(response).catch(() => {}));
      const expected = response.status() < 400 || (response.status() === 401 && response.url().endsWith('/api/session'));
      if (!expected) this.troubles.push(`${response.status()} ${response.request().method()} ${response.url()}`);
    });
  }

  /** Opens a browser of its own, at the platform's time. */
  static async opened(browser: Browser, username: string, size: keyof typeof sizes): Promise<Screen> {
    const phone = size === 'phone';
    const context = await browser.newContext({
      baseURL: process.env['TEST_BASE_URL'] ?? '',
      viewport: sizes[size],
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
      ...(phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
    });
    // Several platforms share two cores in CI; a page that never comes is still told long before the spec's own end.
    context.setDefaultTimeout(30_000);
    await context.clock.install({ time: Date.now() + clockAheadMs() });
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (e) =>
        console.error(`CSP: ${e.violatedDirective} ${e.blockedURI} in ${e.sourceFile}:${e.lineNumber}:${e.columnNumber}`),
      ),
    );
    return new Screen(await context.newPage(), `${username.split('.')[0]}-${sizes[size].width}`);
  }

  /** The same, and signs in. */
  static async signedIn(browser: Browser, username: string, size: keyof typeof sizes): Promise<Screen> {
    const screen = await Screen.opened(browser, username, size);
    const context = screen.page.context();
    await context.addCookies(cookiesOf.get(username) ?? []);
    await screen.page.goto('/');
    const name = screen.field('Tên đăng nhập');
    const inside = screen.page.getByRole('main').getByRole('heading', { level: 1 }).filter({ hasNotText: 'Đăng nhập' });
    await name.or(inside).first().waitFor();
    if (await name.isVisible()) await screen.signIn(username, size);
    await inside.waitFor();
    cookiesOf.set(username, await context.cookies());
    return screen;
  }

  private async signIn(username: string, size: keyof typeof sizes): Promise<void> {
    await this.field('Tên đăng nhập').fill(username);
    await this.field('Mật khẩu').fill('Vungmanh@2026');
    if (!sizesSeen.has(size)) await this.look('sign-in');
    sizesSeen.add(size);
    await this.press('Đăng nhập');
    await this.passCode();
  }

  /** Where a code is asked for, the one that the simulated data set shows. */
  async passCode(within: Locator | Page = this.page): Promise<void> {
    const shown = within.locator('[data-simulated-code]');
    const inside = within.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Đăng nhập' });
    await shown.or(inside).first().waitFor();
    if ((await shown.count()) === 0) return;
    const size = this.page.viewportSize()?.width ?? 0;
    if (!codesSeen.has(size)) await this.look('code');
    codesSeen.add(size);
    await within.getByLabel('Mã xác thực', { exact: true }).fill((await shown.getAttribute('data-simulated-code')) ?? '');
    await this.press('Xác nhận', within);
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Taps a button or a link; within an open dialog only there. */
  async press(name: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    const exact = typeof name === 'string';
    const target = within.getByRole('button', { name, exact }).or(within.getByRole('link', { name, exact })).filter({ visible: true }).first();
    await target.click();
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  dialog(): Locator {
    return this.page.getByRole('dialog').filter({ visible: true });
  }

  /** Confirms in the dialog that is open and waits until it is gone. */
  async confirm(name: string): Promise<void> {
    const dialog = this.dialog();
    await this.press(name, dialog);
    await dialog.waitFor({ state: 'hidden' }).catch(async () => {
      throw new Error(`The dialog stays after "${name}": ${(await dialog.allInnerTexts()).join(' ')}`);
    });
  }

  /** Waits until every request of the page is answered. */
  async answered(): Promise<void> {
    while (this.underWay.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Waits for words on the page. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Types part of a name and takes the one that is found; types it again, as people do, where a dialog that was just opening took the focus. */
  async choose(label: string, name: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: label });
    const option = this.page.getByRole('option', { name }).first();
    await field.fill(name);
    const shown = await option.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    );
    if (!shown) {
      await field.fill('');
      await field.fill(name);
    }
    await option.click();
  }

  /**
   * Waits until nothing loads any more, and keeps a picture when asked to. A third of the pages, by the seed of the run, and each one of which
   * a picture is kept, is held against WCAG 2.2 AA and best practice.
   */
  async look(what: string): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
    const folder = process.env['JOURNEY_SHOTS'];
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      shots += 1;
      await this.page.screenshot({ path: join(folder, `${String(shots).padStart(2, '0')}-${this.who}-${what}.png`), fullPage: true });
    }
    looks += 1;
    if (folder === undefined && looks % 3 !== seed % 3) return;
    // As high as its content: what a bar lies over until one scrolls is no fault of the page.
    const seen = this.page.viewportSize() ?? sizes.desk;
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.setViewportSize({ width: seen.width, height: Math.max(seen.height, height) });
    await this.page.evaluate(axe.source);
    // A text, because what is evaluated lives in the page and knows nothing of here.
    const { violations } = await this.page.evaluate<AxeResults>(`axe.run(document, { runOnly: ${JSON.stringify(STANDARD)} })`);
    const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
    await this.page.setViewportSize(seen);
    this.troubles.push(...found.map((v) => `axe on ${what}: ${v}`));
  }

  /** What came from the platform, and where it came from, holds nothing of what a cookie alone may carry. */
  private async readThrough(response: Response): Promise<void> {
    const { pathname } = new URL(response.url());
    // The way through the issuer is made of redirects; what the browser ends up with is looked at below.
    if (!pathname.startsWith('/api/') || (response.status() >= 300 && response.status() < 400)) return;
    const { 'set-cookie': _cookies, ...headers } = await response.allHeaders();
    // A page that is left takes its answers with it.
    const body = await response.text().catch(() => '');
    const held = tokensIn(`${response.url()} ${JSON.stringify(headers)} ${body}`, await this.references());
    for (const what of held) this.troubles.push(`${pathname} carries ${what}`);
  }

  private async references(): Promise<string[]> {
    const cookies = await this.page.context().cookies();
    return referencesIn(cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
  }

  /** What scripts of the page can get at: its stores, its address, the addresses that it has come from, its cookies. */
  private async keptByPage(): Promise<string> {
    return this.page.evaluate(() =>
      JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        location.href,
        document.documentElement.outerHTML,
        performance.getEntries().map(({ name }) => name),
      ]),
    );
  }

  /** Closes the browser; answers everything that went wrong on the way. */
  async leave(): Promise<string[]> {
    for (const what of tokensIn(await this.keptByPage(), await this.references())) this.troubles.push(`the page has kept ${what}`);
    await Promise.all(this.read);
    await this.page.context().close();
    return [...new Set(this.troubles)];
  }
}
