import { listTasks, reportTaskFor, verifyTask } from '@vungmanh/contracts/meetings/task';
import type { Browser } from 'playwright-core';
import { heldMeeting } from '../../src/access/meetings.js';
import { committeeSecretaryOf } from '../../src/committee-secretary.js';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village, type Villager } from '../../src/village.js';

const COMMITTEE = 'bithuxa.376';
const SIGNS = 'Có dấu hiệu chấp hành chưa nghiêm (mô phỏng)';
const TASKS = ['Rà soát hồ sơ vụ án tồn (mô phỏng)', 'Báo cáo chuyên đề quý (mô phỏng)'];

/** The quarter of domain.md §11.3, story 7, by hand: a desk for the committee of the cell and the one above, a phone for the member. */
describe('a quarter of supervision in the browser', () => {
  let browser: Browser;
  let village: Village;
  let member: Villager;
  let managed: Villager;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-11-05T02:00:00Z');
    village = await foundVillage({ number: '376', official: 9, probationary: 0, termFrom: '2025-08-01' });
    member = village.plain ?? village.minuteTaker;
    const others = village.members.filter(({ id }) => ![village.secretary.id, village.minuteTaker.id, member.id].includes(id));
    [managed = member] = others.slice(-1);
    await committeeSecretaryOf(village, others[0] ?? member, COMMITTEE);
    const { secretary } = await staffOf(village);
    const deadlines = ['2026-10-20', '2026-10-30'];
    const given = TASKS.map((content, i) => ({ content, deadline: deadlines[i] ?? '', doerId: member.id }));
    await heldMeeting(secretary, { nodeId: village.cell.id, bodyId: village.bodyId, people: village.members.map(({ id }) => id) }, given);
    for (const task of (await secretary.do(listTasks, { nodeId: village.cell.id })).items) {
      const reported = await secretary.do(reportTaskFor, { taskId: task.id, text: 'Báo cáo miệng', doneOn: '2026-11-03' }, task);
      await secretary.do(verifyTask, { taskId: task.id, result: 'LATE' }, reported);
    }
  });
  afterAll(() => browser?.close());

  const troublesOf = async (
    who: keyof Village['accounts'] | 'committee',
    size: 'phone' | 'desk',
    work: (s: Screen) => Promise<void>,
  ): Promise<string[]> => {
    const screen = await Screen.signedIn(browser, who === 'committee' ? COMMITTEE : village.accounts[who], size);
    await work(screen);
    // A quarter that is not drawn up yet, and a case that may not be opened: both lead on to what is to be done.
    return (await screen.leave()).filter((trouble) => !/^404 GET .*\/member-supervisions\?|^409 POST .*\/inspection-cases$/.test(trouble));
  };

  it('is drawn up by the secretary and told to the members', async () => {
    expect(
      await troublesOf('secretary', 'desk', async (s) => {
        // The first page says that it is owed, and leads there.
        await s.press('Giám sát đảng viên quý IV năm 2026: chưa lập kế hoạch');
        await s.look('none');
        await s.press('Lập kế hoạch quý IV năm 2026');
        await s.sees('Đã lập danh sách 9 đảng viên.');
        await s.look('drawn-up');
        await s.press('Thông báo đến đảng viên');
        await s.look('open-asked');
        await s.confirm('Thông báo');
        await s.sees('Đã thông báo kế hoạch đến đảng viên.');
        await s.press(/^Cần nhắc nhở/);
        await s.look('awaits');
      }),
    ).toEqual([]);
  });

  it('has its labor grades chosen, pasted and saved', async () => {
    expect(
      await troublesOf('secretary', 'desk', async (s) => {
        await s.page.goto('/member-supervision');
        await s.tab('Bình xét lao động');
        await s.look('no-scale');
        await s.press('Đặt các mức bình xét');
        await s.look('scale-asked');
        await s.confirm('Lưu các mức');
        await s.page.getByLabel(`${village.secretary.name}, tháng 10`).selectOption('A');
        await s.press('Dán từ Excel');
        const rows = village.members.map(({ name }) => `${name}\t${name === member.name ? 'B\tC' : 'A\tA'}`);
        await s.field('Nội dung dán').fill(`Họ và tên\tTháng 10\tTháng 11\n${rows.join('\n')}\nNgười Lạ\tA`);
        await s.sees('1 chỗ chưa đọc được');
        await s.look('pasted');
        await s.confirm('Đưa 18 ô vào bảng');
        await s.sees('18 ô chưa lưu');
        await s.look('grades-changed');
        await s.press('Lưu bình xét');
        await s.sees('Đã lưu bình xét.');
        await s.look('grades');
      }),
    ).toEqual([]);
  });

  it('has a reminder, a note and a proposal written on a line', async () => {
    expect(
      await troublesOf('secretary', 'phone', async (s) => {
        await s.page.goto('/member-supervision');
        await s.sees('Từng đảng viên');
        await s.look('list');
        await s.press(member.name);
        await s.look('line');
        await s.press('Ghi việc nhắc nhở');
        await s.page.getByLabel('Trong kỳ sinh hoạt chi bộ').check();
        await s.field('Nội dung nhắc nhở').fill('Hai việc chậm. Từ nay báo cáo đúng hạn.');
        await s.look('remind');
        await s.confirm('Ghi việc nhắc nhở');
        await s.sees('Đã ghi việc nhắc nhở. Đảng viên thấy trên trang của mình.');
        await s.page.getByRole('button', { name: 'Ghi nhận xét' }).first().click();
        await s.page.getByLabel(/^Nhận xét tháng 10/).fill('Chậm hai việc được giao.');
        await s.press('Lưu nhận xét');
        await s.sees('Chậm hai việc được giao.');
        await s.press('Ghi đề nghị');
        await s.page.getByLabel('Giúp đỡ').check();
        await s.field('Lý do').fill('Phân công đồng chí kèm cặp.');
        await s.look('propose');
        await s.confirm('Ghi đề nghị');
        await s.sees('Đã ghi đề nghị.');
        await s.look('line-written');
      }),
    ).toEqual([]);
  });

  it('offers only the report in writing for a member whom the committee above manages', async () => {
    expect(
      await troublesOf('officer', 'desk', async (s) => {
        await s.page.goto(`/members/${managed.id}`);
        await s.press('Ghi thay đổi');
        await s.press('Diện cấp ủy cấp trên quản lý');
        await s.page.getByLabel('Cấp ủy quản lý').selectOption({ label: village.commune.name });
        await s.field('Từ ngày').fill('010126');
        await s.look('managed-asked');
        await s.confirm('Ghi diện quản lý');
        await s.sees(`Do ${village.commune.name} quản lý`);
        await s.look('managed');
      }),
    ).toEqual([]);
    expect(
      await troublesOf('secretary', 'desk', async (s) => {
        await s.page.goto('/member-supervision');
        await s.press(managed.name);
        await s.sees('Cấp ủy cấp trên quản lý đồng chí này');
        await s.press('Ghi đề nghị');
        expect(await s.dialog().getByText('Đề nghị kiểm tra khi có dấu hiệu vi phạm').count()).toBe(0);
        await s.press('Thôi', s.dialog());
        await s.press('Ghi việc báo cáo bằng văn bản');
        await s.field('Nội dung báo cáo').fill('Chi bộ báo cáo việc thực hiện nhiệm vụ của đồng chí (mô phỏng).');
        await s.look('report');
        await s.confirm('Ghi việc báo cáo');
        await s.sees(`Đã báo cáo bằng văn bản với ${village.commune.name}`);
        await s.look('reported');
      }),
    ).toEqual([]);
  });

  it('has what the cell may not look into reported in writing, and taken up by the committee above', async () => {
    expect(
      await troublesOf('secretary', 'phone', async (s) => {
        await s.page.goto('/inspection/cases');
        await s.press('Lập hồ sơ cuộc kiểm tra, giám sát');
        await s.choose('Đảng viên', managed.name);
        await s.field('Hình thức').selectOption('Kiểm tra khi có dấu hiệu vi phạm');
        await s.dialog().getByLabel('Nội dung', { exact: true }).fill('Việc chấp hành quy định của Đảng (mô phỏng)');
        await s.press('Lập hồ sơ', s.dialog());
        await s.sees('Việc này phải báo cáo bằng văn bản với cấp ủy có thẩm quyền');
        await s.field('Dấu hiệu vi phạm').fill(SIGNS);
        await s.field('Đề nghị').fill('Đề nghị Đảng ủy xem xét (mô phỏng)');
        await s.look('written-report');
        await s.confirm('Gửi báo cáo');
        await s.sees('Đã gửi báo cáo bằng văn bản đến cấp ủy có thẩm quyền.');
        await s.tab('Báo cáo bằng văn bản');
        await s.sees('Đã gửi, chờ tiếp nhận');
        await s.look('written-reports-sent');
      }),
    ).toEqual([]);
    expect(
      await troublesOf('committee', 'desk', async (s) => {
        await s.sees('Báo cáo, hồ sơ chuyển đến chờ xử lý');
        await s.look('home-waiting');
        await s.press(`${village.cell.name}: về ${managed.name}`);
        await s.sees(SIGNS);
        await s.press('Tiếp nhận');
        await s.look('acknowledge');
        await s.confirm('Tiếp nhận');
        await s.sees('Đã tiếp nhận báo cáo.');
        await s.look('written-reports-received');
        await s.press('Lập hồ sơ kiểm tra');
        await s.field('Cơ quan tiến hành').selectOption('Đảng ủy cơ sở');
        await s.field('Hình thức').selectOption('Kiểm tra khi có dấu hiệu vi phạm');
        await s.dialog().getByLabel('Nội dung', { exact: true }).fill('Việc chấp hành quy định của Đảng (mô phỏng)');
        await s.look('case-from-report');
        await s.press('Lập hồ sơ', s.dialog());
        await s.sees(`Lập từ báo cáo bằng văn bản của ${village.cell.name}`);
        await s.look('case-opened');
        await s.page.goto('/inspection/cases?view=reports');
        await s.press('Xem hồ sơ đã lập');
        await s.sees('Việc tiếp theo');
      }),
    ).toEqual([]);
  });

  it('is read and answered by the member', async () => {
    expect(
      await troublesOf('member', 'phone', async (s) => {
        await s.sees('Giám sát đảng viên theo quý');
        await s.look('home');
        await s.press('Quý IV năm 2026');
        await s.sees('Hai việc chậm. Từ nay báo cáo đúng hạn.');
        await s.look('own-line');
        await s.field('Ý kiến, giải trình của tôi').fill('Tôi nhận khuyết điểm, xin khắc phục.');
        await s.press('Gửi ý kiến');
        await s.sees('Đã gửi ý kiến đến chi ủy.');
        await s.look('answered');
        await s.page.goto('/my/supervision');
        await s.sees('tôi đã có 1 ý kiến');
        await s.look('quarters');
      }),
    ).toEqual([]);
  });

  it('goes up as counts alone', async () => {
    expect(
      await troublesOf('officer', 'desk', async (s) => {
        await s.press('Kiểm tra, giám sát');
        await s.press('Giám sát đảng viên theo quý');
        await s.sees(village.cell.name);
        await s.look('above');
        expect(await s.page.getByText(member.name).count()).toBe(0);
        const file = s.page.waitForEvent('download');
        await s.press(/^Xuất Excel/);
        expect((await file).suggestedFilename()).toBe('Giám sát đảng viên Quý IV năm 2026.xlsx');
        await s.press('Sang quý I năm 2027');
        await s.press('Lập danh sách cho 1 chi bộ');
        await s.look('below-asked');
        await s.confirm('Lập danh sách');
        await s.sees('Đã lập danh sách cho 1 chi bộ, 9 đảng viên.');
      }),
    ).toEqual([]);
    expect(
      await troublesOf('officer', 'phone', async (s) => {
        await s.page.goto('/member-supervision');
        await s.sees(village.cell.name);
        await s.look('above');
      }),
    ).toEqual([]);
  });
});
