import { Link } from '@tanstack/react-router';
import { myDenunciations } from '@vungmanh/contracts/inspection/denunciation';
import { denunciationStateLabel } from '@vungmanh/contracts/inspection/denunciation-state';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { showDate, showDue } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { bodyText } from '../discipline/discipline-text.js';
import { WorkUnit } from '../plan/work-unit.js';
import { stateTone } from './denunciation-text.js';
import { RegisterForm } from './register-form.js';

function List() {
  const list = useListOf(myDenunciations, { about: 'false' });
  if (list.loading) return <Skeleton lines={5} />;
  if (list.rows.length === 0 && !list.problem) {
    return (
      <EmptyState icon="file" title="Đồng chí chưa được giao hồ sơ tố cáo nào">
        <p>Chỉ người được giao mới thấy hồ sơ ở đây. Danh tính người tố cáo không hiện trong danh sách, thông báo hay văn bản nào.</p>
      </EmptyState>
    );
  }
  return (
    <Card flush>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      <DataTable
        caption="Sổ tố cáo được giao"
        rows={list.rows}
        rowKey={(row) => row.id}
        rowTone={(row) => (row.overdue ? 'late' : undefined)}
        {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
        columns={[
          {
            key: 'name',
            header: 'Đối tượng bị tố cáo',
            phone: 'title',
            cell: (row) => (
              <Link to="/denunciations/$denunciationId" params={{ denunciationId: row.id }} className="strong">
                {row.name}
              </Link>
            ),
          },
          { key: 'body', header: 'Cơ quan giải quyết', cell: (row) => bodyText(row.actor, row.nodeName) },
          { key: 'on', header: 'Ngày nhận', cell: (row) => showDate(row.receivedOn) },
          {
            key: 'due',
            header: 'Hạn giải quyết',
            cell: (row) => (row.dueOn === undefined ? 'Chưa thụ lý' : `${showDate(row.dueOn)} · ${showDue(row.dueOn)}`),
          },
          {
            key: 'state',
            header: 'Bước',
            phone: 'mark',
            cell: (row) => (
              <span className="row">
                <Badge tone={stateTone[row.state]}>{denunciationStateLabel[row.state]}</Badge>
                {row.overdue && <Badge tone="late">Quá hạn</Badge>}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** The denunciations that one was given to work on, and entering one. */
export function Denunciations() {
  const [entering, setEntering] = useState(false);
  return (
    <div className="stack">
      <div className="no-print">
        <Button icon="plus" onClick={() => setEntering(true)}>
          Vào sổ tố cáo
        </Button>
      </div>
      <List />
      <Dialog open={entering} title="Vào sổ tố cáo" onClose={() => setEntering(false)}>
        <WorkUnit permission="inspection:discipline">
          {(unit) => <RegisterForm key={unit.nodeId} nodeId={unit.nodeId} onClose={() => setEntering(false)} />}
        </WorkUnit>
      </Dialog>
    </div>
  );
}
