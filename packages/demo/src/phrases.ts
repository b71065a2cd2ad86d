import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';

/** Sentences for made-up meetings: general enough to be nobody's, in the wording of the papers. */
export const themes = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về thực hành tiết kiệm',
  'Nâng cao chất lượng tự phê bình và phê bình trong sinh hoạt chi bộ',
  'Vai trò nêu gương của đảng viên trong xây dựng nông thôn mới',
  'Công tác phát triển đảng viên ở chi bộ',
  'Giữ gìn đoàn kết, thống nhất trong chi bộ',
];

export const ideology = [
  'Tư tưởng đảng viên ổn định, tin tưởng vào sự lãnh đạo của Đảng; quan tâm đến việc sắp xếp đơn vị hành chính.',
  'Đa số đảng viên yên tâm công tác; còn băn khoăn về giá vật tư nông nghiệp.',
  'Chi bộ đoàn kết, thống nhất; dư luận quan tâm đến tiến độ sửa chữa đường liên thôn.',
];

export const praises = [
  'Biểu dương các đồng chí hoàn thành sớm nhiệm vụ được giao trong tháng.',
  'Biểu dương tổ đảng viên phụ trách vệ sinh môi trường.',
  'Biểu dương đảng viên tích cực vận động hộ gia đình tham gia bảo hiểm y tế.',
];

export const topics = ['Đường giao thông, thủy lợi', 'Chế độ, chính sách', 'Vệ sinh môi trường', 'Điều kiện làm việc', 'Sắp xếp thôn, bản'];

export const items = [
  { content: 'Vận động hộ dân tham gia bảo hiểm y tế', requirement: 'Ít nhất 95% số hộ tham gia', measure: 'Chia tổ đến từng hộ, phối hợp đoàn thể' },
  {
    content: 'Nạo vét kênh mương nội đồng',
    requirement: 'Hoàn thành trước vụ sản xuất',
    measure: 'Huy động ngày công, mỗi đảng viên phụ trách một đoạn',
  },
  {
    content: 'Rà soát danh sách quần chúng ưu tú giới thiệu học lớp nhận thức về Đảng',
    requirement: 'Giới thiệu ít nhất một quần chúng',
    measure: 'Phân công đảng viên chính thức giúp đỡ, phối hợp Đoàn Thanh niên',
  },
  { content: 'Thu, nộp đảng phí tháng', requirement: 'Thu đủ, nộp đúng hạn', measure: 'Thu tại buổi sinh hoạt hoặc qua Cổng dịch vụ công quốc gia' },
  {
    content: 'Kiểm tra hồ sơ công việc tồn đọng của đơn vị',
    requirement: 'Không để hồ sơ quá hạn',
    measure: 'Lập danh mục, giao từng đồng chí phụ trách',
  },
  {
    content: 'Tổ chức ngày tổng vệ sinh đường làng, nơi làm việc',
    requirement: 'Mỗi gia đình đảng viên tham gia',
    measure: 'Phân công theo khu vực, nghiệm thu cuối ngày',
  },
  {
    content: 'Tuyên truyền kết quả kỳ họp và chính sách mới đến nhân dân',
    requirement: 'Đến từng tổ, từng hộ',
    measure: 'Lồng ghép trong họp thôn, đọc trên loa truyền thanh',
  },
] as const;

export const contentsOnOrganizations = [
  'Việc duy trì nền nếp, nâng cao chất lượng sinh hoạt chi bộ',
  'Việc lãnh đạo, tổ chức thực hiện nghị quyết của cấp ủy cấp trên',
  'Việc thu, nộp, quản lý và sử dụng đảng phí',
  'Công tác quản lý đảng viên và phát triển đảng viên',
];

export const contentsOnMembers = [
  'Việc thực hiện nhiệm vụ được phân công trong quý',
  'Việc thực hiện trách nhiệm nêu gương của cán bộ, đảng viên',
  'Việc chấp hành quy định về những điều đảng viên không được làm',
];

/** The agenda that these meetings had. */
export function agendas(sector: string | undefined, thematic: boolean): AgendaItem[] {
  const village = sector === 'VILLAGE_RESIDENTIAL';
  const own: AgendaItem = village
    ? { title: 'Tình hình kinh tế - xã hội, quốc phòng - an ninh của thôn, bản', area: 'LOCAL_AFFAIRS', plannedMinutes: 20 }
    : { title: 'Kết quả thực hiện nhiệm vụ chuyên môn', area: 'PROFESSIONAL', plannedMinutes: 20 };
  return [
    { title: 'Tuyên bố lý do, điểm danh, thông qua chương trình', area: 'OPENING', plannedMinutes: 5 },
    { title: 'Đánh giá kết quả thực hiện nhiệm vụ tháng trước', area: 'POLITICAL_TASK', plannedMinutes: 20 },
    { title: 'Tình hình chính trị, tư tưởng; phổ biến văn bản mới', area: 'POLITICS', plannedMinutes: 15 },
    own,
    { title: 'Công tác xây dựng Đảng; tự phê bình và phê bình', area: 'PARTY_BUILDING', plannedMinutes: 15 },
    ...(thematic ? ([{ title: 'Sinh hoạt chuyên đề', area: 'THEMATIC', plannedMinutes: 30 }] satisfies AgendaItem[]) : []),
    { title: 'Thảo luận, biểu quyết nghị quyết; thông qua biên bản', area: 'CLOSING', plannedMinutes: 15 },
  ];
}
