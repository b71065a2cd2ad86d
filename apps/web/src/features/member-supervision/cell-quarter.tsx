import { drawUpSupervision, getSupervision, type MemberSupervision, type Quarter } from '@vungmanh/contracts/inspection/member-supervision';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { showDate, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Tabs } from '../../ui/tabs.js';
import { useToast } from '../../ui/toast.js';
import { Grades } from './grades.js';
import { LineList } from './line-list.js';
import { QuarterActs } from './quarter-acts.js';
import { inQuarter, quarterAt, quarterOn, standingLabel, standingTone } from './supervision-text.js';

function NotDrawnUp({ nodeId, quarter }: { nodeId: string; quarter: Quarter }) {
  const toast = useToast();
  const command = useCommand(drawUpSupervision, { onDone: ({ lines }) => toast({ text: `Đã lập danh sách ${lines} đảng viên.` }) });
  const current = quarterAt(today());
  const inTime = [-1, 0, 1].some((n) => quarterOn(current, n) === quarter);
  return (
    <>
      <EmptyState
        icon="people"
        title={`Chi bộ chưa lập kế hoạch giám sát ${inQuarter(quarter)}`}
        action={
          inTime && (
            <Button look="primary" icon="plus" busy={command.isPending} onClick={() => command.mutate({ input: { nodeId, quarter } })}>
              Lập kế hoạch {inQuarter(quarter)}
            </Button>
          )
        }
      >
        <p>
          {inTime
            ? 'Phần mềm lập sẵn mỗi đảng viên một dòng, kèm nhiệm vụ chi bộ đã giao có hạn trong quý. Đảng viên chưa thấy gì cho đến khi chi ủy thông báo.'
            : 'Chỉ lập kế hoạch của quý này, quý liền trước hoặc quý liền sau.'}
        </p>
      </EmptyState>
      <ProblemNote problem={command.error} />
    </>
  );
}

function About({ supervision: s, name }: { supervision: MemberSupervision; name: string }) {
  return (
    <div className="stack tight">
      <p className="row">
        <span className="strong">{name}</span>
        <Badge tone={standingTone[s.state]}>{standingLabel[s.state]}</Badge>
      </p>
      <p className="soft small">
        Danh sách đảng viên ngày {showDate(s.rosterOn)}
        {s.openedOn !== undefined && ` · thông báo ngày ${showDate(s.openedOn)}`}
        {s.closedOn !== undefined && ` · kết thúc ngày ${showDate(s.closedOn)}`}
      </p>
    </div>
  );
}

/** The quarter of one cell, for its own committee. */
export function CellQuarter({ nodeId, name, quarter }: { nodeId: string; name: string; quarter: Quarter }) {
  const [view, setView] = useState<'lines' | 'grades'>('lines');
  const supervision = useQueryOf(getSupervision, { nodeId, quarter });
  if (supervision.error?.kind === 'not-found') return <NotDrawnUp nodeId={nodeId} quarter={quarter} />;
  if (!supervision.data) {
    return supervision.error ? <ProblemNote problem={supervision.error} onRetry={() => void supervision.refetch()} /> : <Skeleton lines={8} />;
  }
  return (
    <div className="stack loose">
      <About supervision={supervision.data} name={name} />
      <QuarterActs supervision={supervision.data} />
      <Tabs
        label="Nội dung giám sát trong quý"
        value={view}
        onChange={setView}
        tabs={[
          { value: 'lines', label: 'Từng đảng viên', count: supervision.data.lines },
          { value: 'grades', label: 'Bình xét lao động' },
        ]}
      >
        {view === 'lines' && <LineList supervision={supervision.data} />}
        {view === 'grades' && <Grades supervision={supervision.data} />}
      </Tabs>
    </div>
  );
}
