import { InspectionKind, inspectionKindLabel } from '@vungmanh/contracts/inspection/kind';
import { type GridRow, LineState, lineStateLabel, type PlanLine, programGrid } from '@vungmanh/contracts/inspection/plan-line';
import type { Program } from '@vungmanh/contracts/inspection/program';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { Card } from '../../ui/card.js';
import { Chips } from '../../ui/chips.js';
import { SelectField } from '../../ui/choice-field.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { kindShort, openConflicts, QUARTERS, quarterChips, quarterText } from './inspection-text.js';
import { LineDialog } from './line-dialog.js';

const kinds = InspectionKind.options.map((value) => ({ value, label: inspectionKindLabel[value] }));
const states = LineState.options.map((value) => ({ value, label: lineStateLabel[value] }));

function LineChips({ lines, onOpen }: { lines: readonly PlanLine[]; onOpen: (id: string) => void }) {
  if (lines.length === 0) return '–';
  return (
    <span className="line-chips">
      {lines.map((l) => (
        <button
          key={l.id}
          type="button"
          className="line-chip"
          data-state={l.state}
          data-overdue={l.overdue || undefined}
          title={inspectionKindLabel[l.kind]}
          onClick={() => onOpen(l.id)}
        >
          {kindShort[l.kind]}
          {l.state === 'DONE' && ' ✓'}
          {l.overdue && ' · quá hạn'}
          {(openConflicts(l).length > 0 || l.clash) && ' ⚠'}
        </button>
      ))}
    </span>
  );
}

/** Subjects × quarters; pressing what is planned opens it. */
export function Grid({ program }: { program: Program }) {
  const [open, setOpen] = useState<string>();
  const [quarter, setQuarter] = useState<string>();
  const [kind, setKind] = useState<InspectionKind>();
  const [state, setState] = useState<LineState>();
  const filtered = quarter !== undefined || kind !== undefined || state !== undefined;
  const list = useListOf(programGrid, {
    programId: program.id,
    ...(quarter === undefined ? {} : { quarter: Number(quarter) }),
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { state }),
  });
  const columns: readonly Column<GridRow>[] = [
    {
      key: 'name',
      header: 'Đối tượng',
      phone: 'title',
      cell: (r) => (
        <>
          <span className="strong">{r.name}</span> {r.subject === 'MEMBER' && <span className="soft small">{r.placeName}</span>}
        </>
      ),
    },
    ...QUARTERS.map((q): Column<GridRow> => ({
      key: `q${q}`,
      header: quarterText(q),
      cell: (r) => <LineChips lines={r.lines.filter((l) => l.quarter === q)} onOpen={setOpen} />,
    })),
  ];
  return (
    <div className="stack">
      <Chips label="Quý" options={quarterChips} value={quarter} onChange={setQuarter} />
      <div className="inspection-filters">
        <SelectField label="Hình thức" hideLabel optional empty="Mọi hình thức" options={kinds} value={kind} onChange={setKind} />
        <SelectField label="Tình trạng" hideLabel optional empty="Mọi tình trạng" options={states} value={state} onChange={setState} />
      </div>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading && <Skeleton lines={6} />}
      {!list.loading && !list.problem && list.rows.length === 0 && (
        <EmptyState icon="search" title={filtered ? 'Không có cuộc nào theo bộ lọc này' : 'Chưa có cuộc kiểm tra, giám sát nào'} />
      )}
      {list.rows.length > 0 && (
        <Card flush>
          <DataTable
            caption="Đối tượng kiểm tra, giám sát theo quý"
            columns={columns}
            rows={list.rows}
            rowKey={(r) => r.subjectId}
            {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
          />
        </Card>
      )}
      {list.rows.length > 0 && (
        <p className="soft small">
          Bấm vào từng cuộc để xem và cập nhật. KT: kiểm tra; GS: giám sát; ✓: đã xong; ⚠: cần xem lại (trùng với cơ quan khác, nên thay người trong
          đoàn); gạch ngang: đã hủy hoặc chuyển quý.
        </p>
      )}
      <LineDialog program={program} line={list.rows.flatMap((r) => r.lines).find((l) => l.id === open)} onClose={() => setOpen(undefined)} />
    </div>
  );
}
