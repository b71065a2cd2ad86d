import { createAccount } from '@vungmanh/contracts/identity/account';
import { listProposals } from '@vungmanh/contracts/inspection/discipline-act';
import type { Browser } from 'playwright-core';
import { Person } from '../../src/person.js';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

describe('the pages of discipline', () => {
  let browser: Browser;
  let village: Village;

  const office = async (username: string, personId: string): Promise<void> => {
    const officer = await Person.signedIn('canbo.tinh');
    const account = { username, password: 'Vungmanh@2026', displayName: 'Ủy ban kiểm tra xã (mô phỏng)', personId };
    await officer.doOnceKnown(createAccount, { ...account, roleCode: 'INSPECTION_COMMISSION', nodeId: village.commune.id, below: true });
    const person = await Person.signedIn(username);
    await person.doOnceKnown(listProposals, { nodeId: village.commune.id });
  };
  const others = () => village.members.filter(({ id }) => ![village.secretary.id, village.minuteTaker.id, village.plain?.id].includes(id));

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2026-12-10T02:00:00Z');
    village = await foundVillage({ number: '309', official: 6, probationary: 0, termFrom: '2025-08-01' });
    await staffOf(village);
    await office('ubkt.309', others()[0]?.id ?? '');
    await office('ubkt2.309', others()[1]?.id ?? '');
  });
  afterAll(() => browser?.close());

  const named = (place: number): string => others()[place]?.name ?? '';
  const left = async (...screens: readonly Screen[]): Promise<string[]> => (await Promise.all(screens.map((one) => one.leave()))).flat();

  it('lead a secretary with a phone from the violation to the decision, and the member to explanation and appeal', async () => {
    const phone = await Screen.signedIn(browser, village.accounts.secretary, 'phone');
    await phone.page.goto('/discipline');
    await phone.sees('Đồng chí chưa được giao hồ sơ kỷ luật nào');
    await phone.look('disciplines-none');
    await phone.press('Mở hồ sơ kỷ luật');
    await phone.field('Nội dung vi phạm').waitFor();
    await phone.choose('Đảng viên được xem xét', village.plain?.name ?? '');
    await phone.field('Nội dung vi phạm').fill('Buông lỏng quản lý quỹ bản (mô phỏng)');
    await phone.field('Ngày vi phạm').fill('051026');
    await phone.field('Ngày phát hiện').fill('011126');
    await phone.page.getByLabel('Mức kỷ luật tương ứng với vi phạm').selectOption('WARNING');
    await phone.sees('Được quyết định');
    await phone.look('open-discipline');
    await phone.press('Mở hồ sơ', phone.dialog());
    await phone.sees('Chưa gặp, nghe trình bày');
    await phone.look('discipline-opened');
    const address = new URL(phone.page.url()).pathname;

    await phone.press('Ghi buổi gặp, nghe trình bày');
    await phone.choose('Đại diện tổ chức đảng đã gặp', village.minuteTaker.name);
    await phone.field('Nội dung trình bày').fill('Đồng chí nhận khuyết điểm (mô phỏng)');
    await phone.look('hearing');
    await phone.confirm('Ghi vào hồ sơ');
    await phone.press('Ghi kết quả bỏ phiếu');
    await phone.field('Giờ bắt đầu').fill('19:30');
    await phone.field('Địa điểm').fill('Nhà văn hóa bản');
    await phone.choose('Chủ trì', village.secretary.name);
    await phone.choose('Thêm người kiểm phiếu', named(2));
    for (const [label, n] of Object.entries({
      'Có mặt': 6,
      'Phiếu phát ra': 6,
      'Phiếu thu về': 6,
      'Cảnh cáo': 3,
      'Khiển trách': 2,
      'Cách chức': 1,
    })) {
      await phone.field(label).fill(String(n));
    }
    await phone.sees('Kết quả: cảnh cáo');
    await phone.look('vote');
    await phone.confirm('Ghi kết quả');
    await phone.sees('cách chức 1; +3 = 4 > 3');
    await phone.press('Công bố, quyết định kỷ luật');
    await phone.confirm('Công bố');
    await phone.sees('Hạn ra văn bản');
    await phone.look('discipline-decided');
    await phone.press('Ghi văn bản đã ký');
    await phone.choose('Người ký', village.secretary.name);
    await phone.confirm('Ghi đã ký');
    await phone.press('Ghi việc trao quyết định');
    await phone.confirm('Ghi vào hồ sơ');
    await phone.sees(/Khiếu nại đến hết ngày/);

    const member = await Screen.signedIn(browser, village.accounts.member, 'phone');
    await member.page.goto('/my/record');
    await member.sees('Hồ sơ xem xét kỷ luật về tôi');
    await member.look('my-discipline');
    await member.press('Cảnh cáo');
    await member.sees('Hồ sơ này về đồng chí');
    await member.press('Gửi ý kiến giải trình');
    await member.field('Ý kiến của đồng chí').fill('Tôi xin giải trình (mô phỏng)');
    await member.confirm('Gửi');
    await member.sees('Tôi xin giải trình (mô phỏng)');
    await member.press('Khiếu nại quyết định');
    await member.field('Nội dung khiếu nại').fill('Tôi không đồng ý (mô phỏng)');
    await member.confirm('Gửi khiếu nại');
    await member.sees('Đã gửi, chờ thụ lý');
    await member.look('my-appeal');

    const desk = await Screen.signedIn(browser, 'ubkt.309', 'desk');
    await desk.page.goto('/discipline?view=appeals');
    await desk.sees(village.cell.name);
    await desk.look('appeals');
    await desk.press('Nhận hồ sơ');
    await desk.press('Thụ lý');
    await desk.confirm('Thụ lý');
    await desk.press('Ghi kết quả giải quyết');
    await desk.page.getByRole('radio', { name: 'Thay đổi hình thức kỷ luật' }).check();
    await desk.page.getByLabel('Hình thức thay thế').selectOption('REPRIMAND');
    await desk.field('Lý do, căn cứ').fill('Có tình tiết giảm nhẹ (mô phỏng)');
    await desk.confirm('Ghi kết quả');
    await desk.sees(/Thay đổi hình thức kỷ luật: khiển trách/);
    await desk.press('Ghi trao quyết định giải quyết');
    await desk.confirm('Ghi việc trao');
    await desk.sees(/Khiếu nại tiếp, lần 2 đến hết ngày/);
    await desk.look('appeal-settled');
    await desk.page.goto('/discipline/book?book=APPEALS');
    await desk.sees(/Thay đổi hình thức kỷ luật: Khiển trách/);
    await desk.look('book-of-appeals');
    await member.page.goto(address);
    await member.sees('Quyết định giải quyết khiếu nại');
    await member.look('my-appeal-answered');
    await phone.page.goto(address);
    await phone.sees(/Thay đổi hình thức kỷ luật: khiển trách/);
    await phone.look('discipline-after-appeal');
    expect(await left(phone, member, desk)).toEqual([]);
  });

  it('let two of a commission settle a denunciation, and learn together who denounces', async () => {
    const desk = await Screen.signedIn(browser, 'ubkt.309', 'desk');
    await desk.page.goto('/discipline?view=denunciations');
    await desk.press('Vào sổ tố cáo');
    await desk.choose('Đảng viên bị tố cáo', village.plain?.name ?? '');
    await desk.field('Nội dung tố cáo').fill('Thu quỹ không có phiếu thu (mô phỏng)');
    await desk.field('Họ tên người tố cáo').fill('Người tố cáo mô phỏng 309');
    await desk.look('register-denunciation');
    await desk.press('Vào sổ', desk.dialog());
    await desk.sees('Mới tiếp nhận, chờ phân loại');
    await desk.press('Thụ lý');
    await desk.page.getByLabel(/^Hạn giải quyết/).fill('100227');
    await desk.field('Kết quả phân loại').fill('Có ký tên, nội dung cụ thể');
    await desk.confirm('Thụ lý');
    await desk.press('Thêm người');
    await desk.choose('Đồng chí', named(1));
    await desk.confirm('Thêm');
    await desk.press('Đề nghị mở');
    await desk.field('Vì sao cần mở').fill('Cần làm rõ ngày thu (mô phỏng)');
    await desk.confirm('Đề nghị');
    await desk.sees('Chưa đồng ý');
    await desk.look('denunciation');

    const second = await Screen.signedIn(browser, 'ubkt2.309', 'phone');
    await second.page.goto('/discipline?view=denunciations');
    await second.look('denunciations');
    await second.press(village.plain?.name ?? '');
    await second.press('Đồng ý mở');
    await second.confirm('Đồng ý mở');
    await second.press('Xem danh tính');
    await second.sees('Người tố cáo mô phỏng 309');
    await second.look('denunciant');
    await desk.page.reload();
    await desk.press('Thông báo cho người bị tố cáo');
    await desk.confirm('Thông báo');
    const accused = await Screen.signedIn(browser, village.accounts.member, 'phone');
    await accused.page.goto(new URL(desk.page.url()).pathname);
    await accused.sees('Nội dung này nói về đồng chí');
    await accused.look('denounced');
    await desk.press('Kết luận');
    await desk.page.getByLabel(/^Nội dung 1/).selectOption('SHORTCOMING');
    await desk.page.getByRole('dialog').getByRole('textbox', { name: 'Kết luận', exact: true }).fill('Nhắc nhở, rút kinh nghiệm (mô phỏng)');
    await desk.confirm('Ghi kết luận');
    await desk.sees('Thông báo kết quả cho người tố cáo');
    await desk.look('denunciation-settled');
    await second.page.goto('/discipline/book');
    await second.sees(village.plain?.name ?? '');
    await second.look('book-of-denunciations');
    expect(await left(desk, second, accused)).toEqual([]);
  });
});
