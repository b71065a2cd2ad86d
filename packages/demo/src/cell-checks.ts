import type { CellRecord } from '@vungmanh/contracts/inspection/check-cell';
import type { CheckNotice } from '@vungmanh/contracts/inspection/meeting-check';
import type { HalfYear } from '@vungmanh/contracts/inspection/meeting-check-state';
import { addDays } from '@vungmanh/regulations/calendar';
import { Random } from './random.js';

/** The half-year before today's, whose check is over, and today's, whose check is running. */
export function halvesOf(today: string): { finished: HalfYear; running: HalfYear } {
  const year = Number(today.slice(0, 4));
  return today.slice(5, 7) <= '06' ? { finished: `${year - 1}-H2`, running: `${year}-H1` } : { finished: `${year}-H1`, running: `${year}-H2` };
}

const concerns = [
  'Chi bộ đề nghị Đảng ủy gửi tài liệu sinh hoạt chuyên đề sớm hơn (mô phỏng).',
  'Chi bộ đề nghị được tập huấn cách ghi sổ biên bản và soạn nghị quyết (mô phỏng).',
];

/** What a team has written about a cell; the same for the same seed and code of the cell. */
export function recordOf(seed: number, about: { code: string; half: HalfYear; heldOn: string }): CellRecord {
  const random = new Random(`check ${seed} ${about.half} ${about.code}`);
  const judged = (share: number, remark: string): CellRecord['tasks'] =>
    random.chance(share) ? { judgment: 'FULL' } : { judgment: 'PARTLY', remark: `${remark} (mô phỏng).` };
  return {
    minuteBook: { kept: true, ...(random.chance(0.3) ? { remark: 'Sổ ghi đủ các buổi, chữ ký đầy đủ (mô phỏng).' } : {}) },
    resolutions: judged(0.6, 'Một số việc chưa ghi rõ người kiểm tra'),
    tasks: judged(0.6, 'Còn nhiệm vụ báo cáo chậm'),
    thematic: judged(0.7, 'Chuyên đề chưa gắn với nhiệm vụ của chi bộ'),
    handbook: judged(0.8, 'Chưa phân công người phụ trách sổ tay'),
    superiors: {},
    ...(random.chance(0.4) ? { attendedOn: about.heldOn } : {}),
    ...(random.chance(0.5)
      ? { hearing: { heldOn: about.heldOn, members: random.int(5, 15), ...(random.chance(0.6) ? { concerns: random.pick(concerns) } : {}) } }
      : {}),
  };
}

export const strength = 'Giữ nền nếp sinh hoạt hằng tháng, nội dung chuẩn bị trước (mô phỏng).';
export const shortcoming = {
  text: 'Nghị quyết còn việc chưa ghi đủ thời hạn và người kiểm tra (mô phỏng).',
  proposal: 'Bổ sung đủ sáu nội dung cho từng việc trong nghị quyết từ kỳ sinh hoạt tới.',
};

/** What all cells are told at the end of a check. */
export const noticeOf = (today: string): CheckNotice => ({
  strengths: ['Các chi bộ giữ nền nếp sinh hoạt thường kỳ, tỷ lệ đảng viên dự họp cao (mô phỏng).'],
  weaknesses: ['Một số nghị quyết chưa nêu đủ người thực hiện, người kiểm tra và thời hạn (mô phỏng).'],
  practices: ['Gửi chương trình, tài liệu cho đảng viên trước buổi sinh hoạt ít nhất ba ngày (mô phỏng).'],
  heard: 'Đề nghị Đảng ủy gửi tài liệu sinh hoạt chuyên đề sớm hơn; tập huấn cách ghi sổ biên bản và soạn nghị quyết (mô phỏng).',
  demands: [{ content: 'Chi bộ rà soát nghị quyết còn hiệu lực, bổ sung đủ sáu nội dung cho từng việc.', due: addDays(today, 40) }],
});
