import { getRouteApi, Link } from '@tanstack/react-router';
import { AgendaArea, agendaAreaLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { type ChapterLine, listChapters } from '@vungmanh/contracts/training/chapter';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { SearchField } from '../../ui/text-field.js';
import { useSettled } from '../../ui/use-settled.js';
import { WorkUnit } from '../plan/work-unit.js';
import { ChapterUseTable } from './chapter-use.js';
import { Drafts } from './drafts.js';
import './handbook.css';

const route = getRouteApi('/app/library');
const areas = AgendaArea.options.map((value) => ({ value, label: agendaAreaLabel[value] }));

function Line({ chapter }: { chapter: ChapterLine }) {
  const { id, code, title, excerpt, nodeName, edition, publishedOn } = chapter;
  return (
    <li>
      <Link to="/library/$chapterId" params={{ chapterId: id }}>
        {code}. {title}
      </Link>
      {excerpt !== undefined && <span className="small">{excerpt}</span>}
      <span className="soft small">
        {nodeName} · bản {edition}, {showDate(publishedOn)}
      </span>
    </li>
  );
}

function Chapters({ withdrawn }: { withdrawn: boolean }) {
  const { area } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const list = useListOf(listChapters, {
    limit: 30,
    ...(q === '' ? {} : { q }),
    ...(area === undefined ? {} : { area }),
    ...(withdrawn ? { withdrawn: 'true' } : {}),
  });
  return (
    <div className="stack loose">
      <div className="columns no-print">
        <SearchField label="Tìm trong Sổ tay" placeholder="Tìm, không cần gõ dấu" value={typed} onChange={setTyped} />
        <SelectField
          label="Phần của chương trình sinh hoạt"
          hideLabel
          optional
          empty="Mọi phần của chương trình"
          options={areas}
          value={area}
          onChange={(next) => void navigate({ search: (now) => ({ ...now, area: next }) })}
        />
      </div>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={8} />
      ) : list.rows.length === 0 ? (
        !list.problem && (
          <EmptyState icon={q === '' ? 'file' : 'search'} title={q === '' ? 'Chưa có chương nào' : `Không có chương nào chứa “${q}”`}>
            <p>
              {q === '' ? 'Chương được ban hành sẽ hiện ở đây cho mọi đảng viên.' : 'Đồng chí thử ít chữ hơn, hoặc chọn mọi phần của chương trình.'}
            </p>
          </EmptyState>
        )
      ) : (
        <Card flush>
          <ul className="chapter-found" aria-label="Các chương">
            {list.rows.map((chapter) => (
              <Line key={chapter.id} chapter={chapter} />
            ))}
          </ul>
          <MoreButton {...list} />
        </Card>
      )}
    </div>
  );
}

/** The handbook, for every member; what is being written, for those who write; how often it is cited, for those who answer for several. */
export function LibraryPage() {
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  const writes = may(session, 'training:handbook');
  const shown = view ?? 'chapters';
  return (
    <Page
      title="Sổ tay nghiệp vụ"
      about="Hướng dẫn công tác đảng ở chi bộ: tra cứu khi chuẩn bị sinh hoạt, dẫn vào chương trình để đảng viên đọc trước."
      actions={
        writes && (
          <Link to="/library/new" className={buttonClass({ look: 'primary' })}>
            Soạn chương mới
          </Link>
        )
      }
    >
      <Tabs
        label="Nội dung Sổ tay"
        value={shown}
        onChange={(next) => void navigate({ search: (now) => ({ ...now, view: next === 'chapters' ? undefined : next }) })}
        tabs={[
          { value: 'chapters', label: 'Đang áp dụng' },
          ...(writes ? [{ value: 'drafts' as const, label: 'Đang soạn' }] : []),
          ...(may(session, 'meetings:overview') ? [{ value: 'use' as const, label: 'Lượt dẫn' }] : []),
          { value: 'withdrawn', label: 'Đã thu hồi' },
        ]}
      >
        {(shown === 'chapters' || shown === 'withdrawn') && <Chapters key={shown} withdrawn={shown === 'withdrawn'} />}
        {shown === 'drafts' && <Drafts />}
        {shown === 'use' && <WorkUnit permission="meetings:overview">{({ nodeId }) => <ChapterUseTable key={nodeId} nodeId={nodeId} />}</WorkUnit>}
      </Tabs>
    </Page>
  );
}
