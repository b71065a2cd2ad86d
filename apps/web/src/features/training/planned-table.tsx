import type { PlannedCourse, TrainingPlan } from '@vungmanh/contracts/training/plan';
import { useState } from 'react';
import { showDate } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { CancelPlanned, ChangePlanned } from './planned-form.js';
import { QuotaForm } from './quota-form.js';

type Doing = 'change' | 'quota' | 'cancel';
const titles: Record<Doing, string> = { change: 'Sửa lớp trong kế hoạch', quota: 'Phân bổ chỉ tiêu', cancel: 'Bỏ lớp khỏi kế hoạch' };

const shared = (line: PlannedCourse): number => line.quotas.reduce((sum, q) => sum + q.places, 0);

/** The lines of a plan with what can be done with each. */
export function PlannedTable({ plan }: { plan: TrainingPlan }) {
  const [doing, setDoing] = useState<{ act: Doing; line: PlannedCourse }>();
  const close = () => setDoing(undefined);
  const changes = plan.may.includes('plan') || plan.may.includes('amend');
  const button = (act: Doing, line: PlannedCourse, label: string) => (
    <Button size="small" look={act === 'cancel' ? 'quiet' : 'plain'} onClick={() => setDoing({ act, line })}>
      {label}
    </Button>
  );
  const columns: readonly Column<PlannedCourse>[] = [
    {
      key: 'course',
      header: 'Lớp học',
      phone: 'title',
      cell: (l) => (
        <>
          <span className="strong">{l.courseLabel}</span> <span className="soft small">(chương trình lần {l.edition})</span>
        </>
      ),
    },
    { key: 'when', header: 'Thời gian', cell: (l) => `${showDate(l.fromOn)} – ${showDate(l.toOn)}`, nowrap: true },
    { key: 'place', header: 'Nơi học', cell: (l) => l.place },
    { key: 'classes', header: 'Số lớp', align: 'end', cell: (l) => showCount(l.classes) },
    { key: 'places', header: 'Số chỗ', align: 'end', cell: (l) => showCount(l.places) },
    { key: 'quotas', header: 'Đã phân bổ', align: 'end', cell: (l) => showCount(shared(l)) },
    { key: 'state', header: 'Trạng thái', phone: 'mark', cell: (l) => (l.state === 'CANCELLED' ? <Badge tone="muted">Đã hủy</Badge> : '') },
    ...(changes
      ? [
          {
            key: 'acts',
            header: 'Việc cần làm',
            cell: (l: PlannedCourse) =>
              l.state === 'PLANNED' && (
                <span className="row no-print">
                  {button('change', l, 'Sửa')}
                  {button('quota', l, 'Chỉ tiêu')}
                  {button('cancel', l, 'Bỏ')}
                </span>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable caption="Các lớp trong kế hoạch" columns={columns} rows={plan.lines} rowKey={(l) => l.id} />
      <Dialog open={doing !== undefined} title={titles[doing?.act ?? 'change']} onClose={close}>
        {doing?.act === 'change' && <ChangePlanned plan={plan} line={doing.line} onClose={close} />}
        {doing?.act === 'quota' && <QuotaForm plan={plan} line={doing.line} onClose={close} />}
        {doing?.act === 'cancel' && <CancelPlanned plan={plan} line={doing.line} onClose={close} />}
      </Dialog>
    </>
  );
}
