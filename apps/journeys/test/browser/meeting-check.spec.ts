import type { Browser } from 'playwright-core';
import { type CheckedCommune, foundCheckedCommune } from '../../src/checked-commune.js';
import { Screen, startBrowser } from '../../src/screen.js';
import { moveTo } from '../../src/time.js';

const NOW = '2026-12-12T02:00:00Z';
const PRAISE = 'Giữ nền nếp sinh hoạt (mô phỏng)';

/** domain.md §11.3, story 3, as its people see it: the leader at a desk, a member of the team and a secretary on their phones. */
describe('a check of cells’ meetings in the browser', () => {
  let browser: Browser;
  let commune: CheckedCommune;
  let leader: Screen;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo(NOW);
    commune = await foundCheckedCommune('304');
    leader = await Screen.signedIn(browser, commune.leader.username, 'desk');
  });
  afterAll(() => browser?.close());

  it('the province sets how often, on the page of rules, and takes it back', async () => {
    const office = await Screen.signedIn(browser, 'canbo.tinh', 'desk');
    await office.page.goto('/rules');
    await office.page.getByLabel('Tìm quy định').fill('kiểm tra việc sinh hoạt chi bộ');
    await office.press(/^Đặt giá trị riêng: Đảng ủy cơ sở kiểm tra việc sinh hoạt chi bộ/);
    await office.field('Giá trị của tỉnh (tháng)').fill('4');
    await office.field('Số văn bản của tỉnh').fill('422-QĐ/TU');
    await office.field('Ngày ký văn bản').fill('01/12/2026');
    await office.field('Có hiệu lực từ ngày').fill('01/12/2026');
    await office.field('Lý do').fill('Chấn chỉnh nền nếp (mô phỏng)');
    await office.look('set-rule');
    await office.confirm('Đặt giá trị');
    await office.sees('Của tỉnh');
    await office.look('rules');
    await office.press(/^Bãi bỏ: Đảng ủy cơ sở/);
    await office.field('Thôi áp dụng từ ngày').fill('01/12/2026');
    await office.field('Lý do').fill('Thử xong (mô phỏng)');
    await office.confirm('Bãi bỏ');
    await office.page.getByText('Của tỉnh', { exact: true }).waitFor({ state: 'detached' });
    expect(await office.leave()).toEqual([]);
  });

  it('is opened and started by its leader', async () => {
    await leader.page.goto('/inspection');
    await leader.tab('Sinh hoạt chi bộ');
    await leader.sees(/12\/12 chi bộ chưa được kiểm tra lần nào/);
    await leader.look('checks-before');
    await leader.press('Mở cuộc kiểm tra');
    await leader.choose('Thêm thành viên đoàn', commune.helper.name);
    await leader.look('open-check');
    await leader.press('Mở cuộc kiểm tra', leader.dialog());
    await leader.page.getByRole('button', { name: 'Bắt đầu kiểm tra' }).waitFor();
    await leader.sees(commune.village.cell.name);
    await leader.look('check-draft');
    await leader.press('Bắt đầu kiểm tra');
    await leader.confirm('Bắt đầu');
    await leader.sees(/Đoàn được đọc sổ biên bản của các chi bộ đến hết ngày/);
    await leader.look('check-under-way');
    await leader.press('Thay đổi đoàn, thời hạn');
    await leader.field('Lý do thay đổi').fill('Thêm thời gian đọc sổ biên bản (mô phỏng)');
    await leader.look('change-asked');
    await leader.confirm('Lưu thay đổi');
    await leader.sees('Lý do: Thêm thời gian đọc sổ biên bản (mô phỏng)');
    await leader.look('check-changed');
    expect(await leader.page.getByRole('row').filter({ hasText: 'Chưa ghi' }).count()).toBe(12);
  });

  it('is written down by one of its team on a phone, from the minute book itself', async () => {
    const helper = await Screen.signedIn(browser, commune.helper.username, 'phone');
    await helper.look('home-of-team');
    await helper.page.getByRole('region', { name: 'Đoàn kiểm tra sinh hoạt chi bộ' }).getByRole('link').click();
    await helper.press(commune.village.cell.name);
    await helper.sees('Biên bản cần đọc');
    await helper.look('cell-before');
    await helper.press('Đọc biên bản');
    await helper.sees('Nội dung mô phỏng.');
    await helper.look('minutes-read');
    await helper.page.goBack();
    await helper.sees('Phiếu kiểm tra');
    const choose = (group: string | RegExp, answer: string) =>
      helper.page.getByRole('radiogroup', { name: group }).getByText(answer, { exact: true }).click();
    await choose(/^Sổ biên bản/, 'Có');
    for (const group of [/^Nghị quyết/, /^Thực hiện/, /^Sinh hoạt chuyên đề/, /^Sử dụng sổ tay/]) await choose(group, 'Còn thiếu');
    await helper.page.getByLabel(/^Nhận xét về việc cấp trên dự sinh hoạt/).fill('Chưa có ai về dự (mô phỏng)');
    await helper.page.reload();
    await helper.sees('Đang ghi tiếp bản ghi dở trên máy này');
    await helper.look('cell-resumed');
    await helper.press('Lưu phiếu');
    await helper.sees(/Đã lưu phiếu/);
    await helper.page.getByLabel(/^Chi bộ phản ánh, kiến nghị/).fill('Đề nghị gửi tài liệu sớm (mô phỏng)');
    await helper.press('Lưu phiếu');
    await helper.sees('Chưa ghi ngày nghe phản ánh');
    await helper.page.getByLabel(/^Nghe chi bộ phản ánh ngày/).fill('12/12/2026');
    await helper.page.getByLabel(/^Số đảng viên dự/).fill('6');
    await helper.press('Lưu phiếu');
    await helper.page.getByText('Chưa ghi ngày nghe phản ánh').waitFor({ state: 'detached' });
    await helper.press('Ghi nhận');
    await helper.page.getByRole('dialog').getByText('Khuyết điểm', { exact: true }).click();
    await helper.field('Nội dung').fill('Nghị quyết tháng 8 chung chung (mô phỏng)');
    await helper.field('Kiến nghị khắc phục').fill('Ghi rõ việc, người, thời hạn');
    await helper.field('Hạn khắc phục').fill('31/01/2027');
    await helper.look('finding-form');
    await helper.confirm('Ghi nhận');
    await helper.sees('Nghị quyết tháng 8 chung chung (mô phỏng)');
    await helper.look('cell-written');
    expect(await helper.leave()).toEqual([]);
  });

  it('shows the secretary who reads their minute book, and until when', async () => {
    const secretary = await Screen.signedIn(browser, commune.village.accounts.secretary, 'desk');
    await secretary.page.goto(`/organizations/${commune.village.cell.id}/access`);
    await secretary.sees(/Theo cuộc kiểm tra sinh hoạt chi bộ/);
    await secretary.sees(commune.helper.name);
    await secretary.look('node-access');
    expect(await secretary.leave()).toEqual([]);
  });

  it('is concluded and told to all cells', async () => {
    await leader.page.reload();
    await leader.sees('1/12 chi bộ');
    await leader.page.getByRole('button', { name: 'Có khuyết điểm' }).click();
    await leader.look('check-filtered');
    await leader.press('Soạn thông báo, kết luận');
    await leader.sees('Nghị quyết tháng 8 chung chung (mô phỏng)');
    await leader.page.getByLabel(/^Ưu điểm/).fill(`- ${PRAISE}\n- Đọc tài liệu trước (mô phỏng)`);
    await leader.page.getByLabel(/^Hạn chế, khuyết điểm/).fill('Nghị quyết chung chung (mô phỏng)');
    await leader.press('Thêm yêu cầu');
    await leader.field('Yêu cầu 1').fill('Gửi tài liệu trước một ngày');
    await leader.press('Kết luận cuộc kiểm tra');
    await leader.sees(/Mỗi yêu cầu cần có nội dung và ngày/);
    await leader.field('Thời hạn').fill('31/01/2027');
    await leader.press('Kết luận cuộc kiểm tra');
    await leader.sees(/^Còn chi bộ chưa ghi kết quả kiểm tra/);
    await leader.page.getByLabel(/^Lý do kết luận khi còn 11 chi bộ/).fill('Mưa lũ chia cắt (mô phỏng)');
    await leader.look('conclusion');
    await leader.press('Kết luận cuộc kiểm tra');
    await leader.sees(PRAISE);
    await leader.look('check-concluded');
    await leader.press('Thông báo đến các chi bộ');
    await leader.confirm('Thông báo');
    await leader.sees(/^Số \d+-TB\/ĐU$/);
    await leader.look('check-published');
    await leader.press(commune.village.cell.name);
    await leader.sees('Đang khắc phục');
    await leader.press('Xác nhận đã khắc phục');
    await leader.sees(/^Đã khắc phục$/);
    await leader.look('cell-told');
    await leader.page.goto('/inspection?view=checks');
    await leader.sees(/1\/12 chi bộ/);
    await leader.look('checks-after');
    expect((await leader.leave()).filter((trouble) => !/^409 POST .*\/conclusion$/.test(trouble))).toEqual([]);
  });

  it('is read by every cell; the one with a weak point reads that too', async () => {
    const neighbor = await Screen.signedIn(browser, commune.neighbor.username, 'phone');
    await neighbor.page.getByRole('region', { name: 'Thông báo kiểm tra sinh hoạt chi bộ' }).getByRole('link').click();
    await neighbor.sees(PRAISE);
    await neighbor.look('notice');
    expect(await neighbor.leave()).toEqual([]);
    const secretary = await Screen.signedIn(browser, commune.village.accounts.secretary, 'phone');
    await secretary.page.goto('/inspection?view=told');
    await secretary.sees('Nghị quyết tháng 8 chung chung (mô phỏng)');
    await secretary.sees(/^Đã khắc phục$/);
    await secretary.look('told-findings');
    expect(await secretary.leave()).toEqual([]);
  });
});
