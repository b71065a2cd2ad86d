import { rosterEnrollmentLabels, rosterStatusLabels, type RosterLine } from '@vungmanh/contracts/attendance';

/**
 * What the register says of that day now and did not when the roll was closed, a sentence each. The roll itself stays as it was.
 */
export function differences(closed: readonly RosterLine[], now: readonly RosterLine[], nameOf: (personId: string) => string): string[] {
  const today = new Map(now.map((line) => [line.personId, line]));
  const known = new Set(closed.map((line) => line.personId));
  return [
    ...closed.flatMap((line) => changed(line, today.get(line.personId)).map((what) => `${nameOf(line.personId)}: ${what}`)),
    ...now
      .filter((line) => !known.has(line.personId))
      .map((line) => `${nameOf(line.personId)}: có trong danh sách hiện nay của ngày họp, không có khi chốt.`),
  ];
}

function changed(then: RosterLine, now: RosterLine | undefined): string[] {
  if (now === undefined) return ['không còn trong danh sách hiện nay của ngày họp.'];
  return [
    then.status === now.status
      ? []
      : `khi chốt là ${rosterStatusLabels[then.status].toLowerCase()}, hồ sơ nay ghi ${rosterStatusLabels[now.status].toLowerCase()}.`,
    then.enrollment === now.enrollment
      ? []
      : `khi chốt là ${rosterEnrollmentLabels[then.enrollment].toLowerCase()}, hồ sơ nay ghi ${rosterEnrollmentLabels[now.enrollment].toLowerCase()}.`,
    then.exempt === now.exempt ? [] : now.exempt ? 'hồ sơ nay ghi được miễn sinh hoạt.' : 'hồ sơ nay ghi không được miễn sinh hoạt.',
    then.workingAway === now.workingAway ? [] : now.workingAway ? 'hồ sơ nay ghi đi làm ăn xa.' : 'hồ sơ nay ghi không đi làm ăn xa.',
  ].flat();
}
