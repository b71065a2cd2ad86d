import { Link } from '@tanstack/react-router';
import { listStudyLevels, type StudyLevelLine } from '@vungmanh/contracts/training/study-level';
import { StudyState, studyStateLabel, StudyTier, studyTierLabel } from '@vungmanh/contracts/training/study-state';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { dueText } from './study-text.js';

type Which = 'all' | 'late' | 'ended';

const whichOptions: { value: Which; label: string }[] = [
  { value: 'all', label: 'Tất cả' },
  { value: 'late', label: 'Đang quá hạn' },
  { value: 'ended', label: 'Đã kết thúc, sáp nhập' },
];
const ALL = 'ALL';
const tierOptions = [{ value: ALL, label: 'Mọi cấp' } as const, ...StudyTier.options.map((value) => ({ value, label: studyTierLabel[value] }))];
const stateOptions = [
  { value: ALL, label: 'Mọi tình trạng' } as const,
  ...StudyState.options.map((value) => ({ value, label: studyStateLabel[value] })),
];

const columns: readonly Column<StudyLevelLine>[] = [
  {
    key: 'name',
    header: 'Tổ chức đảng',
    phone: 'title',
    cell: (l) => (
      <Link to="/training/study-levels/$levelId" params={{ levelId: l.id }}>
        {l.nodeName}
      </Link>
    ),
  },
  {
    key: 'state',
    header: 'Tình trạng',
    cell: (l) => (
      <>
        {studyStateLabel[l.state]}
        {l.endedOn !== undefined && <span className="soft"> · tổ chức kết thúc từ {showDate(l.endedOn)}</span>}
      </>
    ),
  },
  {
    key: 'due',
    header: 'Bước tiếp theo',
    phone: 'mark',
    nowrap: true,
    cell: (l) => (l.state === 'REVIEWED' || l.endedOn !== undefined ? '–' : <Badge tone={l.late ? 'late' : 'plain'}>{dueText(l)}</Badge>),
  },
  { key: 'sessions', header: 'Số buổi', align: 'end', cell: (l) => showCount(l.sessions) },
  { key: 'attended', header: 'Dự/triệu tập', align: 'end', nowrap: true, cell: (l) => `${showCount(l.attended)}/${showCount(l.expected)}` },
  { key: 'essays', header: 'Bài thu hoạch', align: 'end', cell: (l) => showCount(l.essays) },
  { key: 'program', header: 'Chương trình, kế hoạch', cell: (l) => (l.program ? `${l.program.number}, ${showDate(l.program.issuedOn)}` : '–') },
];

/** Every organization at and below one, in the order of the tree; by state, and by who is late. */
export function StudyLevels({ campaignId, nodeId }: { campaignId: string; nodeId: string }) {
  const [tier, setTier] = useState<StudyTier | typeof ALL>(ALL);
  const [state, setState] = useState<StudyState | typeof ALL>(ALL);
  const [which, setWhich] = useState<Which>('all');
  const list = useListOf(listStudyLevels, {
    campaignId,
    nodeId,
    limit: 50,
    ...(tier === ALL ? {} : { tier }),
    ...(state === ALL ? {} : { state }),
    late: String(which === 'late'),
    ended: String(which === 'ended'),
  });
  return (
    <Card title="Từng tổ chức" flush>
      <div className="study-filters no-print">
        <SelectField label="Lọc theo hạn" options={whichOptions} value={which} onChange={(next) => setWhich(next ?? 'all')} />
        <SelectField label="Cấp" options={tierOptions} value={tier} onChange={(next) => setTier(next ?? ALL)} />
        <SelectField label="Tình trạng" options={stateOptions} value={state} onChange={(next) => setState(next ?? ALL)} />
      </div>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={6} />
      ) : list.rows.length === 0 ? (
        <p className="soft study-none">{which === 'late' ? 'Không có tổ chức nào quá hạn.' : 'Không có tổ chức nào.'}</p>
      ) : (
        <DataTable
          caption="Các tổ chức trong đợt học tập"
          columns={columns}
          rows={list.rows}
          rowKey={(l) => l.id}
          rowTone={(l) => (l.late ? 'late' : undefined)}
          {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
        />
      )}
    </Card>
  );
}
