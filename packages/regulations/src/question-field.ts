/** Fields of the bank of questions with which a new installation begins (domain.md §6.2: the fields of a provincial contest of 2026); a province adds its own. */
export const questionFields: readonly string[] = [
  'Điều lệ Đảng, tổ chức đảng',
  'Sinh hoạt chi bộ',
  'Công tác đảng viên',
  'Kiểm tra, giám sát, kỷ luật đảng',
  'Tuyên giáo, dân vận',
  'Nội chính',
  'Văn phòng, văn bản của Đảng',
];
