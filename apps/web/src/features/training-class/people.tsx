import type { TrainingClass } from '@vungmanh/contracts/training/class';
import { enrollmentStateLabel, failedByLabel } from '@vungmanh/contracts/training/class-state';
import { type Enrollment, listEnrollments } from '@vungmanh/contracts/training/enrollment';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { CheckField } from '../../ui/choice-field.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { enrollmentTone, markText } from './class-text.js';
import { Decide, EnterMarks, Withdraw } from './people-acts.js';

/** Deviations and reasons, so that whoever decides sees them beside the name. */
function Remarks({ one }: { one: Enrollment }) {
  const said = [
    ...one.deviations.map((d) => `${d.says} (${d.actual}; lý do: ${d.reason ?? 'không ghi'})`),
    ...one.failedBy.map((why) => failedByLabel[why]),
    one.because,
  ];
  const shown = said.filter((part) => part !== undefined);
  return shown.length === 0 ? null : <span className="small soft">{shown.join(' · ')}</span>;
}

const columnsOf = (found: TrainingClass, withdraw: (one: Enrollment) => void): readonly Column<Enrollment>[] => [
  {
    key: 'name',
    header: 'Họ và tên',
    phone: 'title',
    cell: (e) => (
      <>
        {e.name} {e.birthYear !== undefined && <span className="soft">({e.birthYear})</span>}
      </>
    ),
  },
  { key: 'node', header: 'Tổ chức đảng', cell: (e) => e.nodeName },
  { key: 'state', header: 'Tình trạng', phone: 'mark', cell: (e) => <Badge tone={enrollmentTone(e.state)}>{enrollmentStateLabel[e.state]}</Badge> },
  ...(found.lessons.some((l) => l.rollClosedAt !== undefined)
    ? [{ key: 'attended', header: 'Số buổi dự', cell: (e: Enrollment) => `${e.attended}/${e.lessons}`, align: 'end' as const }]
    : []),
  ...(found.passing.mark === undefined ? [] : [{ key: 'mark', header: 'Điểm', cell: (e: Enrollment) => markText(e.mark), align: 'end' as const }]),
  { key: 'remarks', header: 'Ghi chú', cell: (e) => <Remarks one={e} /> },
  ...(found.may.includes('withdraw')
    ? [
        {
          key: 'act',
          header: 'Thao tác',
          cell: (e: Enrollment) =>
            e.state === 'ATTENDING' && (
              <Button size="small" onClick={() => withdraw(e)}>
                Ghi thôi học
              </Button>
            ),
        },
      ]
    : []),
];

/** Everybody in a class: to be approved, marked, written off. */
export function People({ found }: { found: TrainingClass }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [leaving, setLeaving] = useState<Enrollment>();
  const [marking, setMarking] = useState(false);
  const list = useListOf(listEnrollments, { classId: found.id, limit: 200 });
  const pending = found.may.includes('decide') ? list.rows.filter((e) => e.state === 'NOMINATED' || e.state === 'WAITING') : [];
  const picked = pending.filter((e) => chosen.has(e.id));
  const toggle = (id: string, on: boolean) => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <div className="stack loose">
      {pending.length > 0 && (
        <Card title={`Chờ duyệt: ${pending.length} người`}>
          <div className="stack">
            <CheckField
              label={`Chọn tất cả (${pending.length})`}
              checked={picked.length === pending.length}
              onChange={(on) => setChosen(new Set(on ? pending.map((e) => e.id) : []))}
            />
            <ul className="class-list">
              {pending.map((e) => (
                <li key={e.id}>
                  <CheckField
                    label={`${e.name}, ${e.nodeName} · ${enrollmentStateLabel[e.state].toLocaleLowerCase('vi-VN')}`}
                    checked={chosen.has(e.id)}
                    onChange={(on) => toggle(e.id, on)}
                  />
                  <Remarks one={e} />
                </li>
              ))}
            </ul>
            <Decide found={found} ids={picked.map((e) => e.id)} onDone={() => setChosen(new Set())} />
          </div>
        </Card>
      )}
      <Card
        title="Danh sách học viên"
        flush={list.rows.length > 0}
        aside={found.may.includes('mark') && found.passing.mark !== undefined && <Button onClick={() => setMarking(true)}>Nhập điểm</Button>}
      >
        <ProblemNote problem={list.problem} onRetry={list.reload} />
        {list.loading ? (
          <Skeleton lines={6} />
        ) : list.rows.length === 0 ? (
          <EmptyState icon="people" title="Chưa có ai được cử" />
        ) : (
          <DataTable
            caption="Danh sách học viên"
            columns={columnsOf(found, setLeaving)}
            rows={list.rows}
            rowKey={(e) => e.id}
            {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
          />
        )}
      </Card>
      <Dialog open={leaving !== undefined} title="Ghi thôi học" onClose={() => setLeaving(undefined)}>
        {leaving && <Withdraw found={found} one={leaving} onClose={() => setLeaving(undefined)} />}
      </Dialog>
      <Dialog open={marking} title="Nhập điểm" onClose={() => setMarking(false)}>
        <EnterMarks found={found} people={list.rows.filter((e) => e.state === 'ATTENDING')} onClose={() => setMarking(false)} />
      </Dialog>
    </div>
  );
}
