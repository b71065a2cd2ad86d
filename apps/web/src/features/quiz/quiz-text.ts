import type { QuizState } from '@vungmanh/contracts/training/quiz';
import { showDate } from '../../text/dates.js';
import { dayAndTime } from '../meeting/agenda.js';

export const quizTone = (state: QuizState) => (state === 'CLOSED' ? 'done' : state === 'OPEN' ? 'wait' : 'plain');

/** `14/12/2026 08:00`. */
export function momentText(instant: string): string {
  const { day, time } = dayAndTime(instant);
  return `${showDate(day)} ${time}`;
}

/** `08:00–10:00, 14/12/2026`, or both days in full. */
export function windowText({ opensAt, closesAt }: { opensAt: string; closesAt: string }): string {
  const [from, to] = [dayAndTime(opensAt), dayAndTime(closesAt)];
  return from.day === to.day ? `${from.time}–${to.time}, ${showDate(from.day)}` : `${momentText(opensAt)} – ${momentText(closesAt)}`;
}

/** Minutes and seconds that are left: '29:05'. */
export function leftText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
