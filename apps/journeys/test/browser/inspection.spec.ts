import { createAccount } from '@vungmanh/contracts/identity/account';
import { programChoices } from '@vungmanh/contracts/inspection/program';
import type { Browser } from 'playwright-core';
import { Person } from '../../src/person.js';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const YEAR = 2027;
const CONTENT = 'Việc thực hiện nhiệm vụ được giao';

/** domain.md §5.2, §5.6 by hand: a commission's year at its desk, and what the cell and its members read of it on their phones. */
describe('a program of inspection in the browser', () => {
  let browser: Browser;
  let village: Village;
  let subject: string;
  let program: string;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-12-10T02:00:00Z');
    village = await foundVillage({ number: '307', official: 8, probationary: 0, termFrom: '2025-08-01' });
    await staffOf(village);
    const officer = await Person.signedIn('canbo.tinh');
    const account = { username: 'ubkt.307', password: 'Vungmanh@2026', displayName: 'Ủy ban kiểm tra xã (mô phỏng)' };
    await officer.do(createAccount, { ...account, roleCode: 'INSPECTION_COMMISSION', nodeId: village.commune.id, below: true });
    const commission = await Person.signedIn('ubkt.307');
    await commission.doOnceKnown(programChoices, { nodeId: village.commune.id, year: YEAR });
    subject = village.plain?.name ?? '';
  });
  afterAll(() => browser?.close());

  /** Signs in, does it, leaves; answers what went wrong on the way. */
  const troublesOf = async (username: string, size: 'phone' | 'desk', work: (s: Screen) => Promise<void>): Promise<string[]> => {
    const screen = await Screen.signedIn(browser, username, size);
    await work(screen);
    return screen.leave();
  };
  const chip = (s: Screen, name: string, kind: string) =>
    s.page
      .getByRole('row')
      .filter({ has: s.page.getByText(name, { exact: true }) })
      .getByRole('button', { name: kind });

  it('is drafted with help', async () => {
    expect(
      await troublesOf('ubkt.307', 'desk', async (s) => {
        await s.press('Kiểm tra, giám sát');
        await s.press(`Năm ${YEAR}`);
        await s.sees(`Chương trình của tổ chức mình, năm ${YEAR}`);
        await s.look('programs');
        await s.page.getByRole('listitem').filter({ hasText: 'Ủy ban kiểm tra' }).getByRole('button').click();
        await s.sees('chưa có cuộc nào');
        await s.look('draft-empty');
        program = new URL(s.page.url()).pathname;
        await s.press('Thêm cuộc kiểm tra, giám sát');
        const dialog = s.dialog();
        expect(await dialog.getByLabel('Hình thức', { exact: true }).getByRole('option').allTextContents()).not.toContain('Kiểm tra việc chấp hành');
        await s.field('Hình thức').selectOption({ label: 'Giám sát thường xuyên' });
        await s.choose('Trưởng đoàn, tổ trưởng', village.secretary.name);
        await s.sees('Trưởng đoàn chính là đối tượng');
        await dialog.getByRole('checkbox', { name: subject }).check();
        await dialog.getByRole('checkbox', { name: village.minuteTaker.name }).check();
        await s.field('Nội dung').fill(CONTENT);
        await s.look('adding-members');
        await s.confirm('Thêm 2 đối tượng');
        await s.sees('Đã thêm 2 cuộc.');
        await s.press('Thêm cuộc kiểm tra, giám sát');
        await s.page.getByRole('radio', { name: 'Tất cả chi bộ trực thuộc' }).check();
        await s.field('Hình thức').selectOption({ label: 'Giám sát chuyên đề' });
        await s.field('Nội dung').fill('Nền nếp, chất lượng sinh hoạt chi bộ');
        await s.choose('Trưởng đoàn, tổ trưởng', village.secretary.name);
        await s.look('adding-cells');
        await s.confirm('Thêm cho tất cả');
        await s.sees('Đã thêm 1 cuộc.');
        await s.look('drafted');
      }),
    ).toEqual([]);
  });

  it('is mended where somebody of the team should not go, marked, approved and published', async () => {
    expect(
      await troublesOf('ubkt.307', 'desk', async (s) => {
        await s.page.goto(program);
        await chip(s, village.cell.name, 'GS chuyên đề').click();
        await s.sees('Nên thay người trong đoàn');
        await s.look('line-conflict');
        await s.press('Sửa', s.dialog());
        await s.look('line-changing');
        await s.press('Thôi', s.dialog());
        await s.dialog().waitFor({ state: 'hidden' });
        await s.tab('Lĩnh vực nhạy cảm');
        await s.look('sensitive');
        await s.press('Ghi phê duyệt');
        await s.field('Phê duyệt tại').fill('Hội nghị Ủy ban kiểm tra tháng 12');
        await s.field('Ngày phê duyệt').fill('091226');
        await s.look('approving');
        await s.confirm('Ghi phê duyệt');
        await s.sees('Số 01-CTr/UBKTĐU');
        await s.look('approved');
        await s.press('Thông báo đến đối tượng');
        await s.look('publish-asked');
        await s.confirm('Thông báo');
        await s.sees('Đã thông báo đến đối tượng kiểm tra, giám sát.');
      }),
    ).toEqual([]);
  });

  it('is read on the phone by those whom it is about, each their own', async () => {
    expect(
      await troublesOf(village.accounts.member, 'phone', async (s) => {
        await s.sees('Kiểm tra, giám sát đối với tôi');
        await s.sees(CONTENT);
        await s.look('home');
      }),
    ).toEqual([]);
    expect(
      await troublesOf(village.accounts.secretary, 'phone', async (s) => {
        await s.page.goto('/inspection');
        await s.look('cell-programs');
        await s.tab('Đối với tổ chức mình');
        await s.sees('Nền nếp, chất lượng sinh hoạt chi bộ');
        await s.look('told');
      }),
    ).toEqual([]);
  });

  it('is amended with a reason and carried out', async () => {
    await moveTo('2027-04-12T02:00:00Z');
    expect(
      await troublesOf('ubkt.307', 'desk', async (s) => {
        await s.page.goto(program);
        await chip(s, subject, 'GS thường xuyên').click();
        await s.press('Điều chỉnh', s.dialog());
        await s.page.getByRole('radio', { name: 'Chuyển sang quý khác' }).check();
        await s.field('Lý do điều chỉnh').fill('Đồng chí đi học tập trung');
        await s.look('amending');
        await s.confirm('Ghi điều chỉnh');
        await chip(s, village.cell.name, 'GS chuyên đề').click();
        await s.press('Ghi đã xong', s.dialog());
        await s.dialog().getByLabel('Kết quả tóm tắt').fill('Đã thông báo kết quả tại kỳ sinh hoạt tháng 4.');
        await s.look('finishing');
        await s.confirm('Ghi đã xong');
        await s.sees('GS chuyên đề ✓');
        await s.look('followed');
        await s.tab('Điều chỉnh');
        await s.sees('Lý do: Đồng chí đi học tập trung');
        await s.look('amendments');
        const [file] = await Promise.all([s.page.waitForEvent('download'), s.press(/^Xuất Excel/)]);
        expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
      }),
    ).toEqual([]);
  });

  it('shows on a phone and at a desk how far everything has come', async () => {
    for (const size of ['phone', 'desk'] as const) {
      expect(
        await troublesOf(village.accounts.officer, size, async (s) => {
          await s.page.goto('/inspection');
          await s.sees(`Chương trình của tổ chức mình, năm ${YEAR}`);
          await s.look('committee-programs');
          await s.tab('Tổng hợp');
          await s.sees(village.cell.name);
          await s.sees('Tiến độ từng quý');
          await s.look('coverage');
          await s.page.goto(program);
          await s.sees('Tiến độ từng quý');
          await s.look('program');
          await s.page
            .getByRole('button', { name: /GS chuyên đề/ })
            .first()
            .click();
          await s.sees('Đã thông báo kết quả');
          await s.look('line');
        }),
      ).toEqual([]);
    }
  });
});
