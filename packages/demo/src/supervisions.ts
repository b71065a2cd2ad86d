import type { Proposal } from '@vungmanh/contracts/inspection/supervision-line';
import { Random } from './random.js';

/** Marks of a cell that keeps monthly grades; their order says nothing of their worth. */
export const GRADES = ['A', 'B', 'C'] as const;

export const note = 'Thực hiện đủ nhiệm vụ được giao trong tháng, báo cáo với chi bộ (mô phỏng).';
export const reminder = 'Nhắc hoàn thành nhiệm vụ đã quá hạn, báo cáo kết quả với tổ trưởng (mô phỏng).';
export const answer = 'Tôi nhận nhiệm vụ chậm vì việc gia đình, sẽ hoàn thành trong tháng (mô phỏng).';

const reasons: Readonly<Record<Exclude<Proposal, 'REFER'>, string>> = {
  COMMEND: 'Hoàn thành tốt nhiệm vụ, giúp đỡ đồng chí khác (mô phỏng).',
  HELP: 'Được giao nhiều việc cùng lúc, cần chi bộ phân công người giúp (mô phỏng).',
  REMIND: 'Còn nhiệm vụ chậm, đã nhắc nhưng chưa báo cáo (mô phỏng).',
};

/** What the committee of a cell proposes for the member at this place of its list, or nothing: most are commended, a few helped or reminded. */
export function proposalOf(seed: number, about: { code: string; quarter: string; place: number }): { kind: Proposal; reason: string } | undefined {
  const random = new Random(`supervision ${seed} ${about.code} ${about.quarter} ${about.place}`);
  const n = random.int(1, 10);
  const kind = n <= 4 ? 'COMMEND' : n <= 6 ? 'HELP' : n === 7 ? 'REMIND' : undefined;
  return kind && { kind, reason: reasons[kind] };
}

/** The grade that a cell gave the member at this place of its list in a month. */
export const gradeOf = (seed: number, about: { code: string; month: string; place: number }): string => {
  const n = new Random(`grade ${seed} ${about.code} ${about.month} ${about.place}`).int(1, 10);
  return n <= 6 ? GRADES[0] : n <= 9 ? GRADES[1] : GRADES[2];
};
