import type { InspectionKind } from '@vungmanh/contracts/inspection/kind';

/** A subject of thematic supervision that bodies take up again and again: how its content reads, and the outline that goes with it. */
export interface Theme {
  readonly value: string;
  readonly label: string;
  readonly content: string;
  /** As the form of the plan takes it: a line each, questions below it begin with a dash. */
  readonly outline: string;
}

const themes: readonly Theme[] = [
  {
    value: 'resolutions',
    label: 'Việc thực hiện nghị quyết của chi bộ, cấp ủy',
    content: 'Việc lãnh đạo, chỉ đạo và tổ chức thực hiện nghị quyết của chi bộ, cấp ủy',
    outline: `Việc quán triệt, cụ thể hóa nghị quyết
- Nghị quyết được phổ biến đến đảng viên khi nào, bằng hình thức nào?
- Từng nội dung đã nêu yêu cầu, biện pháp, thời hạn, người làm, người kiểm tra chưa?
Kết quả thực hiện nhiệm vụ giao trong nghị quyết
- Bao nhiêu nhiệm vụ đã hoàn thành, hoàn thành chậm, chưa làm, quá hạn?
- Nguyên nhân của nhiệm vụ chậm, chưa làm?
Việc kiểm tra, đôn đốc
- Chi bộ nghe kết quả thực hiện nghị quyết kỳ trước trong buổi sinh hoạt nào?
- Biểu dương, nhắc nhở ai, về việc gì được giao?
Ưu điểm, hạn chế, nguyên nhân và đề xuất, kiến nghị`,
  },
  {
    value: 'handbook',
    label: 'Việc sử dụng sổ tay, chọn chuyên đề sinh hoạt',
    content: 'Việc sử dụng sổ tay, tài liệu sinh hoạt chi bộ và lựa chọn nội dung sinh hoạt chuyên đề',
    outline: `Việc trang bị, phổ biến sổ tay, tài liệu sinh hoạt
- Chi ủy, đảng viên có sổ tay, tài liệu nào; được hướng dẫn sử dụng khi nào?
Việc vận dụng vào chương trình, nội dung sinh hoạt
- Buổi sinh hoạt nào đã dùng nội dung nào của sổ tay?
- Chuyên đề của từng quý là gì, căn cứ vào đâu để chọn?
Chất lượng sinh hoạt chuyên đề
- Ai chuẩn bị, đảng viên tham gia ý kiến ra sao, kết luận giao việc gì?
- Việc làm theo kết luận sau sinh hoạt chuyên đề đến nay?
Ưu điểm, hạn chế, nguyên nhân và đề xuất, kiến nghị`,
  },
];

/** Those of a kind of work: they belong to thematic supervision. */
export const themesOf = (kind: InspectionKind | undefined): readonly Theme[] => (kind === 'THEMATIC_SUPERVISION' ? themes : []);
