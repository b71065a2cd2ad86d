import { z } from 'zod';
import type { SheetColumn } from '../organization/import-sheet.js';

/** Who held a course, as papers of its time call them. Districts held classes until they were dissolved in 2025. */
export const HolderLevel = z.enum(['CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE']);
export type HolderLevel = z.infer<typeof HolderLevel>;

export const holderLevelLabel: Record<HolderLevel, string> = {
  CENTRAL: 'Trung ương',
  PROVINCE: 'Cấp tỉnh',
  DISTRICT: 'Cấp huyện',
  COMMUNE: 'Cấp xã, cơ sở',
};

/** How it ended. Grades are not kept: nobody is to be ranked by them. */
export const PastResult = z.enum(['PASSED', 'FAILED', 'ATTENDED']);
export type PastResult = z.infer<typeof PastResult>;

export const pastResultLabel: Record<PastResult, string> = { PASSED: 'Hoàn thành', FAILED: 'Không hoàn thành', ATTENDED: 'Đã dự' };

/** Columns of the sheet of courses taken in the past, in the order of the export; found by their titles in any order. */
export const pastColumns = [
  { key: 'person', title: 'Mã hồ sơ', required: false, how: 'Có sẵn trong tệp xuất ra từ hệ thống; tệp tự lập thì để trống.' },
  { key: 'cardNumber', title: 'Số thẻ Đảng viên', required: false, how: 'Đủ các chữ số. Hệ thống chỉ dùng để nhận ra người, không lưu lại ở đây.' },
  { key: 'name', title: 'Họ và tên', required: true, how: 'Họ và tên khai sinh, có dấu.' },
  { key: 'birthDate', title: 'Ngày sinh', required: false, date: true, how: 'Ngày/tháng/năm; cần khi không có số thẻ.' },
  { key: 'cellCode', title: 'Mã chi bộ đang sinh hoạt', required: false, how: 'Mã của chi bộ hiện nay; cần khi không có số thẻ.' },
  { key: 'course', title: 'Tên lớp', required: true, how: 'Tên lớp đã học; trùng tên trong danh mục thì được gắn với chương trình đó.' },
  { key: 'kind', title: 'Loại lớp', required: false, how: 'Bồi dưỡng, Tập huấn hoặc Đào tạo; lớp có trong danh mục thì để trống cũng được.' },
  { key: 'level', title: 'Cấp mở lớp', required: false, how: 'Trung ương, tỉnh, huyện hoặc xã.' },
  { key: 'place', title: 'Nơi học', required: false, how: 'Trường, trung tâm hoặc địa phương.' },
  { key: 'from', title: 'Từ ngày', required: true, date: true, how: 'Ngày/tháng/năm.' },
  { key: 'to', title: 'Đến ngày', required: false, date: true, how: 'Ngày/tháng/năm; để trống là học trong một ngày.' },
  { key: 'hours', title: 'Số tiết', required: false, how: 'Số nguyên.' },
  { key: 'result', title: 'Kết quả', required: false, how: 'Hoàn thành, Không hoàn thành hoặc Đã dự; để trống là đã dự.' },
  { key: 'certificate', title: 'Số giấy chứng nhận', required: false, how: 'Ghi như trên giấy, nếu có.' },
] as const satisfies readonly SheetColumn[];
export type PastColumn = (typeof pastColumns)[number]['key'];
