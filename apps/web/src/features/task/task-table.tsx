import { type Task, taskStateLabel } from '@vungmanh/contracts/meetings/task';
import { useState } from 'react';
import { showDate, today } from '../../text/dates.js';
import { LinkButton } from '../../ui/button.js';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { dueMark } from './due.js';
import { TaskDialog } from './task-dialog.js';

interface TableProps {
  readonly caption: string;
  readonly tasks: readonly Task[];
  /** Tasks of more than one organization. */
  readonly withBody?: boolean;
  readonly more?: { readonly load: () => void; readonly busy: boolean };
}

function Due({ task }: { task: Task }) {
  const mark = dueMark(task, today());
  return mark ? <Badge tone={mark.tone}>{mark.text}</Badge> : <Badge tone="done">{taskStateLabel[task.state]}</Badge>;
}

/** Tasks as a list; pressing one opens it. */
export function TaskTable({ caption, tasks, withBody = false, more }: TableProps) {
  const [open, setOpen] = useState<string>();
  const columns: readonly Column<Task>[] = [
    {
      key: 'content',
      header: 'Nhiệm vụ',
      phone: 'title',
      cell: (t) => <LinkButton onClick={() => setOpen(t.id)}>{t.content}</LinkButton>,
    },
    { key: 'doers', header: 'Người thực hiện', cell: (t) => t.doers },
    { key: 'checker', header: 'Người kiểm tra', cell: (t) => t.checker },
    ...(withBody ? [{ key: 'body', header: 'Tổ chức', cell: (t: Task) => t.bodyName }] : []),
    { key: 'deadline', header: 'Thời hạn', cell: (t) => showDate(t.deadline), nowrap: true, align: 'end' },
    { key: 'state', header: 'Trạng thái', cell: (t) => taskStateLabel[t.state] },
    { key: 'due', header: 'Hạn', phone: 'mark', cell: (t) => <Due task={t} /> },
  ];
  return (
    <>
      <DataTable
        caption={caption}
        columns={columns}
        rows={tasks}
        rowKey={(t) => t.id}
        rowTone={(t) => (t.overdue ? 'late' : undefined)}
        {...(more && { more })}
      />
      <TaskDialog task={tasks.find((t) => t.id === open)} onClose={() => setOpen(undefined)} />
    </>
  );
}
