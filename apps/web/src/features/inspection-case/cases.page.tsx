import { getRouteApi, Link } from '@tanstack/react-router';
import { myCases } from '@vungmanh/contracts/inspection/case';
import { myRecommendations } from '@vungmanh/contracts/inspection/recommendation';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { MoreButton } from '../../ui/more-button.js';
import { EmptyState, Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { WorkUnit } from '../plan/work-unit.js';
import { CaseFigures } from './case-figures.js';
import { CaseTable } from './case-table.js';
import './inspection-case.css';
import { NewCase } from './new-case.js';
import { Recommendations } from './recommendations.js';
import { WrittenReports } from './written-reports.js';

const route = getRouteApi('/app/inspection/cases');

type Which = 'open' | 'overdue' | 'ended';
const whichChips = [
  { value: 'open' as const, label: 'Đang tiến hành' },
  { value: 'overdue' as const, label: 'Quá hạn' },
  { value: 'ended' as const, label: 'Đã xong' },
];
const filters = { open: { open: 'true' }, overdue: { overdue: 'true' }, ended: { open: 'false' } } as const;

function Mine() {
  const [which, setWhich] = useState<Which>('open');
  const list = useListOf(myCases, { limit: 50, ...filters[which] });
  return (
    <div className="stack">
      <Chips label="Lọc hồ sơ" options={whichChips} value={which} onChange={(next) => setWhich(next ?? 'open')} />
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={6} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon="file" title="Không có hồ sơ nào">
          <p>Ở đây chỉ có những cuộc mà đồng chí ra quyết định, tham gia đoàn, tổ hoặc được cho biết.</p>
        </EmptyState>
      ) : (
        <CaseTable rows={list.rows} {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })} />
      )}
    </div>
  );
}

function Asked() {
  const list = useListOf(myRecommendations, { limit: 20 });
  if (list.loading) return <Skeleton lines={5} />;
  return (
    <Card>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.rows.length === 0 && !list.problem && <p className="soft">Không có kiến nghị nào giao cho đồng chí hoặc tổ chức của đồng chí.</p>}
      <Recommendations rows={list.rows} />
      <MoreButton {...list} />
    </Card>
  );
}

function Open({ nodeId }: { nodeId: string }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className="no-print">
      <Button look="primary" icon="plus" onClick={() => setOpen(true)}>
        Lập hồ sơ cuộc kiểm tra, giám sát
      </Button>
      <Dialog open={open} title="Lập hồ sơ cuộc kiểm tra, giám sát" onClose={close}>
        <NewCase nodeId={nodeId} onClose={close} />
      </Dialog>
    </div>
  );
}

const ofPerson = [
  { value: 'mine' as const, label: 'Hồ sơ' },
  { value: 'asked' as const, label: 'Kiến nghị giao tôi' },
  { value: 'reports' as const, label: 'Báo cáo bằng văn bản' },
];

/** The cases that the person has a part in, what is asked of them after conclusions, reports in writing, and figures for superiors. */
export function CasesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  const figures = may(session, 'inspection:read');
  // A list has people on it: an account that is nobody's has figures alone.
  const person = session.personId !== undefined;
  const { view = person ? 'mine' : 'figures' } = search;
  return (
    <Page
      title="Hồ sơ kiểm tra, giám sát"
      {...(figures && {
        crumbs: (
          <Crumbs>
            {[
              <Link key="inspection" to="/inspection">
                Kiểm tra, giám sát
              </Link>,
            ]}
          </Crumbs>
        ),
      })}
    >
      {!person && (
        <Note title="Tài khoản này chưa gắn với một đảng viên">
          <p>
            Hồ sơ chỉ mở cho người có tên trong danh sách của từng cuộc, nên ở đây chỉ có số liệu. Muốn lập hồ sơ, đồng chí liên hệ cán bộ quản trị.
          </p>
        </Note>
      )}
      {person && may(session, 'inspection:conduct') && <WorkUnit permission="inspection:conduct">{(unit) => <Open nodeId={unit.nodeId} />}</WorkUnit>}
      <Tabs
        label="Hồ sơ kiểm tra, giám sát"
        value={view}
        onChange={(next) => void navigate({ search: { view: next } })}
        tabs={[...(person ? ofPerson : []), ...(figures ? [{ value: 'figures' as const, label: 'Số liệu' }] : [])]}
      >
        {person && view === 'mine' && <Mine />}
        {person && view === 'asked' && <Asked />}
        {person && view === 'reports' && <WrittenReports />}
        {view === 'figures' && figures && (
          <WorkUnit permission="inspection:read">{(unit) => <CaseFigures key={unit.nodeId} nodeId={unit.nodeId} />}</WorkUnit>
        )}
      </Tabs>
    </Page>
  );
}
