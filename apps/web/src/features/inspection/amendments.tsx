import { type AmendmentLine, amendmentTypeLabel, listAmendments } from '@vungmanh/contracts/inspection/amendment';
import { inspectionKindLabel } from '@vungmanh/contracts/inspection/kind';
import type { Program } from '@vungmanh/contracts/inspection/program';
import { useListOf } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { inQuarter } from './inspection-text.js';

const whatText = ({ type, lines, kind, quarter, toQuarter, subjectName }: AmendmentLine): string =>
  [
    amendmentTypeLabel[type],
    subjectName ?? `${lines} đối tượng`,
    inspectionKindLabel[kind].toLowerCase(),
    toQuarter === undefined ? inQuarter(quarter) : `từ ${inQuarter(quarter)} sang ${inQuarter(toQuarter)}`,
  ].join(' · ');

/** Who changed what of an approved program, when and why. */
export function Amendments({ program }: { program: Program }) {
  const list = useListOf(listAmendments, { programId: program.id });
  if (list.loading) return <Skeleton lines={4} />;
  if (list.rows.length === 0 && !list.problem) {
    return (
      <EmptyState icon="file" title="Chưa có điều chỉnh nào">
        <p>Mỗi thay đổi sau khi phê duyệt được ghi ở đây: ai, lúc nào, việc gì, vì sao.</p>
      </EmptyState>
    );
  }
  return (
    <Card>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      <ol className="inspection-list">
        {list.rows.map((a) => (
          <li key={a.number}>
            <p className="strong">
              Lần {a.number}: {whatText(a)}
            </p>
            <p>Lý do: {a.reason}</p>
            <p className="soft small">
              {a.byName}, {showInstant(a.at)}
            </p>
          </li>
        ))}
      </ol>
      <MoreButton {...list} />
    </Card>
  );
}
