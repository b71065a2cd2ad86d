import type { DemoChapter } from './handbook-chapter.js';

/** Inspection, supervision and discipline in a cell (domain.md §5). */
export const onDiscipline: readonly DemoChapter[] = [
  {
    code: 'ST-10',
    title: 'Công tác kiểm tra, giám sát của chi bộ',
    areas: ['PARTY_BUILDING', 'THEMATIC'],
    keywords: ['kế hoạch kiểm tra', 'giám sát đảng viên theo quý', 'dấu hiệu vi phạm'],
    themes: ['Vai trò của đảng viên trong công tác kiểm tra, giám sát của chi bộ'],
    body: `# Chi bộ làm được gì
- Kiểm tra đảng viên chấp hành nghị quyết chi bộ, nhiệm vụ được giao, trách nhiệm nêu gương, những điều đảng viên không được làm.
- Giám sát thường xuyên đảng viên trong chi bộ.
- Kiểm tra khi có dấu hiệu vi phạm, trừ đảng viên thuộc diện cấp trên quản lý: trường hợp đó báo cáo bằng văn bản lên cấp ủy có thẩm quyền.
# Lập kế hoạch
- Đầu năm chi ủy dự thảo, chi bộ thông qua: ai, nội dung gì, thời gian nào, ai thực hiện.
- Mỗi quý giám sát việc thực hiện nhiệm vụ của từng đảng viên, dựa vào nhiệm vụ đã giao.
# Ba bước một cuộc kiểm tra
- Chuẩn bị: quyết định, kế hoạch, đề cương gợi ý; báo cho đảng viên được kiểm tra.
- Tiến hành: đảng viên tự báo cáo; tổ kiểm tra xác minh; thảo luận tại buổi sinh hoạt, đảng viên được giải trình.
- Kết thúc: kết luận nêu ưu điểm, khuyết điểm, việc phải sửa và thời hạn; theo dõi sau kết luận; lưu hồ sơ.
# Giữ nguyên tắc
- Kiểm tra để giúp sửa sớm, không đợi thành vi phạm.
- Bảo mật thông tin; chỉ người được giao mới xem hồ sơ. Không tiết lộ người tố cáo.
# Căn cứ
Quy định 21-QĐ/TW ngày 11/4/2026.`,
  },
  {
    code: 'ST-11',
    title: 'Xem xét kỷ luật đảng viên ở chi bộ và quyền khiếu nại',
    areas: ['PARTY_BUILDING'],
    kinds: ['EXTRAORDINARY', 'REGULAR'],
    keywords: ['khiển trách', 'cảnh cáo', 'bỏ phiếu kín', 'khiếu nại'],
    body: `# Thẩm quyền
- Chi bộ quyết định khiển trách, cảnh cáo; cách chức, khai trừ thì chi bộ biểu quyết đề nghị cấp có thẩm quyền. Chi ủy không có thẩm quyền kỷ luật.
- Đảng viên dự bị chỉ bị khiển trách hoặc cảnh cáo; không đủ tư cách thì đề nghị xóa tên.
# Trước khi quyết định
- Đảng viên tự kiểm điểm trước chi bộ; được trình bày ý kiến với đại diện tổ chức đảng có thẩm quyền.
- Hoãn với đảng viên đang mang thai, nuôi con dưới 12 tháng tuổi hoặc ốm nặng đang điều trị.
# Biểu quyết
- Bỏ phiếu kín từng hình thức; khiển trách, cảnh cáo cần hơn một nửa số đảng viên chính thức.
- Không hình thức nào đủ phiếu thì cộng dồn từ hình thức nặng xuống nhẹ hơn liền kề.
- Một vi phạm chỉ xử lý một lần, một hình thức.
# Sau khi quyết định
- Kỷ luật của chi bộ có hiệu lực ngay khi công bố kết quả; ra quyết định bằng văn bản trong 10 ngày.
- Đảng viên có quyền khiếu nại trong 30 ngày, lên cấp trên trực tiếp, không vượt cấp; trong khi chờ vẫn chấp hành quyết định.
- Phân công người giúp đỡ, ghi nhận khi đã sửa chữa.
# Căn cứ
Điều lệ Đảng; Quy định 21-QĐ/TW ngày 11/4/2026; Quy định 69-QĐ/TW ngày 06/7/2022.`,
  },
];
