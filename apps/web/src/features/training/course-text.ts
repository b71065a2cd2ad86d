import type { CourseEdition } from '@vungmanh/contracts/training/course';

type Measures = Pick<CourseEdition, 'periods' | 'sessions' | 'days'>;

/** How long a course is, by what is known of it: '50 tiết, 10 buổi, 5 ngày'. */
export function lengthText({ periods, sessions, days }: Measures): string {
  const parts = [
    periods === undefined ? [] : `${periods} tiết`,
    sessions === undefined ? [] : `${sessions} buổi`,
    days === undefined ? [] : `${days.toLocaleString('vi-VN')} ngày`,
  ].flat();
  return parts.length === 0 ? 'Chưa quy định' : parts.join(', ');
}

export const validityText = (months: number | undefined): string => (months === undefined ? 'Không thời hạn' : `${months} tháng`);
