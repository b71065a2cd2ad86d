import type { RollCounts } from '@vungmanh/contracts/attendance';
import { linesOf } from './roll.js';
import type { Roll, RollLine } from './roll.js';

/**
 * The figures of a roll, all whole numbers of people.
 * - `total` members of this cell (where they are enrolled officially) = `official` + `probationary`; `sentElsewhere` are among them,
 *   `temporaryHere` (members of other cells) are not. The roster has `total` + `temporaryHere` lines.
 * - `exempt`, `away`: excused by the roster and not sent elsewhere; an exempt person is not counted as away.
 * - `expected` = `present.total` + `absentExcused` + `absentUnexcused` + `unmarked`: who should come, and who came without having to.
 *   The roster = `expected` + `exemptAbsent` + `awayAbsent` + `sentElsewhere`.
 * - `present.total` = its `official` + `probationary` + `temporaryHere`; its `exempt` and `away` are among these.
 * - `late`, `leftEarly`: present with an hour of arrival or of leaving.
 */
export function countsOf(roll: Roll): RollCounts {
  const lines = linesOf(roll);
  const own = lines.filter((l) => l.enrollment !== 'TEMPORARY_HERE');
  const here = lines.filter((l) => l.enrollment !== 'TEMPORARILY_ELSEWHERE');
  const present = here.filter(isPresent);
  const unmarked = here.filter((l) => l.state === undefined).length;
  const absentExcused = stateCount(here, 'ABSENT_EXCUSED');
  const absentUnexcused = stateCount(here, 'ABSENT_UNEXCUSED');
  return {
    total: own.length,
    official: count(own, isOfficial),
    probationary: count(own, (l) => !isOfficial(l)),
    exempt: count(here, isExempt),
    away: count(here, isAway),
    temporaryHere: count(here, isTemporary),
    sentElsewhere: lines.length - here.length,
    expected: present.length + absentExcused + absentUnexcused + unmarked,
    present: {
      total: present.length,
      official: count(present, (l) => isOfficial(l) && !isTemporary(l)),
      probationary: count(present, (l) => !isOfficial(l) && !isTemporary(l)),
      exempt: count(present, isExempt),
      away: count(present, isAway),
      temporaryHere: count(present, isTemporary),
    },
    absentExcused,
    absentUnexcused,
    exemptAbsent: stateCount(here, 'EXEMPT'),
    awayAbsent: stateCount(here, 'AWAY'),
    unmarked,
    late: count(present, (l) => l.arrivedAt !== undefined),
    leftEarly: count(present, (l) => l.leftAt !== undefined),
    guests: roll.guests.length,
  };
}

const count = (lines: readonly RollLine[], is: (line: RollLine) => boolean): number => lines.filter(is).length;
const stateCount = (lines: readonly RollLine[], state: RollLine['state']): number => count(lines, (l) => l.state === state);

const isPresent = (l: RollLine): boolean => l.state === 'PRESENT';
const isOfficial = (l: RollLine): boolean => l.status === 'OFFICIAL';
const isTemporary = (l: RollLine): boolean => l.enrollment === 'TEMPORARY_HERE';
const isExempt = (l: RollLine): boolean => l.exempt;
const isAway = (l: RollLine): boolean => l.workingAway && !l.exempt;
