import type { MeetingCheckLine } from '@vungmanh/contracts/inspection/meeting-check';
import { showCount } from '../../text/numbers.js';
import { Progress } from '../../ui/notes.js';

/** How many of its cells a check has recorded. */
export function CheckProgress({ check: { recorded, cells } }: { check: Pick<MeetingCheckLine, 'recorded' | 'cells'> }) {
  return <Progress label="Đã ghi kết quả" value={cells === 0 ? 0 : recorded / cells} detail={`${showCount(recorded)}/${showCount(cells)} chi bộ`} />;
}
