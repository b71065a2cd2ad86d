import { cellTerms, type Issuer } from '../src/papers/issuer.js';
import type { MinutesInput } from '../src/papers/minutes-input.js';
import type { NoticeInput } from '../src/papers/notice.js';
import type { ResolutionInput } from '../src/papers/resolution.js';
import type { RollInput } from '../src/papers/roll.js';

// Invented organization, people and events.
export const issuer: Issuer = {
  superior: 'Đảng ủy xã Mường Chanh',
  name: 'Chi bộ bản Na Hin',
  place: 'Thanh Hóa',
  terms: cellTerms,
  seal: 'superior',
};

const family = ['Lò Văn', 'Vi Thị', 'Hà Văn', 'Ngân Thị', 'Phạm Bá', 'Lương Thị', 'Nguyễn Hữu'];
const given = ['Ước', 'Thủy', 'Đức', 'Hòa', 'Nghĩa', 'Xuyến', 'Quỳnh', 'Khuê', 'Dũng', 'Lưỡng'];
export const people = Array.from({ length: 60 }, (_, i) => `${family[i % family.length]} ${given[(i * 3) % given.length]}`);

const meeting = 'sinh hoạt chi bộ thường kỳ tháng 02/2026';

export const notice: NoticeInput = {
  issuer,
  number: 5,
  date: '2026-01-31',
  simulated: true,
  meeting,
  startsOn: '2026-02-03',
  startsAt: '07:30',
  venue: 'Nhà văn hóa bản Na Hin',
  guests: ['đồng chí Lò Văn Khuê, Phó Bí thư Thường trực Đảng ủy xã'],
  chair: 'đồng chí Hà Văn Đức, Bí thư chi bộ',
  agenda: [
    { title: 'Ổn định tổ chức, điểm danh, giới thiệu đại biểu; thông qua chương trình', minutes: 10, presenter: 'Hà Văn Đức' },
    { title: 'Kiểm điểm việc thực hiện nghị quyết tháng 01/2026; các nhiệm vụ còn mở', minutes: 20, presenter: 'Vi Thị Thủy' },
    { title: 'Thông tin thời sự, chủ trương mới; học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', minutes: 20 },
    { title: 'Thảo luận nhiệm vụ tháng 02/2026; tình hình tư tưởng; tự phê bình và phê bình', minutes: 35, presenter: 'Toàn thể đảng viên' },
    { title: 'Kết luận, biểu quyết thông qua nghị quyết', minutes: 15, presenter: 'Hà Văn Đức' },
  ],
  documents: ['Dự thảo nghị quyết tháng 02/2026'],
  signer: { office: 'Bí thư', name: 'Hà Văn Đức' },
  recipients: ['Đảng ủy xã Mường Chanh (để báo cáo)', 'Các đảng viên chi bộ'],
};

export const roll = (size: number): RollInput => ({
  issuer,
  date: '2026-02-03',
  simulated: true,
  meeting,
  startsOn: '2026-02-03',
  startsAt: '07:30',
  venue: 'Nhà văn hóa bản Na Hin',
  rows: people.slice(0, size).map((name, i) => ({
    name,
    birthYear: 1958 + i / 2 - (i % 2) / 2,
    standing: i % 11 === 10 ? 'Dự bị' : 'Chính thức',
    state: i % 9 === 8 ? 'Vắng có lý do (đi viện)' : 'Có mặt',
  })),
  totals: { summoned: size, present: size - Math.floor(size / 9), excused: Math.floor(size / 9), unexcused: 0 },
  chair: 'Hà Văn Đức',
  minuteTaker: 'Vi Thị Thủy',
});

const report =
  'Tháng qua chi bộ đã lãnh đạo bà con gieo xong 12 héc-ta lúa xuân, vận động 34/36 hộ ký cam kết không phát nương trái phép, thu đảng phí đủ và đúng kỳ. Còn hai hộ chưa ký, tổ công tác sẽ đến từng nhà. Đường vào bản sạt hai điểm sau mưa, dân quân đã khắc phục tạm.';

export const minutes = (times: number): MinutesInput => ({
  issuer,
  number: 2,
  date: '2026-02-03',
  simulated: true,
  meeting,
  startedOn: '2026-02-03',
  startedAt: '07:30',
  endedAt: '09:10',
  venue: 'Nhà văn hóa bản Na Hin',
  totals: { official: 16, probationary: 2, temporary: 1, exempt: 2, away: 1, expected: 18, present: { official: 13, probationary: 2, temporary: 1 } },
  absentWithReason: [
    { name: 'Lương Thị Nghĩa', reason: 'điều trị tại bệnh viện huyện' },
    { name: 'Phạm Bá Dũng', reason: 'đi công tác' },
  ],
  absentWithoutReason: [],
  guests: [{ name: 'Lò Văn Khuê', office: 'Phó Bí thư Thường trực Đảng ủy xã' }],
  chair: { name: 'Hà Văn Đức', office: 'Bí thư chi bộ' },
  minuteTaker: { name: 'Vi Thị Thủy', office: 'Phó Bí thư chi bộ' },
  agenda: notice.agenda.map((item) => item.title),
  body: [
    {
      title: 'Kiểm điểm việc thực hiện nghị quyết tháng 01/2026',
      report: Array.from({ length: times }, () => report).join('\n'),
      statements: [
        { speaker: 'Ngân Thị Hòa', gist: 'Đồng ý với báo cáo; đề nghị bổ sung việc chăm sóc 40 gốc đào trồng dịp Tết trồng cây.' },
        {
          speaker: 'Nguyễn Hữu Lưỡng',
          gist: 'Việc sửa đường cần nêu rõ người chịu trách nhiệm và ngày xong.\nĐề nghị mời đại diện ban quản lý bản cùng bàn.',
        },
      ],
      conclusion: 'Thống nhất đánh giá như báo cáo; hai hộ chưa ký cam kết giao đồng chí Phạm Bá Dũng',
    },
    {
      title: 'Nhiệm vụ tháng 02/2026',
      report,
      statements: [{ speaker: 'Lò Văn Ước', gist: 'Nên làm đường trước ngày 20 để kịp vụ.' }],
      conclusion: 'Làm xong hai điểm sạt trước ngày 20/02/2026',
    },
  ],
  ideology:
    'Đảng viên và nhân dân phấn khởi, tin tưởng; có băn khoăn về giá giống lúa và tiến độ sửa đường. Chi bộ tổng hợp kiến nghị gửi Đảng ủy xã.',
  conclusions: ['Tiếp tục thực hiện các nhiệm vụ còn mở của tháng 01/2026', 'Thông qua nghị quyết tháng 02/2026 với 03 nhiệm vụ'],
  votes: [{ matter: 'Thông qua nghị quyết tháng 02/2026', method: 'SHOW_OF_CARD', denominator: 14, for: 12, against: 0, noOpinion: 2 }],
  addenda: [],
});

export const resolution: ResolutionInput = {
  issuer,
  simulated: true,
  date: '2026-02-03',
  meeting,
  adoptedOn: '2026-02-03',
  month: '2026-02',
  review: {
    month: '2026-01',
    ideology: 'Tư tưởng đảng viên và nhân dân ổn định, tin tưởng vào sự lãnh đạo của Đảng.',
    tasks: 'Hoàn thành gieo cấy lúa xuân; an ninh trật tự được giữ vững.',
    results: [
      {
        content: 'Vận động 36 hộ ký cam kết không phát nương trái phép',
        doer: 'Phạm Bá Dũng',
        due: '2026-01-25',
        result: 'Chưa hoàn thành (34/36 hộ), chuyển tiếp',
      },
      { content: 'Gieo 12 héc-ta lúa xuân', doer: 'Lò Văn Ước', due: '2026-01-31', result: 'Hoàn thành đúng hạn' },
    ],
    praise: ['Đồng chí Lò Văn Ước hoàn thành tốt nhiệm vụ gieo cấy'],
    reminders: [],
    shortcomings: 'Hai điểm sạt trên đường vào bản khắc phục chậm do mưa kéo dài.',
  },
  directions: [
    { title: 'Phát triển kinh tế', text: 'Chăm sóc lúa xuân, tiêm phòng cho đàn gia súc; sửa đường vào bản.' },
    { title: 'Xây dựng Đảng', text: 'Bồi dưỡng 02 quần chúng ưu tú; thu đảng phí đúng kỳ.' },
  ],
  items: [
    {
      content: 'Sửa hai điểm sạt trên đường vào bản',
      requirement: 'Xe máy và xe tải nhỏ đi lại an toàn',
      measure: 'Huy động dân quân và mỗi hộ một ngày công',
      due: '2026-02-20',
      doer: 'Nguyễn Hữu Lưỡng',
      checker: 'Hà Văn Đức',
    },
    {
      content: 'Vận động hai hộ còn lại ký cam kết không phát nương trái phép',
      requirement: '36/36 hộ ký',
      measure: 'Tổ công tác đến từng nhà, phối hợp kiểm lâm địa bàn',
      due: '2026-02-15',
      doer: 'Phạm Bá Dũng',
      checker: 'Vi Thị Thủy',
    },
    {
      content: 'Tiêm phòng lở mồm long móng cho đàn trâu, bò',
      requirement: 'Đạt 95% tổng đàn',
      measure: 'Phối hợp thú y xã, chia ba đợt theo khu',
      due: '2026-02-28',
      doer: 'Ngân Thị Hòa',
      checker: 'Vi Thị Thủy',
    },
  ],
  vote: { denominator: 14, for: 12, against: 0, noOpinion: 2 },
  signer: { office: 'Bí thư', name: 'Hà Văn Đức' },
  recipients: ['Đảng ủy xã Mường Chanh (để báo cáo)', 'Các đảng viên chi bộ'],
};
