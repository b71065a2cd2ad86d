import type { CheckFinding } from '@vungmanh/contracts/inspection/check-cell';
import { findingStateLabel } from '@vungmanh/contracts/inspection/meeting-check-state';
import type { ReactNode } from 'react';
import { showDate, showDue, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';

interface FindingViewProps {
  readonly finding: CheckFinding;
  /** Once the cell has been told: whether it is mended. */
  readonly told?: boolean;
  /** What may be done with it. */
  readonly children?: ReactNode;
}

/** One finding, with what is proposed and until when. */
export function FindingView({ finding: f, told = false, children }: FindingViewProps) {
  const weak = f.kind === 'SHORTCOMING';
  const late = told && f.state === 'OPEN' && f.due !== undefined && f.due < today();
  return (
    <div className="stack tight">
      <p className="row apart">
        <Badge tone={weak ? 'late' : 'done'}>{weak ? 'Khuyết điểm' : 'Ưu điểm'}</Badge>
        {told && weak && <Badge tone={f.state === 'DONE' ? 'done' : late ? 'late' : 'wait'}>{findingStateLabel[f.state]}</Badge>}
      </p>
      <p>{f.text}</p>
      {f.proposal !== undefined && <p>Kiến nghị: {f.proposal}</p>}
      {f.due !== undefined && (
        <p className="soft">
          Hạn khắc phục: {showDate(f.due)}
          {told && f.state === 'OPEN' && ` (${showDue(f.due).toLowerCase()})`}
        </p>
      )}
      {children}
    </div>
  );
}
