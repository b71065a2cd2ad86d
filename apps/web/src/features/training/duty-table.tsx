import { dropDuty, type DutyLine, dutyPositionLabel, NamedPosition } from '@vungmanh/contracts/training/duty';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate, showDue, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ConfirmDialog, Dialog } from '../../ui/dialog.js';
import { ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { RecordDuty } from './duty-forms.js';
import { NominateForDuty } from './nominate-for-duty.js';

function DropDialog({ duty, onClose }: { duty: DutyLine; onClose: () => void }) {
  const toast = useToast();
  const drop = useCommand(dropDuty, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã thôi yêu cầu.' });
    },
  });
  return (
    <ConfirmDialog
      open
      title="Thôi yêu cầu đồng chí này đi học?"
      confirm="Thôi yêu cầu"
      busy={drop.isPending}
      onConfirm={() => drop.mutate({ input: { dutyId: duty.id }, version: duty.version })}
      onClose={onClose}
    >
      <p>
        Đồng chí {duty.personName} không còn phải học "{duty.courseLabel}" theo yêu cầu riêng này.
      </p>
      <ProblemNote problem={drop.error} />
    </ConfirmDialog>
  );
}

const isNamed = (duty: DutyLine): boolean => NamedPosition.options.some((one) => one === duty.position);

interface DutyTableProps {
  readonly rows: readonly DutyLine[];
  readonly more?: { readonly load: () => void; readonly busy: boolean };
}

/** People by name with the course that they lack, the earliest deadline first. */
export function DutyTable({ rows, more }: DutyTableProps) {
  const session = useSession();
  const [doing, setDoing] = useState<{ act: 'record' | 'drop' | 'nominate'; duty: DutyLine }>();
  const close = () => setDoing(undefined);
  const now = today();
  const columns: readonly Column<DutyLine>[] = [
    {
      key: 'person',
      header: 'Họ và tên',
      phone: 'title',
      cell: (d) => (
        <>
          <span className="strong">{d.personName}</span>
          {d.birthYear !== undefined && <span className="soft small"> · sinh {d.birthYear}</span>}
        </>
      ),
    },
    { key: 'position', header: 'Chức vụ, tư cách', cell: (d) => dutyPositionLabel[d.position] },
    { key: 'node', header: 'Tổ chức đảng', cell: (d) => d.nodeName },
    { key: 'course', header: 'Phải học', cell: (d) => d.courseLabel },
    { key: 'due', header: 'Hạn', cell: (d) => showDate(d.dueOn), nowrap: true },
    {
      key: 'left',
      header: 'Còn lại',
      phone: 'mark',
      nowrap: true,
      cell: (d) => <Badge tone={d.dueOn < now ? 'late' : 'plain'}>{showDue(d.dueOn, now)}</Badge>,
    },
    {
      key: 'acts',
      header: 'Việc cần làm',
      nowrap: true,
      cell: (d) => (
        <span className="row no-print">
          {may(session, 'training:nominate', d.nodeId) && (
            <Button size="small" onClick={() => setDoing({ act: 'nominate', duty: d })}>
              Cử đi học
            </Button>
          )}
          {may(session, 'training:conduct', d.nodeId) && (
            <Button size="small" onClick={() => setDoing({ act: 'record', duty: d })}>
              Ghi đã học
            </Button>
          )}
          {isNamed(d) && may(session, 'training:plan', d.nodeId) && (
            <Button size="small" look="quiet" onClick={() => setDoing({ act: 'drop', duty: d })}>
              Thôi yêu cầu
            </Button>
          )}
        </span>
      ),
    },
  ];
  const shown = may(session, 'training:conduct') || may(session, 'training:nominate') ? columns : columns.filter((c) => c.key !== 'acts');
  return (
    <>
      <DataTable caption="Những đồng chí còn phải học, hạn sớm nhất trước" columns={shown} rows={rows} rowKey={(d) => d.id} {...(more && { more })} />
      <Dialog open={doing?.act === 'record'} title="Ghi nhận đã học" onClose={close}>
        {doing && <RecordDuty duty={doing.duty} onClose={close} />}
      </Dialog>
      <Dialog open={doing?.act === 'nominate'} title="Cử đi học" onClose={close}>
        {doing?.act === 'nominate' && <NominateForDuty duty={doing.duty} onClose={close} />}
      </Dialog>
      {doing?.act === 'drop' && <DropDialog duty={doing.duty} onClose={close} />}
    </>
  );
}
