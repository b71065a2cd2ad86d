import { confirmSentence, isUnderWay } from './past-text.js';

const none = { new: 0, changed: 0, unchanged: 0, errors: 0, warnings: 0 };

it.each([
  [{ ...none, new: 13_400, changed: 2 }, 'Sẽ thêm mới 13.400 lượt học, thay đổi 2 lượt học.'],
  [{ ...none, unchanged: 5 }, 'Dữ liệu trong tệp trùng với dữ liệu đang có: xác nhận sẽ không thay đổi gì.'],
  [{ ...none, new: 5, errors: 1 }, 'Còn 1 dòng có lỗi. Đồng chí sửa trong tệp rồi gửi lại; chưa ghi gì.'],
])('says what confirming %j would write', (counts, says) => expect(confirmSentence({ counts })).toBe(says));

it('knows what goes on by itself', () => {
  expect([isUnderWay('READING'), isUnderWay('READY'), isUnderWay('APPLYING'), isUnderWay('DONE')]).toEqual([true, false, true, false]);
});
