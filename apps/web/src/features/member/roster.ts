import type { rosterOf } from '@vungmanh/contracts/membership/member';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { remarksOf } from './status.js';

type Line = OutputOf<typeof rosterOf>['items'][number];

/** What the roll of a cell must say of somebody. */
export function rosterRemarks(line: Line): readonly string[] {
  switch (line.enrollment) {
    case 'OFFICIAL':
      return remarksOf(line);
    case 'TEMPORARY_HERE':
      return [`Sinh hoạt tạm thời, nơi chính thức: ${line.nodeName}`, ...remarksOf({ ...line, temporaryNodeName: undefined })];
    case 'TEMPORARILY_ELSEWHERE':
      return line.temporaryNodeName === undefined ? ['Sinh hoạt tạm thời ở nơi khác', ...remarksOf(line)] : remarksOf(line);
  }
}
