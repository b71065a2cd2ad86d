import type { AgendaArea, MeetingKind } from '@vungmanh/contracts/meetings/meeting-state';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Content by type of cell (HD 42 part 4; seeds 000, 001, 003). The minutes are a proposal that fits into the time that the rule asks for. */
const SOURCE = 'HD 42-HD/BTCTW, 28/10/2025, phần 2 và phần 4';
const FROM = '2025-10-28';

type Item = [title: string, area: AgendaArea, minutes: number];

const opening: Item = ['Khai mạc: lý do, thành phần; cử thư ký; điểm danh; thông qua chương trình', 'OPENING', 10];
const lastMonth: Item = ['Kết quả thực hiện nghị quyết và từng nhiệm vụ đã giao kỳ trước', 'POLITICAL_TASK', 15];
const politics: Item = [
  'Thông tin thời sự; quán triệt chủ trương, chỉ thị, nghị quyết mới; tình hình tư tưởng của đảng viên, quần chúng',
  'POLITICS',
  15,
];
const partyBuilding: Item = ['Công tác xây dựng Đảng: phân công đảng viên, phát triển đảng viên, kiểm tra, giám sát, đảng phí', 'PARTY_BUILDING', 15];
const example: Item = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; tự phê bình và phê bình; biểu dương, nhắc nhở',
  'PARTY_BUILDING',
  10,
];
const nextMonth: Item = ['Phương hướng, nhiệm vụ tháng tới; phân công người thực hiện, người kiểm tra, thời hạn', 'POLITICAL_TASK', 15];
const closing: Item = ['Trả lời kiến nghị; kết luận, biểu quyết nghị quyết; thông qua biên bản', 'CLOSING', 10];

const own: Record<string, Item> = {
  VILLAGE_RESIDENTIAL: ['Tình hình kinh tế - xã hội, quốc phòng - an ninh ở thôn, bản, tổ dân phố; việc của Nhân dân', 'LOCAL_AFFAIRS', 15],
  ADMIN_PUBLIC_SERVICE: ['Kiểm điểm công tác chuyên môn của cơ quan, đơn vị; cải cách hành chính, thái độ phục vụ Nhân dân', 'PROFESSIONAL', 15],
  STATE_ENTERPRISE: ['Sản xuất, kinh doanh; quản lý vốn, tài sản nhà nước; việc làm và đời sống người lao động', 'PROFESSIONAL', 15],
  PRIVATE_FDI_ENTERPRISE: [
    'Chấp hành pháp luật ở doanh nghiệp; việc làm, quyền lợi của người lao động; phối hợp với chủ doanh nghiệp',
    'PROFESSIONAL',
    15,
  ],
  STUDENT: ['Học tập, rèn luyện của học sinh, sinh viên; tạo nguồn phát triển đảng viên', 'PROFESSIONAL', 15],
  ARMED_FORCES: ['Thực hiện nhiệm vụ của đơn vị; chấp hành kỷ luật, pháp luật (không đưa nội dung mật)', 'PROFESSIONAL', 15],
};

const theme: Item[] = [
  ['Chuyên đề: mục đích, yêu cầu; trình bày chuyên đề', 'THEMATIC', 15],
  ['Chuyên đề: thảo luận theo gợi ý, liên hệ bản thân; kết luận', 'THEMATIC', 20],
];

const thematic: Item[] = [
  ['Khai mạc: mục đích, yêu cầu của chuyên đề; cử thư ký; điểm danh', 'OPENING', 10],
  ['Trình bày chuyên đề', 'THEMATIC', 25],
  ['Thảo luận theo gợi ý, liên hệ trách nhiệm của từng đảng viên', 'THEMATIC', 40],
  ['Đánh giá, kết luận chuyên đề; biện pháp thực hiện; thông qua biên bản', 'CLOSING', 15],
];

const committee: Item[] = [
  ['Khai mạc; thông qua chương trình', 'OPENING', 5],
  ['Kết quả lãnh đạo thực hiện nghị quyết, nhiệm vụ tháng trước', 'POLITICAL_TASK', 20],
  ['Nền nếp, chất lượng sinh hoạt của các chi bộ; việc dự sinh hoạt của cấp ủy viên', 'PARTY_BUILDING', 20],
  ['Tổ chức, cán bộ, đảng viên; kiểm tra, giám sát; đơn thư', 'PARTY_BUILDING', 20],
  ['Phương hướng, nhiệm vụ tháng tới; phân công cấp ủy viên', 'POLITICAL_TASK', 15],
  ['Kết luận, biểu quyết; thông qua biên bản', 'CLOSING', 10],
];

const extraordinary: Item[] = [
  ['Khai mạc: lý do họp; cử thư ký; điểm danh', 'OPENING', 10],
  ['Nội dung cần quyết định', 'POLITICAL_TASK', 30],
  ['Kết luận, biểu quyết; thông qua biên bản', 'CLOSING', 10],
];

const regular = (ownItems: Item[]): Item[] => [opening, lastMonth, politics, partyBuilding, example, ...ownItems, nextMonth, closing];
/** One after the other, never blended: the regular part, then the theme, then one closing. */
const combined = (ownItems: Item[]): Item[] => [...regular(ownItems).slice(0, -1), ...theme, closing];

/** The agenda that a meeting begins with: rows of the province, which later rows with later dates replace. */
export class AgendaTemplates1763000000001 implements MigrationInterface {
  name = 'AgendaTemplates1763000000001';

  async up(runner: QueryRunner): Promise<void> {
    const add = async (kind: MeetingKind, sector: string | null, covers: boolean, items: Item[]) => {
      for (const [position, [title, area, minutes]] of items.entries()) {
        await runner.query(
          `insert into agenda_template (kind, sector, covers_thematic, position, title, area, planned_minutes, valid_from, source)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [kind, sector, covers, position, title, area, minutes, FROM, SOURCE],
        );
      }
    };
    await add('REGULAR', null, false, regular([]));
    await add('REGULAR', null, true, combined([]));
    for (const [sector, item] of Object.entries(own)) {
      await add('REGULAR', sector, false, regular([item]));
      await add('REGULAR', sector, true, combined([item]));
    }
    await add('THEMATIC', null, false, thematic);
    await add('COMMITTEE', null, false, committee);
    await add('EXTRAORDINARY', null, false, extraordinary);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from agenda_template');
  }
}
