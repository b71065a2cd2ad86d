import { checkedCells } from '@vungmanh/contracts/inspection/check-notice';
import { listMeetingChecks, myMeetingChecks } from '@vungmanh/contracts/inspection/meeting-check';
import { useState } from 'react';
import { useListOf, useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate, today } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import type { Unit } from '../plan/units.js';
import { CheckTable } from './check-table.js';
import { CheckedCells } from './checked-cells.js';
import './meeting-check.css';
import { OpenCheck } from './open-check.js';
import { YearSummary } from './year-summary.js';

/** What the committee owes by the rule, and when it last did it. */
function Due({ nodeId }: { nodeId: string }) {
  const { data } = useQueryOf(checkedCells, { nodeId, limit: 1 });
  if (!data || data.cells === 0) return null;
  const { rule, lastPublishedOn, dueOn, never, cells } = data;
  const late = dueOn === undefined ? lastPublishedOn === undefined : dueOn < today();
  const last =
    lastPublishedOn === undefined ? 'Chưa có cuộc kiểm tra nào được thông báo.' : `Lần gần nhất thông báo ngày ${showDate(lastPublishedOn)}.`;
  return (
    <Note tone={late ? 'warning' : 'info'} title={rule ?? 'Kiểm tra việc sinh hoạt của các chi bộ'}>
      <p>
        {last}
        {dueOn !== undefined && ` Lần tới: chậm nhất ngày ${showDate(dueOn)}.`}
        {never > 0 && ` ${showCount(never)}/${showCount(cells)} chi bộ chưa được kiểm tra lần nào.`}
      </p>
    </Note>
  );
}

/** The six-monthly checks of a committee: those there were, a new one, which cells were looked at, what the year's report says. */
export function Checks({ unit: { nodeId }, year }: { unit: Unit; year: number }) {
  const session = useSession();
  const [opening, setOpening] = useState(false);
  const list = useListOf(listMeetingChecks, { nodeId, below: 'true', limit: 20 });
  const mine = useListOf(myMeetingChecks, { limit: 200 }, { when: session.personId !== undefined });
  const told = list.rows.some((c) => c.nodeId === nodeId && c.state === 'PUBLISHED' && c.half.startsWith(String(year)));
  const opens = may(session, 'inspection:check-meetings', nodeId) && session.personId !== undefined;
  return (
    <div className="stack loose">
      <Due nodeId={nodeId} />
      <Card
        title="Các cuộc kiểm tra"
        flush={list.rows.length > 0}
        aside={
          opens && (
            <Button look="primary" icon="plus" onClick={() => setOpening(true)}>
              Mở cuộc kiểm tra
            </Button>
          )
        }
      >
        <ProblemNote problem={list.problem} onRetry={list.reload} />
        {list.loading ? (
          <Skeleton lines={4} />
        ) : list.rows.length === 0 ? (
          <p className="soft">Chưa có cuộc kiểm tra nào.{opens && ' Bấm "Mở cuộc kiểm tra" để bắt đầu.'}</p>
        ) : (
          <CheckTable
            rows={list.rows}
            mine={new Set(mine.rows.map((c) => c.id))}
            {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
          />
        )}
      </Card>
      {session.personId === undefined && (
        <p className="soft">Tài khoản này không gắn với đảng viên nào nên chỉ xem được tiến độ, không mở được cuộc kiểm tra.</p>
      )}
      {told && <YearSummary nodeId={nodeId} year={year} />}
      <CheckedCells nodeId={nodeId} />
      <Dialog open={opening} title="Mở cuộc kiểm tra sinh hoạt chi bộ" onClose={() => setOpening(false)}>
        <OpenCheck nodeId={nodeId} onClose={() => setOpening(false)} />
      </Dialog>
    </div>
  );
}
