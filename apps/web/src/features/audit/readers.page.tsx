import { auditKindLabel, readersPages, type ReaderLine } from '@vungmanh/contracts/audit';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Chips } from '../../ui/chips.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';

type Place = keyof typeof readersPages;

const columns: readonly Column<ReaderLine>[] = [
  { key: 'who', header: 'Ai', phone: 'title', cell: (l) => l.who },
  { key: 'act', header: 'Đã làm gì', cell: (l) => l.act },
  {
    key: 'kind',
    header: 'Loại',
    phone: 'mark',
    cell: (l) => <Badge tone={l.kind === 'CHANGE' ? 'active' : 'plain'}>{auditKindLabel[l.kind]}</Badge>,
  },
  { key: 'node', header: 'Tổ chức', cell: (l) => l.nodeName ?? '' },
  { key: 'at', header: 'Lúc', cell: (l) => showInstant(l.at), nowrap: true },
];

/** Every reading and change of what is held of the signed-in person, by name. */
export function ReadersPage() {
  const [place, setPlace] = useState<Place>('membership');
  const list = useListOf(readersPages[place], { limit: 50 });
  return (
    <Page
      title="Ai đã xem hồ sơ của tôi"
      about="Những lần người khác xem hoặc thay đổi thông tin về đồng chí, mới nhất trước. Lần đồng chí tự xem không kể ở đây."
      crumbs={
        <Crumbs>
          {[
            <Link key="record" to="/my/record">
              Hồ sơ của tôi
            </Link>,
          ]}
        </Crumbs>
      }
    >
      <p>
        <Link to="/my/personal-data">Phần mềm giữ những dữ liệu cá nhân nào, để làm gì, ai xem được</Link>
      </p>
      <Chips
        required
        label="Ở đâu"
        value={place}
        onChange={(next) => setPlace(next ?? 'membership')}
        options={[
          { value: 'membership', label: 'Hồ sơ đảng viên' },
          { value: 'meetings', label: 'Sinh hoạt' },
          { value: 'inspection', label: 'Kiểm tra, giám sát' },
          { value: 'training', label: 'Đào tạo, bồi dưỡng' },
        ]}
      />
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={6} />
      ) : list.rows.length === 0 && !list.problem ? (
        <EmptyState icon="people" title="Chưa có ai xem" />
      ) : (
        <DataTable
          caption="Ai đã xem hồ sơ của tôi"
          columns={columns}
          rows={list.rows}
          rowKey={(l) => l.id}
          {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
        />
      )}
    </Page>
  );
}
