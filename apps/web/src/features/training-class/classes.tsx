import { Link, useNavigate } from '@tanstack/react-router';
import { type HeldClassLine, listClasses } from '@vungmanh/contracts/training/class';
import { classStateLabel } from '@vungmanh/contracts/training/class-state';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import type { Unit } from '../plan/units.js';
import { NewClass } from './class-form.js';
import { classTone, spanText } from './class-text.js';
import './training-class.css';

/** For who holds a class its own page; for a cell below it the page on which it names its people. */
const columnsOf = (nodeId: string, conducts: boolean): readonly Column<HeldClassLine>[] => [
  {
    key: 'title',
    header: 'Lớp',
    phone: 'title',
    cell: (c) =>
      conducts && c.held ? (
        <Link to="/training/classes/$classId" params={{ classId: c.id }}>
          {c.title}
        </Link>
      ) : (
        <Link to="/training/classes/$classId/of/$nodeId" params={{ classId: c.id, nodeId }}>
          {c.title}
        </Link>
      ),
  },
  { key: 'course', header: 'Chương trình', cell: (c) => c.courseLabel },
  { key: 'holder', header: 'Đơn vị mở lớp', cell: (c) => c.nodeName },
  { key: 'time', header: 'Thời gian', cell: spanText, nowrap: true },
  { key: 'place', header: 'Nơi học', cell: (c) => c.place },
  {
    key: 'state',
    header: 'Tình trạng',
    phone: 'mark',
    cell: (c) => <Badge tone={classTone(c.state)}>{classStateLabel[c.state]}</Badge>,
    nowrap: true,
  },
];

/** Classes that one holds, and those above that call for one's people. */
export function Classes({ unit: { nodeId } }: { unit: Unit }) {
  const session = useSession();
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const list = useListOf(listClasses, { nodeId, limit: 20 });
  const conducts = may(session, 'training:conduct', nodeId);
  return (
    <div className="stack loose">
      <Card
        title="Các lớp"
        flush={list.rows.length > 0}
        aside={
          conducts && (
            <Button look="primary" icon="plus" onClick={() => setOpening(true)}>
              Lập lớp
            </Button>
          )
        }
      >
        <ProblemNote problem={list.problem} onRetry={list.reload} />
        {list.loading ? (
          <Skeleton lines={5} />
        ) : list.rows.length === 0 ? (
          <EmptyState icon="training" title="Chưa có lớp nào">
            {conducts && <p>Bấm "Lập lớp" để bắt đầu.</p>}
          </EmptyState>
        ) : (
          <DataTable
            caption="Các lớp"
            columns={columnsOf(nodeId, conducts)}
            rows={list.rows}
            rowKey={(c) => c.id}
            {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
          />
        )}
      </Card>
      <Dialog open={opening} title="Lập lớp" onClose={() => setOpening(false)}>
        <NewClass
          nodeId={nodeId}
          onClose={() => setOpening(false)}
          onOpened={(classId) => void navigate({ to: '/training/classes/$classId', params: { classId } })}
        />
      </Dialog>
    </div>
  );
}
