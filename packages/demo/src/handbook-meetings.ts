import type { DemoChapter } from './handbook-chapter.js';

/** Preparing and holding meetings of a cell (HD 42-HD/BTCTW, CT 50-CT/TW; domain.md §4). */
export const onMeetings: readonly DemoChapter[] = [
  {
    code: 'ST-01',
    title: 'Chuẩn bị buổi sinh hoạt chi bộ thường kỳ',
    areas: ['OPENING'],
    kinds: ['REGULAR'],
    keywords: ['hội ý chi ủy', 'thông báo sinh hoạt', 'ngày 03 hằng tháng'],
    body: `Buổi họp tốt hay không phần lớn do khâu chuẩn bị. Chương này là danh mục việc của bí thư và chi ủy từ lúc lên kế hoạch đến lúc khai mạc.
# Chọn ngày
- Sinh hoạt thường kỳ mỗi tháng một lần, vào ngày 03; nếu trùng ngày nghỉ hoặc có lý do chính đáng thì trong tuần đầu của tháng.
- Dời ngày thì ghi lý do và báo cho đảng viên, cho cấp ủy viên cấp trên theo dõi chi bộ.
# Hội ý chi ủy
Chi ủy (nơi không có chi ủy: bí thư và phó bí thư) hội ý trước để thống nhất ba việc: đánh giá nhiệm vụ tháng trước, nội dung cần chi bộ bàn, ai chuẩn bị phần nào.
- Mở danh sách nhiệm vụ đã giao kỳ trước, ghi kết quả từng việc; việc chưa xong phải có nguyên nhân.
- Chọn một đến hai vấn đề cần bàn kỹ; không đưa quá nhiều nội dung vào một buổi.
- Phân công đồng chí trình bày từng mục, đồng chí ghi biên bản.
# Soạn chương trình
- Ghi số phút cho từng mục; cả buổi không dưới 90 phút, có kết hợp chuyên đề thì không dưới 120 phút.
- Công tác chuyên môn chỉ kiểm điểm ở mức cần sự lãnh đạo của chi bộ, không biến buổi sinh hoạt đảng thành họp giao ban.
# Thông báo và tài liệu
- Thông báo thời gian, địa điểm, nội dung; gửi tài liệu trước ít nhất một ngày để đảng viên nghiên cứu.
- Không gửi tài liệu mật qua hệ thống hay nhóm trò chuyện.
# Kiểm tra trước giờ họp
- Danh sách đảng viên phải triệu tập, người được miễn, người đi làm ăn xa.
- Sổ biên bản, nghị quyết kỳ trước, thẻ biểu quyết, chỗ ngồi cho đảng viên cao tuổi.
# Căn cứ
Chỉ thị 50-CT/TW ngày 23/7/2025; Hướng dẫn 42-HD/BTCTW ngày 28/10/2025.`,
  },
  {
    code: 'ST-02',
    title: 'Trình tự tiến hành buổi sinh hoạt thường kỳ',
    areas: ['OPENING', 'POLITICAL_TASK', 'CLOSING'],
    kinds: ['REGULAR'],
    keywords: ['khai mạc', 'điểm danh', 'biểu quyết', 'kết luận'],
    body: `# Mở đầu
- Chủ trì nêu lý do, giới thiệu đại biểu cấp trên nếu có; chi bộ cử thư ký.
- Điểm danh: số chính thức, dự bị, có mặt, vắng có lý do, vắng không lý do; thông qua chương trình.
# Nội dung
- Thư ký đọc kết quả từng nhiệm vụ của nghị quyết trước: xong, chậm, chưa làm; người thực hiện nói ngắn gọn nguyên nhân.
- Thông tin thời sự, văn bản mới: chọn phần liên quan đến chi bộ, không đọc toàn văn.
- Bàn nhiệm vụ tháng tới: nêu phương án, mời từng nhóm ý kiến, chốt theo đa số.
- Tự phê bình và phê bình; biểu dương, nhắc nhở đúng người, đúng việc.
# Gợi mở thảo luận
- Hỏi câu cụ thể: "Việc này vướng ở đâu?", "Nếu làm thì ai làm được?" thay cho "Các đồng chí có ý kiến gì không?".
- Mời đồng chí ít phát biểu trước; chủ trì không kết luận khi chưa nghe hết ý kiến khác nhau.
- Biên bản ghi số đồng chí phát biểu; không lập danh sách người không phát biểu.
# Kết thúc
- Trả lời kiến nghị; việc ngoài thẩm quyền thì ghi thành kiến nghị gửi cấp trên.
- Kết luận từng vấn đề; biểu quyết nghị quyết, ghi số tán thành trên số đảng viên chính thức.
- Thư ký đọc biên bản, chi bộ thông qua. Kết luận, nghị quyết gửi đến đảng viên trong hai ngày.
# Căn cứ
Điều lệ Đảng; Hướng dẫn 42-HD/BTCTW ngày 28/10/2025, phần 2.`,
  },
  {
    code: 'ST-03',
    title: 'Sinh hoạt chuyên đề: chọn, chuẩn bị, tiến hành',
    areas: ['THEMATIC'],
    kinds: ['THEMATIC'],
    keywords: ['chuyên đề quý', 'báo cáo chuyên đề', 'liên hệ bản thân'],
    themes: [
      'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh trong công việc hằng ngày',
      'Nâng cao trách nhiệm nêu gương của cán bộ, đảng viên',
      'Giải pháp tạo nguồn và phát triển đảng viên',
      'Phòng, chống lãng phí, tiêu cực ở cơ quan, khu dân cư',
    ],
    body: `Mỗi quý ít nhất một lần. Sinh hoạt chuyên đề không thay cho sinh hoạt thường kỳ.
# Chọn chuyên đề
- Chọn việc chi bộ đang vướng, bàn xong làm được; tránh đề tài rộng như báo cáo chính trị.
- Lên danh mục chuyên đề từ đầu năm, đầu quý; phân công đồng chí chuẩn bị từng chuyên đề.
# Chuẩn bị
- Người được phân công dự thảo ba phần: thực trạng của chính chi bộ, nguyên nhân, việc đề nghị chi bộ làm.
- Chi ủy góp ý dự thảo; gửi đảng viên trước ít nhất một ngày kèm hai đến ba câu hỏi thảo luận.
# Tiến hành
- Chủ trì nêu mục đích, yêu cầu; đồng chí được phân công trình bày khoảng 20 đến 25 phút.
- Thảo luận theo câu hỏi gợi ý; mỗi đồng chí liên hệ phần việc của mình.
- Chủ trì đánh giá chuyên đề, kết luận việc làm, người làm, thời hạn; ghi thành nhiệm vụ để theo dõi.
# Kết hợp với sinh hoạt thường kỳ
Được kết hợp trong cùng buổi nhưng tiến hành nối tiếp, không trộn lẫn; cả buổi không dưới 120 phút.
# Sau buổi họp
Hoàn chỉnh báo cáo chuyên đề, gửi đảng viên và báo cáo cấp trên.
# Căn cứ
Hướng dẫn 42-HD/BTCTW ngày 28/10/2025.`,
  },
  {
    code: 'ST-04',
    title: 'Biên bản và nghị quyết của chi bộ',
    areas: ['CLOSING', 'POLITICAL_TASK'],
    keywords: ['sổ biên bản', 'thể thức', 'sáu nội dung của một việc'],
    body: `# Biên bản
- Ghi đủ: thời gian, địa điểm; số phải triệu tập, có mặt, vắng kèm lý do; chủ trì, thư ký; diễn biến, ý kiến chính, kết luận từng mục; kết quả biểu quyết bằng số; giờ kết thúc.
- Đọc lại trước khi bế mạc. Hai người ký: thư ký bên trái, chủ trì bên phải. Đã ký thì không sửa; cần thêm thì lập phần bổ sung.
- Ý kiến bảo lưu được ghi tên khi chính đồng chí đó yêu cầu.
# Nghị quyết
Ngắn, làm được, kiểm tra được. Mỗi việc trong nghị quyết có đủ sáu nội dung:
- Nội dung công việc
- Yêu cầu cần đạt
- Biện pháp thực hiện
- Thời hạn hoàn thành
- Người thực hiện
- Người kiểm tra, đôn đốc
## Tránh
- Lặp lại việc của nghị quyết trước còn chưa xong: hãy gia hạn có lý do.
- Những câu "tiếp tục đẩy mạnh", "tăng cường" mà không nói ai làm, đến bao giờ.
# Biểu quyết
Nghị quyết có giá trị khi hơn một nửa số đảng viên chính thức tán thành, trừ việc đòi hỏi tỷ lệ cao hơn. Chi bộ có dưới ba đảng viên chính thức thì không ra nghị quyết được.
# Thể thức
Số và ký hiệu ghi "Số 05-NQ/CB"; đánh số từ 01 theo loại văn bản trong một nhiệm kỳ. Đại diện ký: T/M CHI BỘ, BÍ THƯ.
# Căn cứ
Quy định 399-QĐ/TW ngày 09/01/2026; Hướng dẫn 05-HD/VPTW ngày 27/5/2026.`,
  },
  {
    code: 'ST-05',
    title: 'Tình hình tư tưởng; học tập và làm theo Bác; tự phê bình và phê bình',
    areas: ['POLITICS', 'PARTY_BUILDING', 'THEMATIC'],
    keywords: ['dư luận', 'nêu gương', 'biểu dương, nhắc nhở'],
    themes: ['Trách nhiệm của đảng viên trong nắm bắt, định hướng dư luận ở khu dân cư'],
    body: `# Nắm tình hình tư tưởng
- Nói về tình hình chung: đảng viên và nhân dân đang quan tâm điều gì, việc nào cần giải thích. Không lập danh sách ai nói gì.
- Vấn đề có tin sai lệch: nêu sự việc, thông tin chính thức, cách trả lời khi được hỏi.
# Học tập và làm theo
- Mỗi đảng viên đăng ký việc cụ thể, gần với nhiệm vụ được phân công; có tiêu chí để tự đối chiếu.
- Hằng tháng biểu dương một việc làm tốt có thật trong chi bộ.
# Tự phê bình và phê bình
- Bắt đầu từ chủ trì, cấp ủy viên; nói vào việc, kèm đề nghị sửa.
- Phê bình trong buổi sinh hoạt, không phê bình vắng mặt.
- Nhắc nhở xong phải có người giúp đỡ và thời hạn sửa.
# Thời lượng
Nên dành 15 đến 30 phút; không để dồn vào cuối buổi.
# Căn cứ
Hướng dẫn 42-HD/BTCTW ngày 28/10/2025; Quy định 19-QĐ/TW ngày 08/4/2026.`,
  },
];
