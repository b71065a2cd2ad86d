import { checkYearSummary } from '@vungmanh/contracts/inspection/check-notice';
import { useQueryOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';

/** The section for the report of the year, ready to be copied. */
export function YearSummary({ nodeId, year }: { nodeId: string; year: number }) {
  const toast = useToast();
  const summary = useQueryOf(checkYearSummary, { nodeId, year });
  const paragraphs = summary.data?.paragraphs ?? [];
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(paragraphs.join('\n'));
      toast({ text: 'Đã sao chép. Dán vào báo cáo tổng kết năm.' });
    } catch {
      toast({ text: 'Trình duyệt không cho sao chép. Đồng chí chọn đoạn chữ rồi sao chép bằng tay.' });
    }
  };
  return (
    <Card
      title={`Phần đưa vào báo cáo tổng kết năm ${year}`}
      aside={
        summary.data && (
          <Button size="small" onClick={() => void copy()}>
            Sao chép
          </Button>
        )
      }
    >
      <ProblemNote problem={summary.error} onRetry={() => void summary.refetch()} />
      {!summary.data && !summary.error && <Skeleton lines={3} />}
      <div className="prose stack tight">
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </Card>
  );
}
