import { addLines } from '@vungmanh/contracts/inspection/plan-line';
import { approveProgram, getProgram, openProgram, programChoices, publishProgram } from '@vungmanh/contracts/inspection/program';
import type { Browser } from 'playwright-core';
import type { Person } from '../../src/person.js';
import { Screen, startBrowser } from '../../src/screen.js';
import { staffOf } from '../../src/staff.js';
import { eventually, moveTo } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const FINDING = 'Báo cáo kết quả chậm hai lần';

/** A cell looks into one of its members, by hand: the secretary at a desk, the group and the member with a phone. */
describe('a case in the browser', () => {
  let browser: Browser;
  let village: Village;
  let address: string;
  let program: string;

  beforeAll(async () => {
    browser = await startBrowser();
    await moveTo('2027-05-04T02:00:00Z');
    village = await foundVillage({ number: '308', official: 6, probationary: 0, termFrom: '2025-08-01' });
    const { secretary } = await staffOf(village);
    await secretary.doOnceKnown(programChoices, { nodeId: village.cell.id, year: 2027 });
    program = await publishedPlan(secretary);
  });
  afterAll(() => browser?.close());

  /** The plan of the cell, with one member to be inspected; answers its address. */
  async function publishedPlan(secretary: Person): Promise<string> {
    const { id: programId } = await secretary.do(openProgram, { nodeId: village.cell.id, actor: 'CELL', year: 2027 });
    const subjects = { of: 'CHOSEN' as const, subject: 'MEMBER' as const, subjectIds: [village.members.at(-1)?.id ?? ''] };
    await secretary.do(addLines, { programId, quarter: 2, kind: 'COMPLIANCE_INSPECTION', content: 'Việc nêu gương (mô phỏng)', subjects });
    const drafted = await secretary.do(getProgram, { programId });
    await secretary.do(approveProgram, { programId, approvedOn: '2027-05-03', meeting: 'Sinh hoạt chi bộ tháng 5' }, drafted);
    const approved = await eventually(
      () => secretary.do(getProgram, { programId }),
      (p) => p.approval?.numberAwaited === false,
    );
    await secretary.do(publishProgram, { programId }, approved);
    return `/inspection/programs/${programId}`;
  }

  /** Signs in, does it, leaves; answers what went wrong on the way. */
  const troublesOf = async (who: keyof Village['accounts'], work: (s: Screen) => Promise<void>): Promise<string[]> => {
    const screen = await Screen.signedIn(browser, village.accounts[who], who === 'secretary' || who === 'officer' ? 'desk' : 'phone');
    await work(screen);
    return screen.leave();
  };

  it('is opened by the secretary, who names the group', async () => {
    expect(
      await troublesOf('secretary', async (s) => {
        await s.page.goto('/inspection/cases');
        await s.look('cases-empty');
        await s.press('Lập hồ sơ cuộc kiểm tra, giám sát');
        await s.choose('Đảng viên', village.plain?.name ?? '');
        await s.field('Hình thức').selectOption('Kiểm tra việc chấp hành');
        await s.dialog().getByLabel('Nội dung', { exact: true }).fill('Việc thực hiện nhiệm vụ được phân công (mô phỏng)');
        await s.look('new-case');
        await s.press('Lập hồ sơ', s.dialog());
        await s.sees('Việc tiếp theo');
        address = new URL(s.page.url()).pathname;
        await s.look('planned');
        await s.press('Phân công đoàn, tổ');
        await s.choose('Trưởng đoàn, tổ trưởng', village.minuteTaker.name);
        await s.look('team');
        await s.confirm('Lưu phân công');
        await s.sees('Đã phân công đoàn, tổ.');
      }),
    ).toEqual([]);
  });

  it('is planned by who leads, with a phone', async () => {
    expect(
      await troublesOf('minuteTaker', async (s) => {
        await s.look('home-leader');
        await s.page.goto(address);
        await s.press('Ghi kế hoạch, đề cương, lịch làm việc');
        await s.field('Căn cứ').fill('Căn cứ Kế hoạch kiểm tra, giám sát năm 2027 của chi bộ');
        await s.field('Đề cương gợi ý báo cáo').fill('Nhiệm vụ được phân công\n- Kết quả đến nay?');
        await s.press('Thêm buổi làm việc');
        await s.look('plan');
        await s.press('Bỏ dòng này', s.dialog());
        await s.confirm('Lưu kế hoạch');
        await s.sees('Đã lưu kế hoạch, đề cương, lịch làm việc.');
      }),
    ).toEqual([]);
  });

  it('is decided and announced', async () => {
    expect(
      await troublesOf('secretary', async (s) => {
        await s.page.goto(address);
        await s.press('Ra quyết định');
        await s.field('Làm việc từ ngày').fill('4/5/2027');
        await s.field('Đến ngày').fill('20/5/2027');
        await s.field('Hạn đối tượng nộp báo cáo tự kiểm tra').fill('10/5/2027');
        await s.look('decide');
        await s.confirm('Ra quyết định');
        await s.press('Triển khai quyết định đến đối tượng');
        await s.confirm('Triển khai quyết định');
        await s.sees('Chờ đối tượng nộp báo cáo tự kiểm tra.');
        await s.look('announced');
        await s.tab('Văn bản');
        await s.sees('Số 01-QĐ/CB');
        await s.look('papers');
        await s.tab('Người được biết');
        await s.look('access');
      }),
    ).toEqual([]);
  });

  it('is read by the member, who hands in a report and explains', async () => {
    expect(
      await troublesOf('member', async (s) => {
        await s.look('home-subject');
        await s.press('Kiểm tra việc chấp hành');
        await s.sees('Nộp báo cáo tự kiểm tra trước hết ngày 10/05/2027');
        await s.look('on-me');
        await s.press('Nộp báo cáo tự kiểm tra');
        await s.page.getByRole('radio', { name: 'Không mật' }).check();
        await s.field('Tệp').setInputFiles({ name: 'Báo cáo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%mô phỏng\n') });
        await s.press('Đính kèm', s.dialog());
        await s.sees('Đã nộp báo cáo tự kiểm tra.');
        await s.press('Giải trình, nêu ý kiến');
        await s.dialog().getByLabel('Nội dung', { exact: true }).fill('Tôi nhận khuyết điểm và sẽ báo cáo đúng hạn.');
        await s.look('opinion');
        await s.confirm('Gửi ý kiến');
        await s.sees('Ý kiến của đồng chí đã vào hồ sơ.');
        await s.look('on-me-answered');
      }),
    ).toEqual([]);
  });

  it('is carried out, heard and reported by the group', async () => {
    expect(
      await troublesOf('minuteTaker', async (s) => {
        await s.page.goto(address);
        await s.press('Bắt đầu thẩm tra, xác minh');
        await s.confirm('Bắt đầu thẩm tra, xác minh');
        await s.tab('Ghi nhận, tài liệu');
        await s.press('Ghi nhận');
        await s.page.getByRole('radio', { name: 'Khuyết điểm' }).check();
        await s.field('Nội dung ghi nhận').fill(FINDING);
        await s.look('finding');
        await s.press('Ghi nhận', s.dialog());
        await s.sees(FINDING);
        await s.look('record');
        await s.press('Tổ chức hội nghị, làm việc với đối tượng');
        await s.confirm('Ghi hội nghị, làm việc');
        await s.press('Ghi biên bản');
        await s.field('Bắt đầu lúc').fill('1900');
        await s.field('Địa điểm').fill('Nhà văn hóa bản');
        await s.field('Thành phần dự').fill('Tổ kiểm tra\nĐồng chí được kiểm tra');
        await s.field('Diễn biến').fill('Đã trình bày, nhất trí với nội dung ghi nhận.');
        await s.look('minutes');
        await s.confirm('Lưu biên bản');
        await s.press('Báo cáo kết quả');
        await s.field('Khái quát quá trình làm việc').fill('Tổ đã làm việc đủ các bước.');
        await s.field('Nhận xét, đánh giá').fill('Cơ bản hoàn thành nhiệm vụ.');
        await s.confirm('Báo cáo kết quả');
        await s.sees('Người ra quyết định xem xét báo cáo và kết luận.');
      }),
    ).toEqual([]);
  });

  it('is concluded with what is asked, which the member reports', async () => {
    expect(
      await troublesOf('secretary', async (s) => {
        await s.page.goto(address);
        await s.press('Kết luận và thông báo kết luận');
        await s.dialog().getByLabel('Kết luận', { exact: true }).fill('Hoàn thành nhiệm vụ, còn báo cáo chậm.');
        await s.press('Thêm yêu cầu, kiến nghị');
        await s.dialog().getByLabel('Nội dung', { exact: true }).fill('Báo cáo đúng hạn hằng tháng');
        await s.field('Thời hạn').fill('31/5/2027');
        await s.look('conclude');
        await s.confirm('Kết luận và thông báo');
        await s.tab('Kết quả, kiến nghị');
        await s.sees('Báo cáo đúng hạn hằng tháng');
        await s.look('result');
        await s.page.goto('/inspection/cases');
        await s.look('cases');
      }),
    ).toEqual([]);
    expect(
      await troublesOf('member', async (s) => {
        await s.sees('Kiến nghị sau kiểm tra phải thực hiện');
        await s.look('home-asked');
        await s.press('Báo cáo kết quả thực hiện');
        await s.field('Đã thực hiện thế nào').fill('Đã báo cáo tháng 5');
        await s.confirm('Gửi báo cáo');
        await s.sees('Đã gửi báo cáo thực hiện.');
        await s.press('Kiểm tra việc chấp hành');
        await s.sees('Hoàn thành nhiệm vụ, còn báo cáo chậm.');
        await s.look('on-me-concluded');
      }),
    ).toEqual([]);
    expect(
      await troublesOf('officer', async (s) => {
        await s.page.goto('/inspection/cases?view=figures');
        await s.sees('Kiến nghị quá hạn');
        await s.look('figures');
        await s.page.goto('/inspection?view=report&year=2027');
        await s.sees('không nêu số nhỏ');
        await s.look('report');
      }),
    ).toEqual([]);
  });

  it('is opened from a line of the plan', async () => {
    expect(
      await troublesOf('secretary', async (s) => {
        await s.page.goto(program);
        await s.press(/KT chấp hành/);
        await s.press('Lập hồ sơ cuộc này');
        await s.look('from-line');
        await s.press('Lập hồ sơ', s.dialog());
        await s.sees('Phân công đoàn, tổ; ghi kế hoạch, đề cương; rồi ra quyết định.');
        await s.sees('Việc nêu gương (mô phỏng)');
      }),
    ).toEqual([]);
  });

  it('is found behind the figures of the report and in the book of its body, and reported in a paper', async () => {
    expect(
      await troublesOf('secretary', async (s) => {
        await s.page.goto('/inspection?view=report&year=2027');
        await s.sees('Theo quý, qua các năm');
        await s.look('report-own');
        await s.page
          .getByRole('link', { name: /mở danh sách: Kiểm tra việc chấp hành.*hồ sơ/ })
          .first()
          .click();
        await s.sees('2 dòng');
        await s.look('report-rows');
        await s.page.goto('/inspection/register?year=2027');
        await s.sees('Sổ theo dõi năm 2027');
        await s.sees('Quyết định số 01-QĐ/CB');
        await s.look('register');
        await s.page.goto('/inspection?view=report&year=2027&period=2027-Q1');
        await s.press('Soạn báo cáo: Chi bộ');
        await s.sees('Kết quả thực hiện');
        await s.field('Nhận xét, đánh giá').fill('Chi bộ thực hiện đúng chương trình (mô phỏng).');
        await s.press('Lưu dự thảo');
        await s.sees('Đã lưu dự thảo.');
        await s.look('report-draft');
        await s.press('Ban hành báo cáo');
        await s.look('report-issue');
        await s.confirm('Ban hành');
        await s.sees('Đã ban hành');
        await s.look('report-issued');
      }),
    ).toEqual([]);
  });
});
