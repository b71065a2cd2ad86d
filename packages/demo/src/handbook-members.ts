import type { DemoChapter } from './handbook-chapter.js';

/** Work with members: tasks, fees, admission, transfer (domain.md §3). */
export const onMembers: readonly DemoChapter[] = [
  {
    code: 'ST-06',
    title: 'Phân công và theo dõi nhiệm vụ của đảng viên',
    areas: ['POLITICAL_TASK', 'PARTY_BUILDING'],
    keywords: ['giao việc', 'người kiểm tra', 'gia hạn'],
    body: `# Giao việc
- Giao cho người cụ thể; giao cho tập thể thì có một đồng chí chịu trách nhiệm.
- Vừa sức: xem tuổi, sức khỏe, nghề nghiệp, nơi đang ở; đảng viên được miễn sinh hoạt không bị giao việc thường xuyên.
- Người kiểm tra không phải là người thực hiện.
# Theo dõi
- Người thực hiện báo cáo khi xong hoặc khi thấy không kịp hạn; không đợi đến ngày họp.
- Người kiểm tra xác nhận một trong các mức: vượt yêu cầu, đúng hạn, chậm, không làm.
- Cần gia hạn thì ghi lý do và hạn mới; gia hạn nhiều lần thì đưa ra chi bộ bàn.
# Dùng kết quả
Kết quả nhiệm vụ là căn cứ giám sát đảng viên theo quý và kiểm điểm, xếp loại cuối năm. Không chấm thi đua bằng số lần mở ứng dụng.
# Căn cứ
Điều lệ Đảng; Hướng dẫn 42-HD/BTCTW ngày 28/10/2025; Quy định 366-QĐ/TW ngày 30/8/2025.`,
  },
  {
    code: 'ST-07',
    title: 'Thu, nộp, quản lý đảng phí',
    areas: ['PARTY_BUILDING'],
    keywords: ['mức đóng', 'miễn đảng phí', 'sổ thu'],
    themes: ['Trách nhiệm của đảng viên trong đóng đảng phí'],
    body: `# Mức đóng hằng tháng
- Đảng viên đóng bảo hiểm xã hội bắt buộc: 1% tiền lương làm căn cứ đóng bảo hiểm của tháng trước.
- Đảng viên hưởng lương hưu: 0,5% lương hưu.
- Đảng viên chưa đến tuổi nghỉ hưu, không đóng bảo hiểm bắt buộc: 0,3% lương tối thiểu vùng (năm 2026 và 2027).
- Đảng viên đã quá tuổi nghỉ hưu, không có lương hưu: 0,2% lương tối thiểu vùng (năm 2026 và 2027).
- Học sinh, sinh viên: 5.000 đồng.
Đảng viên dự bị đóng như đảng viên chính thức. Đóng cao hơn mức quy định là tự nguyện; chi bộ báo cáo cấp trên trực tiếp.
# Miễn
- Từ 50 năm tuổi đảng; người hưởng trợ cấp hưu trí xã hội.
- Hoàn cảnh đặc biệt khó khăn: có đơn, chi bộ xem xét đề nghị.
# Cách thu
- Thu hằng tháng, bằng tiền mặt tại chi bộ hoặc qua Cổng dịch vụ công quốc gia; ghi sổ, ký nhận.
- Công khai số thu, số nộp, số được trích để lại ở chi bộ.
# Khi không đóng
Nhắc ngay từ tháng đầu, tìm nguyên nhân. Không đóng ba tháng trong năm mà không có lý do chính đáng thì chi bộ phải xem xét, đề nghị xóa tên.
# Căn cứ
Quy định 01-QĐ/TW ngày 03/02/2026. Tỷ lệ cụ thể đối chiếu văn bản hiện hành trước khi thu.`,
  },
  {
    code: 'ST-08',
    title: 'Phát triển đảng viên: từ tạo nguồn đến công nhận chính thức',
    areas: ['PARTY_BUILDING', 'THEMATIC'],
    keywords: ['quần chúng ưu tú', 'kết nạp', 'đảng viên dự bị'],
    themes: ['Giải pháp tạo nguồn và phát triển đảng viên trong thanh niên'],
    body: `# Tạo nguồn
- Giao từng đảng viên theo dõi, giúp đỡ quần chúng ưu tú; phối hợp với Đoàn Thanh niên, Công đoàn giới thiệu.
- Chỉ lập hồ sơ khi người đó có đơn tự nguyện; trước đó chi bộ chỉ nắm số lượng.
# Điều kiện xem xét
- Từ đủ 18 đến 60 tuổi; tốt nghiệp trung học cơ sở trở lên, trừ trường hợp có hướng dẫn riêng.
- Có giấy chứng nhận bồi dưỡng nhận thức về Đảng, còn trong 60 tháng.
- Người giới thiệu là đảng viên chính thức, cùng công tác, sinh hoạt ít nhất 12 tháng.
# Các bước
- Đơn xin vào Đảng, lý lịch, rồi thẩm tra; chi ủy nhận xét sau khi đã thẩm tra.
- Chi bộ biểu quyết: ít nhất hai phần ba số đảng viên chính thức tán thành.
- Có quyết định thì tổ chức lễ kết nạp trong 30 ngày làm việc.
# Mười hai tháng dự bị
- Tính từ ngày kết nạp; phân công đảng viên chính thức giúp đỡ; học lớp đảng viên mới.
- Hết 12 tháng, chi bộ xét công nhận chính thức trong 30 ngày làm việc, cũng theo tỷ lệ hai phần ba. Xét chậm thì vẫn công nhận từ ngày hết hạn dự bị.
# Căn cứ
Điều lệ Đảng; Hướng dẫn 01-HD/TW ngày 19/5/2026; Hướng dẫn 38-HD/BTCTW ngày 29/9/2025.`,
  },
  {
    code: 'ST-09',
    title: 'Chuyển sinh hoạt đảng, đảng viên đi làm ăn xa, miễn sinh hoạt',
    areas: ['PARTY_BUILDING'],
    keywords: ['giấy giới thiệu', 'sinh hoạt tạm thời', 'làm ăn xa'],
    body: `# Chuyển sinh hoạt chính thức
- Làm thủ tục khi có quyết định chuyển công tác, nghỉ hưu, đổi nơi cư trú; hoàn thành trong 60 ngày làm việc.
- Nộp giấy giới thiệu ở nơi đến trong 30 ngày làm việc kể từ ngày cấp.
- Hồ sơ: thẻ đảng viên, hồ sơ đảng viên, bản tự kiểm điểm có nhận xét của chi bộ.
# Sinh hoạt tạm thời
- Đảng số vẫn tính ở chi bộ nơi sinh hoạt chính thức; đảng phí đóng ở nơi sinh hoạt tạm thời.
- Biểu quyết, bầu cử ở nơi sinh hoạt chính thức.
# Đi làm ăn xa
- Trước khi đi báo chi bộ nơi đến, cách liên lạc, thời gian dự kiến về; chi bộ phân công một đồng chí giữ liên lạc.
- Ở lâu một nơi thì chuyển sinh hoạt tạm thời đến nơi đó.
- Bỏ sinh hoạt hoặc không đóng đảng phí ba tháng trong năm mà không có lý do chính đáng thì bị xem xét xóa tên.
# Miễn công tác và sinh hoạt
Đảng viên tuổi cao, sức yếu, điều trị dài ngày… làm đơn; chi bộ xem xét, quyết định. Người được miễn vẫn dự đại hội, vẫn được xét tặng Huy hiệu Đảng, không xếp loại cuối năm.
# Căn cứ
Điều lệ Đảng; Quy định 208-QĐ/TW ngày 26/7/2026; Hướng dẫn 38-HD/BTCTW ngày 29/9/2025.`,
  },
];
