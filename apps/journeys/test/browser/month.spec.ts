import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import type { Browser } from 'playwright-core';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const TASK = 'Vận động hộ nghèo tham gia bảo hiểm y tế';

/** The month of domain.md §11.3, story 1, by hand: a phone for the cell, a desk for the committee above. */
describe('a month in the browser', () => {
  let browser: Browser;
  let village: Village;
  let meeting: string;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-11-20T02:00:00Z');
    village = await foundVillage({ number: '301', official: 8, probationary: 1, termFrom: '2025-08-01' });
    const { secretary } = await staffOf(village);
    await secretary.do(generatePlan, { nodeId: village.cell.id, year: 2026 });
    const { items } = await secretary.do(listMeetings, { nodeId: village.cell.id, from: '2026-12', to: '2026-12', kind: 'REGULAR' });
    meeting = `/meetings/${items[0]?.id ?? ''}`;
  });
  afterAll(() => browser?.close());

  /** Signs in, does it, leaves; answers what went wrong on the way. */
  const troublesOf = async (who: keyof Village['accounts'], work: (s: Screen) => Promise<void>): Promise<string[]> => {
    const screen = await Screen.signedIn(browser, village.accounts[who], who === 'officer' ? 'desk' : 'phone');
    await work(screen);
    return screen.leave();
  };

  it('is prepared by the secretary: huddle, hour, place, agenda', async () => {
    await moveTo('2026-11-28T02:00:00Z');
    expect(
      await troublesOf('secretary', async (s) => {
        await s.look('home');
        await s.page.goto('/meetings');
        await s.look('plan');
        await s.page.locator(`a[href="${meeting}"]`).first().click();
        await s.look('planned');
        await s.press('Ghi hội ý');
        await s.press('Thêm phân công');
        await s.choose('Đồng chí', village.minuteTaker.name);
        await s.field('Việc được giao').fill('Soạn dự thảo nghị quyết');
        await s.press('Lưu hội ý');
        await s.sees('Đã ghi hội ý chi ủy.');
        await s.field('Giờ họp').fill('1900');
        await s.field('Địa điểm').fill('Nhà văn hóa bản');
        await s.choose('Chủ trì', village.secretary.name);
        await s.choose('Người ghi biên bản', village.minuteTaker.name);
        await s.press('Lấy chương trình mẫu');
        await s.look('preparing');
        await s.press('Lưu chuẩn bị');
        await s.sees('Đã lưu chuẩn bị.');
        await s.look('prepared');
      }),
    ).toEqual([]);
  });

  it('is announced; a member reads what, where and when', async () => {
    await moveTo('2026-12-02T02:00:00Z');
    expect(
      await troublesOf('secretary', async (s) => {
        await s.page.goto(meeting);
        await s.press('Gửi thông báo');
        await s.look('notice-asked');
        await s.confirm('Gửi thông báo');
        await s.sees('Đã gửi thông báo sinh hoạt');
        await s.look('notified');
      }),
    ).toEqual([]);
    expect(
      await troublesOf('member', async (s) => {
        await s.look('home');
        await s.press('Đọc thông báo');
        await s.sees('Nhà văn hóa bản');
        await s.look('notice');
      }),
    ).toEqual([]);
  });

  it('has its roll called by tapping', async () => {
    await moveTo('2026-12-03T12:05:00Z');
    expect(
      await troublesOf('minuteTaker', async (s) => {
        await s.page.goto(meeting);
        await s.press('Khai mạc', s.page.locator('#tien-hanh'));
        await s.field('Giờ khai mạc').fill('1900');
        await s.confirm('Khai mạc');
        await s.page.goto(`${meeting}/roll`);
        await s.look('roll');
        const absent = village.members.findLast((m) => ![village.secretary.id, village.minuteTaker.id, village.plain?.id].includes(m.id));
        await s.press(`Vắng: ${absent?.name ?? ''}`);
        await s.press('Ốm đau');
        await s.press(`Có mặt: ${village.secretary.name}`);
        await s.look('roll-tapped');
        await s.press('Còn lại có mặt (7)');
        await s.sees('Đã lưu');
        await s.press('Chốt điểm danh');
        await s.look('roll-asked');
        await s.confirm('Chốt điểm danh');
        await s.sees('Đã chốt điểm danh');
        await s.look('roll-closed');
      }),
    ).toEqual([]);
  });

  it('is written down: minutes, a vote, a resolution with its six fields', async () => {
    expect(
      await troublesOf('minuteTaker', async (s) => {
        await s.page.goto(`${meeting}/minutes`);
        await s.page.getByLabel('Diễn biến, ý kiến').first().fill('Bí thư báo cáo kết quả tháng 11.');
        await s.field('Số đồng chí phát biểu').fill('5');
        await s.look('minutes');
        await s.press('Lưu biên bản');
        await s.sees('Đã lưu');
        await s.tab('Nghị quyết');
        await s.press('Thêm việc');
        await s.look('item-empty');
        await s.field('Nội dung').fill(TASK);
        await s.field('Yêu cầu').fill('12 hộ có thẻ trong tháng');
        await s.field('Biện pháp').fill('Đến từng hộ vận động');
        await s.field('Thời hạn').fill('251226');
        await s.choose('Người thực hiện', village.plain?.name ?? '');
        await s.choose('Người kiểm tra, đôn đốc', village.secretary.name);
        await s.look('item');
        await s.press('Lưu dự thảo');
        await s.sees('Đã lưu');
        await s.tab('Biểu quyết');
        await s.press('Ghi biểu quyết');
        await s.field('Tán thành').fill('7');
        await s.look('vote');
        await s.press('Ghi kết quả');
        await s.sees('7/8');
        await s.look('voted');
      }),
    ).toEqual([]);
    expect(
      await troublesOf('secretary', async (s) => {
        await s.page.goto(`${meeting}/minutes`);
        await s.tab('Nghị quyết');
        await s.press('Thông qua nghị quyết');
        await s.look('adopt-asked');
        await s.confirm('Thông qua');
        await s.sees('Nghị quyết đã được thông qua.');
        await s.look('adopted');
      }),
    ).toEqual([]);
  });

  it('is read back, closed, confirmed by two people and declared signed', async () => {
    await moveTo('2026-12-03T13:50:00Z');
    expect(
      await troublesOf('minuteTaker', async (s) => {
        await s.page.goto(`${meeting}/minutes`);
        await s.tab('Xác nhận, ký');
        await s.press('Ghi nhận đã đọc lại');
        await s.sees('Đã ghi nhận biên bản được đọc lại.');
        await s.press('Đến bước bế mạc');
        await s.press('Bế mạc');
        await s.field('Giờ bế mạc').fill('2045');
        await s.confirm('Bế mạc');
        await s.sees('Đã bế mạc.');
        await s.look('closed');
        await s.page.goto(`${meeting}/minutes`);
        await s.press('Tôi xác nhận với tư cách người ghi biên bản');
        await s.sees('Đồng chí đã xác nhận biên bản.');
      }),
    ).toEqual([]);
    expect(
      await troublesOf('secretary', async (s) => {
        await s.page.goto(`${meeting}/minutes`);
        await s.look('confirming');
        await s.press('Tôi xác nhận với tư cách chủ trì');
        await s.sees('Đồng chí đã xác nhận biên bản.');
        await s.press('Ghi nhận đã ký');
        await s.sees('Đã ghi nhận biên bản được ký.');
        await s.look('signed');
        await s.tab('Biên bản');
        await s.look('minutes-read');
      }),
    ).toEqual([]);
  });

  it('is published, and its task followed by who was given it', async () => {
    await moveTo('2026-12-04T02:00:00Z');
    expect(
      await troublesOf('secretary', async (s) => {
        await s.page.goto(meeting);
        await s.press('Công bố kết quả', s.page.locator('#cong-bo'));
        await s.confirm('Công bố');
        await s.sees('Đã công bố kết quả sinh hoạt.');
        await s.look('published');
      }),
    ).toEqual([]);
    expect(
      await troublesOf('member', async (s) => {
        await s.press(TASK);
        await s.press('Nhận nhiệm vụ', s.dialog());
        await s.sees('Đã nhận nhiệm vụ.');
        await s.press('Báo cáo kết quả', s.dialog());
        await s.field('Kết quả thực hiện').fill('12/12 hộ đã tham gia.');
        await s.look('report');
        await s.press('Gửi báo cáo', s.dialog());
        await s.sees('Đã ghi báo cáo kết quả.');
        await s.look('reported');
        await s.page.goto('/');
        await s.press('Sinh hoạt thường kỳ tháng 12/2026');
        await s.sees('Nghị quyết đã công bố');
        await s.sees(TASK);
        await s.look('resolution-read');
      }),
    ).toEqual([]);
    expect(
      await troublesOf('secretary', async (s) => {
        await s.look('home-check');
        await s.page.goto('/tasks');
        await s.look('tasks');
        await s.press(TASK);
        await s.press('Kiểm tra kết quả', s.dialog());
        await s.page.getByRole('radio', { name: 'Hoàn thành đúng hạn' }).check();
        await s.look('verdict');
        await s.press('Ghi kết quả kiểm tra', s.dialog());
        await s.sees('Đã ghi kết quả kiểm tra.');
      }),
    ).toEqual([]);
  });

  it('is seen by the committee above at its desk', async () => {
    expect(
      await troublesOf('officer', async (s) => {
        await s.look('home');
        await s.press('Toàn cảnh');
        const row = s.page.getByRole('row').filter({ has: s.page.getByRole('link', { name: village.cell.name }) });
        await row.getByText('Đã công bố').waitFor();
        await s.look('overview');
        await s.page.getByRole('link', { name: village.cell.name }).first().click();
        await s.sees('12 tháng năm 2026');
        await s.look('overview-cell');
        for (const [name, path] of Object.entries({ meetings: '/meetings', meeting, roll: `${meeting}/roll`, minutes: `${meeting}/minutes` })) {
          await s.page.goto(path);
          await s.look(name);
        }
        for (const name of ['tasks', 'organizations', 'members']) {
          await s.page.goto(`/${name}`);
          await s.look(name);
        }
      }),
    ).toEqual([]);
  });
});
