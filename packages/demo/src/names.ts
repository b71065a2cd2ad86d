import { Random } from './random.js';

/** Parts of made-up names, of the Kinh and of peoples of the western highlands of Thanh Hóa and Lạng Sơn. No list of real people stands behind them. */
const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Hà',
  'Lò',
  'Vi',
  'Lương',
  'Ngân',
  'Lữ',
  'Nông',
  'Triệu',
  'Hứa',
  'Đinh',
];
const middlesMale = ['Văn', 'Đức', 'Hữu', 'Quang', 'Xuân', 'Ngọc', 'Minh', 'Công', 'Thanh', 'Viết', 'Trọng', 'Bá'];
const middlesFemale = ['Thị', 'Thị Thu', 'Thị Ngọc', 'Thị Thanh', 'Thị Minh', 'Thị Hồng', 'Thùy', 'Thị Kim'];
const givenMale = [
  'An',
  'Bình',
  'Chiến',
  'Cường',
  'Dũng',
  'Đạt',
  'Đông',
  'Đức',
  'Hải',
  'Hiếu',
  'Hòa',
  'Hùng',
  'Khánh',
  'Kiên',
  'Lâm',
  'Long',
  'Mạnh',
  'Nam',
  'Phong',
  'Phúc',
  'Quân',
  'Sơn',
  'Thắng',
  'Thành',
  'Tiến',
  'Trung',
  'Tuấn',
  'Tùng',
  'Việt',
  'Vinh',
  'Ước',
  'Ý',
];
const givenFemale = [
  'Anh',
  'Ánh',
  'Bích',
  'Chi',
  'Diệp',
  'Dung',
  'Đào',
  'Giang',
  'Hà',
  'Hạnh',
  'Hiền',
  'Hoa',
  'Huệ',
  'Hương',
  'Lan',
  'Liên',
  'Linh',
  'Loan',
  'Mai',
  'Nga',
  'Ngân',
  'Nhung',
  'Oanh',
  'Phương',
  'Quyên',
  'Tâm',
  'Thảo',
  'Thủy',
  'Trang',
  'Tuyết',
  'Vân',
  'Yến',
];

export function personName(random: Random, sex: 'MALE' | 'FEMALE'): string {
  const male = sex === 'MALE';
  return [random.pick(families), random.pick(male ? middlesMale : middlesFemale), random.pick(male ? givenMale : givenFemale)].join(' ');
}

/** Made-up communes of a made-up province. */
const communeFirst = ['Tân', 'Phú', 'Sơn', 'Mường', 'Thượng', 'Hạ', 'Trung', 'Yên', 'Bình', 'Minh', 'Hòa', 'An', 'Quang', 'Đồng', 'Nam'];
const communeSecond = ['Lâm', 'Thịnh', 'Khê', 'Lộc', 'Điền', 'Phong', 'Sơn', 'Thủy', 'Tiến', 'Xuân', 'Hải', 'Lập', 'Giang', 'Thanh', 'Hưng'];

/** `count` different commune names, always the same. */
export function communeNames(count: number): string[] {
  const all = communeSecond.flatMap((second, j) => communeFirst.map((first, i) => ({ name: `${first} ${second}`, order: (i * 7 + j * 11) % 225 })));
  all.sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, 'vi'));
  return all
    .map((c) => c.name)
    .filter((name) => new Set(name.split(' ')).size === 2)
    .slice(0, count);
}

export const offices = [
  'Ban Tổ chức',
  'Ủy ban Kiểm tra',
  'Văn phòng',
  'Ban Tuyên giáo và Dân vận',
  'Ban Nội chính',
  'Tòa án nhân dân',
  'Viện Kiểm sát nhân dân',
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Xây dựng',
  'Sở Nông nghiệp và Môi trường',
  'Sở Công Thương',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Sở Tư pháp',
  'Sở Khoa học và Công nghệ',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Thanh tra',
  'Kho bạc Nhà nước',
  'Thuế',
  'Bảo hiểm xã hội',
  'Thi hành án dân sự',
  'Bưu điện',
  'Điện lực',
  'Trường Chính trị',
  'Báo và Phát thanh, Truyền hình',
  'Bệnh viện đa khoa',
  'Hội Nông dân',
  'Hội Liên hiệp Phụ nữ',
  'Đoàn Thanh niên',
  'Hội Cựu chiến binh',
  'Liên đoàn Lao động',
  'Trung tâm Y tế',
  'Trường Trung học phổ thông',
  'Ngân hàng Chính sách xã hội',
  'Hạt Kiểm lâm',
] as const;
