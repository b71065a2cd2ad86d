import type { Template } from '../wording.js';
import type { MinutesVote } from './minutes-input.js';

/** Parts of the minutes; a province orders them. */
export type MinutesPart = 'opening' | 'attendance' | 'chair' | 'agenda' | 'body' | 'ideology' | 'conclusions' | 'votes' | 'score' | 'end';

export interface MinutesWording {
  readonly type: string;
  readonly symbol: string;
  readonly abstract: Template;
  readonly order: readonly MinutesPart[];
  /** Headings of the parts that are numbered I, II, III … in the order in which they appear. */
  readonly headings: Readonly<Partial<Record<MinutesPart, string>>>;
  readonly opening: Template;
  readonly total: Template;
  readonly exempt: Template;
  readonly away: Template;
  readonly present: Template;
  readonly excused: Template;
  readonly unexcused: Template;
  readonly nobody: string;
  readonly guests: Template;
  readonly chair: Template;
  readonly minuteTaker: Template;
  readonly conclusion: string;
  readonly vote: Template;
  readonly method: Readonly<Record<MinutesVote['method'], string>>;
  readonly reserved: Template;
  readonly end: Template;
  readonly left: string;
  readonly right: string;
  readonly addenda: string;
  readonly addendum: Template;
}

export const minutesWording: MinutesWording = {
  type: 'BIÊN BẢN',
  symbol: 'BB',
  abstract: '{meeting}',
  order: ['opening', 'attendance', 'chair', 'agenda', 'body', 'ideology', 'conclusions', 'votes', 'score', 'end'],
  headings: {
    attendance: 'THÀNH PHẦN',
    agenda: 'CHƯƠNG TRÌNH',
    body: 'NỘI DUNG, DIỄN BIẾN',
    ideology: 'TÌNH HÌNH TƯ TƯỞNG CỦA ĐẢNG VIÊN, QUẦN CHÚNG',
    conclusions: 'KẾT LUẬN CỦA CHỦ TRÌ',
    votes: 'BIỂU QUYẾT',
    score: 'TỰ ĐÁNH GIÁ CHẤT LƯỢNG SINH HOẠT',
  },
  opening: 'Vào lúc {time}, {date}, tại {venue}, {body} tổ chức {meeting}.',
  total: 'Tổng số {person}: {total}; trong đó chính thức: {official}, dự bị: {probationary}, sinh hoạt tạm thời: {temporary}.',
  exempt: 'Được miễn công tác và sinh hoạt đảng: {exempt}.',
  away: 'Đi làm ăn xa, sinh hoạt tạm thời nơi khác: {away}.',
  present: 'Có mặt: {attended}; trong đó chính thức: {official}, dự bị: {probationary}, sinh hoạt tạm thời: {temporary}.',
  excused: 'Vắng có lý do: {count} ({names}).',
  unexcused: 'Vắng không có lý do: {count} ({names}).',
  nobody: 'không',
  guests: 'Đại biểu dự: {names}.',
  chair: 'Chủ trì: đồng chí {name}.',
  minuteTaker: 'Người ghi biên bản: đồng chí {name}.',
  conclusion: 'Kết luận',
  vote: '{matter}: {method}; tán thành {for}; không tán thành {against}; không có ý kiến {noOpinion}.',
  method: { SHOW_OF_CARD: 'biểu quyết bằng thẻ đảng viên', SECRET_BALLOT: 'bỏ phiếu kín' },
  reserved: 'Bảo lưu ý kiến, đề nghị ghi vào biên bản: {names}.',
  end: '{Meeting} kết thúc lúc {time} cùng ngày. Biên bản đã được đọc lại cho toàn thể đồng chí dự họp nghe và thống nhất thông qua.',
  left: 'NGƯỜI GHI BIÊN BẢN',
  right: 'CHỦ TRÌ',
  addenda: 'PHẦN BỔ SUNG SAU KHI BIÊN BẢN ĐÃ ĐƯỢC XÁC NHẬN',
  addendum: 'Bổ sung {date}, người ghi: {by}.',
};

/** A committee has no probationary and no temporary members, so its totals are not split. */
export const committeeMinutesWording: MinutesWording = {
  ...minutesWording,
  total: 'Tổng số {person}: {total}.',
  present: 'Có mặt: {attended}.',
};
