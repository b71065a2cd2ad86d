import { getRouteApi } from '@tanstack/react-router';
import { myDisciplines } from '@vungmanh/contracts/inspection/discipline';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { Denunciations } from '../denunciation/denunciations.js';
import { unitsOf } from '../plan/units.js';
import { WorkUnit } from '../plan/work-unit.js';
import { Appeals } from './appeals.js';
import './discipline.css';
import { DisciplineTable } from './discipline-table.js';
import { OpenForm } from './open-form.js';
import { Proposals } from './proposals.js';

const route = getRouteApi('/app/discipline');

function Mine() {
  const list = useListOf(myDisciplines, { about: 'false' });
  if (list.loading) return <Skeleton lines={6} />;
  if (list.rows.length === 0 && !list.problem) {
    return (
      <EmptyState icon="file" title="Đồng chí chưa được giao hồ sơ kỷ luật nào">
        <p>Chỉ người được giao thụ lý, ghi kiểm phiếu, quyết định hoặc được cho xem mới thấy hồ sơ ở đây. Cấp trên cũng không tự xem được.</p>
      </EmptyState>
    );
  }
  return (
    <Card flush={list.rows.length > 0}>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.rows.length > 0 && <DisciplineTable rows={list.rows} {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })} />}
    </Card>
  );
}

/** Cases on whose lists one stands, and what waits for a decision at one's own organization. */
export function DisciplinesPage() {
  const session = useSession();
  const { view = 'mine' } = route.useSearch();
  const navigate = route.useNavigate();
  const [opening, setOpening] = useState(false);
  const handles = may(session, 'inspection:discipline');
  // A cell decides neither what others propose nor appeals, and settles no denunciations.
  const above = unitsOf(session, 'inspection:discipline').some((unit) => unit.below);
  return (
    <Page
      title="Kỷ luật đảng"
      about="Chỉ người có tên trong hồ sơ mới xem được; mỗi lần mở đều được ghi lại."
      actions={
        handles && (
          <span className="row">
            <Button look="primary" icon="plus" onClick={() => setOpening(true)}>
              Mở hồ sơ kỷ luật
            </Button>
            {above && (
              <Button icon="file" onClick={() => void navigate({ to: '/discipline/book' })}>
                Sổ theo dõi
              </Button>
            )}
          </span>
        )
      }
    >
      {above ? (
        <Tabs
          label="Hồ sơ kỷ luật"
          value={view}
          onChange={(next) => void navigate({ search: { view: next } })}
          tabs={[
            { value: 'mine', label: 'Tôi được giao' },
            { value: 'proposals', label: 'Cấp dưới đề nghị' },
            { value: 'appeals', label: 'Khiếu nại gửi đến' },
            { value: 'denunciations', label: 'Tố cáo' },
          ]}
        >
          {view === 'mine' && <Mine />}
          {view === 'proposals' && (
            <WorkUnit permission="inspection:discipline">{(unit) => <Proposals key={unit.nodeId} nodeId={unit.nodeId} />}</WorkUnit>
          )}
          {view === 'appeals' && (
            <WorkUnit permission="inspection:discipline">{(unit) => <Appeals key={unit.nodeId} nodeId={unit.nodeId} />}</WorkUnit>
          )}
          {view === 'denunciations' && <Denunciations />}
        </Tabs>
      ) : (
        <Mine />
      )}
      <Dialog open={opening} title="Mở hồ sơ xem xét kỷ luật" onClose={() => setOpening(false)}>
        <WorkUnit permission="inspection:discipline">
          {(unit) => <OpenForm key={unit.nodeId} nodeId={unit.nodeId} onClose={() => setOpening(false)} />}
        </WorkUnit>
      </Dialog>
    </Page>
  );
}
