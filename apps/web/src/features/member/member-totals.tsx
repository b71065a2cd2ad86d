import { countMembers } from '@vungmanh/contracts/membership/member';
import { useQueryOf } from '../../api/queries.js';
import { showCount } from '../../text/numbers.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Totals } from '../../ui/totals.js';

/** How many members there are today, whatever the list below is narrowed to; of another day the service has no counts. */
export function MemberTotals({ nodeId }: { nodeId: string }) {
  const counts = useQueryOf(countMembers, { nodeId });
  if (counts.error) return <ProblemNote problem={counts.error} onRetry={() => void counts.refetch()} />;
  if (!counts.data) return <Skeleton lines={2} />;
  const { total, official, probationary, exempt, away } = counts.data;
  return (
    <Totals
      label="Số đảng viên hôm nay"
      items={[
        { label: 'Đảng viên', value: showCount(total), tone: 'blue' },
        { label: 'Chính thức', value: showCount(official) },
        { label: 'Dự bị', value: showCount(probationary), tone: 'amber' },
        { label: 'Miễn sinh hoạt', value: showCount(exempt) },
        { label: 'Đi làm ăn xa', value: showCount(away) },
      ]}
    />
  );
}
