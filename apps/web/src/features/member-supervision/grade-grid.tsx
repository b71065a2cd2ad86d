import { recordGrades } from '@vungmanh/contracts/inspection/labor-grade';
import type { MemberSupervision } from '@vungmanh/contracts/inspection/member-supervision';
import type { SupervisionRow } from '@vungmanh/contracts/inspection/supervision-line';
import type { Month } from '@vungmanh/contracts/types';
import { monthOf, monthsOf } from '@vungmanh/regulations/calendar';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Icon } from '../../ui/icon.js';
import { ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { PasteGrades } from './paste-grades.js';
import type { PastedGrade } from './pasted-grades.js';
import { monthName } from './supervision-text.js';

interface GridProps {
  readonly supervision: MemberSupervision;
  readonly rows: readonly SupervisionRow[];
  readonly open: boolean;
  /** Further ways in and out, beside pasting. */
  readonly tools: ReactNode;
}

const keyOf = (lineId: string, month: Month): string => `${lineId} ${month}`;
const standing = (row: SupervisionRow, month: Month): string => row.grades.find((g) => g.month === month)?.grade ?? '';

/** One row a member, one column a month. What was changed stands out until it is saved. */
export function GradeGrid({ supervision: s, rows, open, tools }: GridProps) {
  const toast = useToast();
  const [changed, setChanged] = useState<ReadonlyMap<string, string>>(new Map());
  const command = useCommand(recordGrades, { onDone: () => toast({ text: 'Đã lưu bình xét.' }) });
  const months = monthsOf(s.quarter);
  const begun = months.filter((month) => month <= monthOf(today()));
  const put = (grades: readonly PastedGrade[]) =>
    setChanged((now) => {
      const next = new Map(now);
      for (const { lineId, month, grade } of grades) {
        const row = rows.find((one) => one.id === lineId);
        if (row && standing(row, month) === grade) next.delete(keyOf(lineId, month));
        else next.set(keyOf(lineId, month), grade);
      }
      return next;
    });
  const save = () =>
    command.mutate({
      input: {
        supervisionId: s.id,
        cells: [...changed].map(([key, grade]) => {
          const [lineId = '', month = ''] = key.split(' ');
          return { lineId, month, ...(grade !== '' && { grade }) };
        }),
      },
      version: s.version,
    });
  const monthColumn = (month: Month): Column<SupervisionRow> => ({
    key: month,
    header: monthName(month),
    cell: (row) => {
      const grade = changed.get(keyOf(row.id, month)) ?? standing(row, month);
      if (!open || !begun.includes(month)) return grade || '–';
      return (
        <span className="input-frame select grade-frame">
          <select
            className="input grade-choice"
            aria-label={`${row.name}, ${monthName(month).toLowerCase()}`}
            data-changed={changed.has(keyOf(row.id, month)) || undefined}
            value={grade}
            onChange={(e) => put([{ lineId: row.id, month, grade: e.target.value }])}
          >
            <option value="">–</option>
            {s.gradeScale.map((mark) => (
              <option key={mark}>{mark}</option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      );
    },
  });
  return (
    <div className="stack">
      <div className="row no-print">
        {open && <PasteGrades rows={rows} months={begun} scale={s.gradeScale} onPaste={put} />}
        {tools}
      </div>
      <DataTable
        caption="Bình xét lao động từng tháng"
        columns={[{ key: 'name', header: 'Đảng viên', phone: 'title', cell: (row) => row.name }, ...months.map(monthColumn)]}
        rows={rows}
        rowKey={(row) => row.id}
      />
      <ProblemNote problem={command.error} />
      {changed.size > 0 && (
        <div className="grade-save" role="status">
          <span>{changed.size} ô chưa lưu</span>
          <Button look="primary" busy={command.isPending} onClick={save}>
            Lưu bình xét
          </Button>
          <Button onClick={() => setChanged(new Map())}>Bỏ</Button>
        </div>
      )}
    </div>
  );
}
