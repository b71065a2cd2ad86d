import type { ClassLine, Lesson } from '@vungmanh/contracts/training/class';
import type { ClassState, EnrollmentState } from '@vungmanh/contracts/training/class-state';
import { showDate } from '../../text/dates.js';
import { dayAndTime } from '../meeting/agenda.js';

export const spanText = ({ from, to }: Pick<ClassLine, 'from' | 'to'>): string =>
  from === to ? showDate(from) : `${showDate(from)} – ${showDate(to)}`;

/** `07/12/2026, 07:30–11:00`. */
export function lessonTime({ startsAt, endsAt }: Pick<Lesson, 'startsAt' | 'endsAt'>): string {
  const { day, time } = dayAndTime(startsAt);
  return `${showDate(day)}, ${time}–${dayAndTime(endsAt).time}`;
}

export const classTone = (state: ClassState) => (state === 'CLOSED' ? 'done' : state === 'PLANNED' ? 'plain' : 'wait');

export function enrollmentTone(state: EnrollmentState) {
  switch (state) {
    case 'PASSED':
    case 'CERTIFIED':
    case 'CONFIRMED':
    case 'ATTENDING':
      return 'done';
    case 'FAILED':
    case 'WITHDRAWN':
    case 'DECLINED':
    case 'REFUSED':
      return 'late';
    case 'NOMINATED':
    case 'WAITING':
    case 'APPROVED':
      return 'wait';
  }
}

/** '8,25'. */
export const markText = (mark: number | undefined): string => (mark === undefined ? '' : String(mark).replace('.', ','));
