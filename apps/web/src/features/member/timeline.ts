import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { suspensionKindLabel } from '@vungmanh/contracts/inspection/suspension';
import type { Member } from '@vungmanh/contracts/membership/member';
import { memberStatusLabel } from '@vungmanh/contracts/membership/member-status';
import { certificateStateLabel } from '@vungmanh/contracts/training/class-state';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { showDate } from '../../text/dates.js';

/** What can still be ended by a command of its own. */
export type Ending = 'temporary-enrollment' | 'exemption' | 'management' | 'working-away';

export interface TimelineEntry {
  readonly key: string;
  readonly group: 'Tư cách' | 'Sinh hoạt' | 'Miễn sinh hoạt' | 'Diện quản lý' | 'Đi làm ăn xa' | 'Kỷ luật' | 'Đào tạo, bồi dưỡng';
  readonly title: string;
  readonly about: string | undefined;
  readonly from: CalendarDate;
  readonly to: CalendarDate | undefined;
  readonly ending?: { readonly noun: Ending; readonly periodId: string };
}

const joined = (...parts: readonly (string | undefined)[]): string | undefined => parts.filter(Boolean).join(' · ') || undefined;

/** Everything dated of a record in one line of time, newest first. `today` decides what still runs. */
export function timelineOf(member: Member, today: CalendarDate): readonly TimelineEntry[] {
  const running = (to: CalendarDate | undefined) => to === undefined || to > today;
  const endable = (noun: Ending, periodId: string, to: CalendarDate | undefined) => (running(to) ? { ending: { noun, periodId } } : {});
  const entries: TimelineEntry[] = [
    ...member.statuses.map(({ status, from, to, decision, reason }, i): TimelineEntry => ({
      key: `status-${i}`,
      group: 'Tư cách',
      title: memberStatusLabel[status],
      about: joined(decision === undefined ? undefined : `Quyết định ${decision}`, reason),
      from,
      to,
    })),
    ...member.enrollments.map(({ id, kind, nodeName, from, to }): TimelineEntry => ({
      key: id,
      group: 'Sinh hoạt',
      title: kind === 'OFFICIAL' ? `Sinh hoạt chính thức tại ${nodeName}` : `Sinh hoạt tạm thời tại ${nodeName}`,
      about: undefined,
      from,
      to,
      ...(kind === 'TEMPORARY' ? endable('temporary-enrollment', id, to) : {}),
    })),
    ...member.exemptions.map(({ id, reason, from, to }): TimelineEntry => ({
      key: id,
      group: 'Miễn sinh hoạt',
      title: 'Được miễn công tác và sinh hoạt đảng',
      about: reason,
      from,
      to,
      ...endable('exemption', id, to),
    })),
    ...member.managed.map(({ id, nodeName, from, to }): TimelineEntry => ({
      key: id,
      group: 'Diện quản lý',
      title: `Do ${nodeName} quản lý`,
      about: undefined,
      from,
      to,
      ...endable('management', id, to),
    })),
    ...member.workingAway.map(({ id, place, reason, expectedBack, from, to }): TimelineEntry => ({
      key: id,
      group: 'Đi làm ăn xa',
      title: `Đi làm ăn xa: ${place}`,
      about: joined(reason, expectedBack === undefined ? undefined : `dự kiến về ${showDate(expectedBack)}`),
      from,
      to,
      ...endable('working-away', id, to),
    })),
    ...member.disciplines.map(({ form, from, to }, i): TimelineEntry => ({
      key: `discipline-${i}`,
      group: 'Kỷ luật',
      title: `Kỷ luật: ${disciplineFormLabel[form].toLocaleLowerCase('vi-VN')}`,
      about: undefined,
      from,
      to,
    })),
    ...member.suspensions.map(({ kind, from, to }, i): TimelineEntry => ({
      key: `suspension-${i}`,
      group: 'Kỷ luật',
      title: suspensionKindLabel[kind],
      about: undefined,
      from,
      to,
    })),
    ...member.certificates.map(({ course, number, issuedOn, expiresOn, state }): TimelineEntry => ({
      key: `certificate-${number}`,
      group: 'Đào tạo, bồi dưỡng',
      title: course,
      about: joined(`Giấy chứng nhận số ${number}`, state === 'VALID' ? undefined : certificateStateLabel[state].toLocaleLowerCase('vi-VN')),
      from: issuedOn,
      to: expiresOn,
    })),
  ];
  return entries.sort((a, b) => b.from.localeCompare(a.from) || a.group.localeCompare(b.group));
}
