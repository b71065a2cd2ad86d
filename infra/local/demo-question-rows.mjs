/** Questions in our own words, each with what its answer rests on: `[stem, options, positions of the right ones, document, article]` by field. */
const S = 'Điều lệ Đảng (Đại hội XI)';
const CT50 = 'Chỉ thị số 50-CT/TW, 23/7/2025';
const HD42 = 'Hướng dẫn số 42-HD/BTCTW, 28/10/2025';
const QD208 = 'Quy định số 208-QĐ/TW, 26/7/2026';
const HD01 = 'Hướng dẫn số 01-HD/TW, 19/5/2026';
const QD21 = 'Quy định số 21-QĐ/TW, 11/4/2026';
const QD296 = 'Quy định số 296-QĐ/TW, 30/5/2025';
const SEED = 'Nghị quyết của Đảng bộ Khối các cơ quan tỉnh về nâng cao chất lượng sinh hoạt chi bộ';
const QD190 = 'Quy chế bầu cử trong Đảng, Quyết định số 190-QĐ/TW, 10/10/2024';
const QD01 = 'Quyết định số 01-QĐ/TW, 03/02/2026';
const QD366 = 'Quy định số 366-QĐ/TW, 30/8/2025';
const QD399 = 'Quy định số 399-QĐ/TW, 09/01/2026';
const HD05 = 'Hướng dẫn số 05-HD/VPTW, 27/5/2026';
const HD61 = 'Hướng dẫn số 61-HD/BTGTW, 16/6/2022';

export const questionRows = {
  'Điều lệ Đảng, tổ chức đảng': [
    ['Chi bộ phải có ít nhất mấy đảng viên chính thức?', ['Hai', 'Ba', 'Năm', 'Chín'], [1], S],
    [
      'Quyết định của tổ chức đảng có giá trị thi hành khi nào?',
      ['Có trên một nửa số thành viên tán thành', 'Có ít nhất một phần ba tán thành', 'Chủ trì tán thành', 'Tất cả tán thành'],
      [0],
      S,
      'Điều 9',
    ],
    [
      'Những việc nào bỏ phiếu kín?',
      ['Bầu cấp ủy', 'Bầu bí thư, phó bí thư', 'Bầu đại biểu dự đại hội cấp trên', 'Bầu đoàn chủ tịch đại hội'],
      [0, 1, 2],
      QD190,
      'Điều 3',
    ],
    [
      'Bầu bí thư và phó bí thư được tiến hành thế nào?',
      ['Bầu riêng từng chức danh', 'Bầu chung một danh sách', 'Chủ trì chỉ định', 'Biểu quyết giơ thẻ'],
      [0],
      QD190,
    ],
    [
      'Khuyết phó bí thư chi bộ thì làm thế nào?',
      ['Chi bộ họp bầu, cấp trên chuẩn y', 'Bí thư chỉ định', 'Để khuyết đến hết nhiệm kỳ', 'Cấp trên cử người nơi khác'],
      [0],
      QD208,
    ],
    [
      'Cấp ủy mới bắt đầu làm việc từ khi nào?',
      ['Ngay sau khi được bầu', 'Sau khi có quyết định chuẩn y', 'Đầu quý sau', 'Đầu năm sau'],
      [0],
      S,
      'Điều 13',
    ],
  ],
  'Sinh hoạt chi bộ': [
    ['Chi bộ sinh hoạt thường kỳ mấy lần?', ['Mỗi tháng một lần', 'Hai tháng một lần', 'Mỗi quý một lần', 'Khi có việc'], [0], S, 'Điều 24'],
    ['Chi bộ sinh hoạt chuyên đề ít nhất mấy lần?', ['Mỗi tháng một lần', 'Mỗi quý một lần', 'Sáu tháng một lần', 'Mỗi năm một lần'], [1], HD42],
    ['Ngày sinh hoạt thường kỳ thống nhất trong toàn Đảng là ngày nào?', ['Ngày 01', 'Ngày 03', 'Ngày 05', 'Ngày 10'], [1], CT50],
    ['Ngày sinh hoạt trùng ngày nghỉ thì tổ chức khi nào?', ['Trong tuần đầu của tháng', 'Cuối tháng', 'Bỏ kỳ đó', 'Gộp vào tháng sau'], [0], CT50],
    ['Thời gian tối thiểu của một kỳ sinh hoạt là bao nhiêu?', ['60 phút', '90 phút', '120 phút', '150 phút'], [1], HD42],
    ['Kết hợp thường kỳ và chuyên đề trong một buổi thì tối thiểu bao lâu?', ['90 phút', '100 phút', '120 phút', '180 phút'], [2], HD42],
    ['Tài liệu sinh hoạt gửi trước ít nhất bao lâu?', ['Một ngày', 'Ba ngày', 'Năm ngày', 'Không cần gửi trước'], [0], HD42],
    ['Kết quả sinh hoạt không mật được cập nhật chậm nhất bao lâu sau buổi họp?', ['Hai ngày', 'Năm ngày', 'Một tuần', 'Một tháng'], [0], HD42],
    [
      'Nghị quyết của chi bộ cần ghi rõ những gì?',
      ['Nội dung, yêu cầu', 'Biện pháp, thời hạn', 'Người thực hiện, người kiểm tra, đôn đốc', 'Điểm thi đua từng người'],
      [0, 1, 2],
      SEED,
    ],
    [
      'Sinh hoạt chuyên đề có thay cho sinh hoạt thường kỳ không?',
      ['Không thay được', 'Thay được mỗi quý một lần', 'Thay được khi bận', 'Do bí thư quyết định'],
      [0],
      HD42,
    ],
  ],
  'Công tác đảng viên': [
    [
      'Chi bộ xét kết nạp cần tỷ lệ tán thành bao nhiêu?',
      ['Trên một nửa', 'Ít nhất hai phần ba đảng viên chính thức', 'Ba phần tư', 'Tất cả'],
      [1],
      S,
      'Điều 4',
    ],
    ['Đảng viên dự bị trải qua thời gian dự bị bao lâu?', ['6 tháng', '12 tháng', '18 tháng', '24 tháng'], [1], S, 'Điều 5'],
    [
      'Thời gian dự bị tính từ ngày nào?',
      ['Ngày chi bộ họp xét', 'Ngày ký quyết định', 'Ngày chi bộ làm lễ kết nạp', 'Ngày nộp đơn'],
      [2],
      S,
      'Điều 5',
    ],
    [
      'Lễ kết nạp tổ chức chậm nhất bao lâu sau quyết định?',
      ['10 ngày làm việc', '15 ngày làm việc', '30 ngày làm việc', '60 ngày làm việc'],
      [2],
      QD208,
    ],
    ['Giấy chứng nhận bồi dưỡng nhận thức về Đảng có giá trị bao lâu?', ['12 tháng', '24 tháng', '36 tháng', '60 tháng'], [3], HD01],
    ['Người giới thiệu cùng công tác với người vào Đảng ít nhất bao lâu?', ['6 tháng', '12 tháng', '18 tháng', '24 tháng'], [1], S, 'Điều 4'],
    ['Xếp loại hoàn thành xuất sắc cần từ bao nhiêu điểm?', ['80', '85', '90', '95'], [2], QD366],
    [
      'Đảng viên đóng bảo hiểm xã hội bắt buộc đóng đảng phí bao nhiêu?',
      ['0,5% tiền lương đóng bảo hiểm', '1% tiền lương đóng bảo hiểm', '2% tiền lương đóng bảo hiểm', '5.000 đồng'],
      [1],
      QD01,
    ],
    [
      'Ba tháng trong năm không đóng đảng phí mà không có lý do thì sao?',
      ['Xem xét xóa tên', 'Khiển trách ngay', 'Không sao', 'Chuyển chi bộ'],
      [0],
      QD01,
    ],
  ],
  'Kiểm tra, giám sát, kỷ luật đảng': [
    ['Hình thức kỷ luật đối với đảng viên chính thức gồm những gì?', ['Khiển trách', 'Cảnh cáo', 'Cách chức', 'Khai trừ'], [0, 1, 2, 3], QD21],
    ['Hình thức kỷ luật đối với đảng viên dự bị gồm những gì?', ['Khiển trách', 'Cảnh cáo', 'Cách chức', 'Khai trừ'], [0, 1], QD21],
    [
      'Chi bộ quyết định kỷ luật khiển trách, cảnh cáo khi nào?',
      ['Trên một nửa đảng viên chính thức tán thành', 'Hai phần ba có mặt tán thành', 'Bí thư quyết định', 'Chi ủy quyết định'],
      [0],
      QD21,
    ],
    [
      'Không hình thức nào đủ phiếu thì làm thế nào?',
      ['Cộng dồn từ hình thức cao nhất xuống', 'Bỏ phiếu lại đến khi đủ', 'Không kỷ luật', 'Bí thư quyết định'],
      [0],
      QD21,
    ],
    ['Chi ủy có quyền quyết định kỷ luật đảng viên không?', ['Không', 'Có, đến khiển trách', 'Có, đến cảnh cáo', 'Có, mọi hình thức'], [0], QD21],
    [
      'Trước khi quyết định kỷ luật phải làm gì?',
      ['Đại diện tổ chức đảng gặp, nghe người vi phạm', 'Thông báo công khai', 'Chờ cấp trên cho ý kiến', 'Không cần làm gì'],
      [0],
      QD296,
      'Điều 12',
    ],
    ['Đình chỉ sinh hoạt đảng tối đa bao nhiêu ngày, chưa kể gia hạn?', ['30 ngày', '60 ngày', '90 ngày', '120 ngày'], [2], QD21],
  ],
  'Tuyên giáo, dân vận': [
    ['Lớp bồi dưỡng nhận thức về Đảng có bao nhiêu tiết?', ['30', '40', '50', '60'], [2], HD61],
    ['Lớp bồi dưỡng nhận thức về Đảng dành cho ai?', ['Quần chúng ưu tú', 'Đảng viên mới', 'Bí thư chi bộ', 'Cấp ủy viên'], [0], HD61],
  ],
  'Nội chính': [
    [
      'Tài liệu mật được đưa lên hệ thống nối mạng không?',
      ['Không', 'Có, nếu đặt mật khẩu', 'Có, nếu bí thư đồng ý', 'Có, trong giờ làm việc'],
      [0],
      'Luật Bảo vệ bí mật nhà nước số 117/2025/QH15',
    ],
    [
      'Danh tính người tố cáo được xử lý thế nào?',
      ['Giữ bí mật', 'Công khai trong chi bộ', 'Báo cho người bị tố cáo', 'Ghi trong biên bản chi bộ'],
      [0],
      QD21,
    ],
  ],
  'Văn phòng, văn bản của Đảng': [
    [
      'Số văn bản của Đảng đánh thế nào?',
      ['Theo từng loại trong nhiệm kỳ cấp ủy', 'Theo năm dương lịch', 'Theo tháng', 'Một dãy chung mọi loại'],
      [0],
      HD05,
    ],
    ['Chi bộ được ban hành những loại văn bản nào?', ['Nghị quyết', 'Báo cáo', 'Biên bản', 'Chỉ thị'], [0, 1, 2], QD399, 'Điều 13'],
    ['Thẩm quyền ký của chi bộ ghi thế nào?', ['T/M CHI BỘ', 'T.M CHI ỦY', 'TL. CHI BỘ', 'KT. BÍ THƯ'], [0], HD05],
    ['Văn bản của Đảng có Quốc hiệu không?', ['Không', 'Có', 'Chỉ ở cấp tỉnh', 'Chỉ ở quyết định'], [0], HD05],
  ],
};
