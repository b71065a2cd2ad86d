/** What a quarter may come to, as committees above count it. */
export const outcomes = [
  { key: 'commended', label: 'Đề nghị biểu dương', short: 'Biểu dương' },
  { key: 'helped', label: 'Đề nghị giúp đỡ', short: 'Giúp đỡ' },
  { key: 'reminded', label: 'Đã nhắc nhở', short: 'Nhắc nhở' },
  { key: 'referred', label: 'Đề nghị kiểm tra khi có dấu hiệu vi phạm', short: 'Dấu hiệu vi phạm' },
  { key: 'reported', label: 'Báo cáo bằng văn bản với cấp ủy có thẩm quyền', short: 'Báo cáo cấp trên' },
] as const;
