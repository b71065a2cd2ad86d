import type { MemberSupervision } from '@vungmanh/contracts/inspection/member-supervision';
import { listSupervisionLines, type SupervisionRow } from '@vungmanh/contracts/inspection/supervision-line';
import { useState } from 'react';
import { type Listed, useListOf } from '../../api/queries.js';
import { searchText } from '@vungmanh/contracts/text';
import { Chips } from '../../ui/chips.js';
import { EmptyState, Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { SearchField } from '../../ui/text-field.js';
import { LineTable } from './line-table.js';
import { type LineFilter, passes } from './supervision-text.js';

/** From here on a name is looked for rather than seen. */
const MANY = 15;

/** For whoever holds the right but sits in no committee of the cell: what is said of members is not theirs to read. */
export function NotSeated() {
  return (
    <Note title="Chỉ chi ủy đương nhiệm xem được phần của từng đảng viên">
      <p>
        Tài khoản này không phải của đồng chí đang giữ chức vụ trong chi ủy của chi bộ. Nếu chi ủy vừa thay đổi, hãy nhờ cấp ủy cấp trên cập nhật.
      </p>
    </Note>
  );
}

function Lines({ list, withGrades }: { list: Listed<SupervisionRow>; withGrades: boolean }) {
  const [filter, setFilter] = useState<LineFilter>('ALL');
  const [typed, setTyped] = useState('');
  const chip = (value: LineFilter, label: string) => ({ value, label, count: list.rows.filter((row) => passes(row, value)).length });
  const rows = list.rows.filter((row) => passes(row, filter) && searchText(row.name).includes(searchText(typed)));
  return (
    <div className="stack">
      {list.rows.length >= MANY && <SearchField label="Tìm đảng viên" placeholder="Tìm theo tên" value={typed} onChange={setTyped} />}
      <Chips
        required
        label="Lọc đảng viên"
        value={filter}
        onChange={(next) => setFilter(next ?? 'ALL')}
        options={[
          chip('ALL', 'Tất cả'),
          { ...chip('AWAITS', 'Cần nhắc nhở'), tone: 'red' },
          { ...chip('REMINDED', 'Đã nhắc nhở'), tone: 'amber' },
          chip('ANSWERED', 'Có ý kiến'),
          chip('PROPOSED', 'Đã có đề nghị'),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState icon="check" title="Không có đồng chí nào" />
      ) : (
        <LineTable rows={rows} withGrades={withGrades} {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })} />
      )}
    </div>
  );
}

/** The members of the cell, one line each. */
export function LineList({ supervision }: { supervision: MemberSupervision }) {
  const list = useListOf(listSupervisionLines, { supervisionId: supervision.id, limit: 200 });
  if (list.loading) return <Skeleton lines={8} />;
  if (list.problem?.kind === 'not-found') return <NotSeated />;
  if (list.problem) return <ProblemNote problem={list.problem} onRetry={list.reload} />;
  return <Lines list={list} withGrades={supervision.gradeScale.length > 0} />;
}
