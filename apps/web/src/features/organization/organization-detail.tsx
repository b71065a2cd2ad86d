import { Link } from '@tanstack/react-router';
import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import { useState } from 'react';
import { may, useSession } from '../../session/session.js';
import { Badge } from '../../ui/badge.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Crumbs } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { EstablishForm } from './establish-form.js';
import { FactsCard } from './facts-card.js';
import { FollowersCard } from './followers-card.js';
import { HistoryCard } from './history-card.js';
import { RegisterCard } from './register-card.js';
import { RenameForm } from './rename-form.js';
import { CommitteesCard } from './committees-card.js';

type View = 'facts' | 'followers' | 'register' | 'history';
type Doing = 'establish' | 'rename';

function Way({ node }: { node: NodeDetail }) {
  return (
    <Crumbs>
      {node.path.map((step) =>
        step.readable ? (
          <Link key={step.id} to="/organizations" search={{ id: step.id }}>
            {step.name}
          </Link>
        ) : (
          <span key={step.id}>{step.name}</span>
        ),
      )}
    </Crumbs>
  );
}

/** One organization: what it is, who leads it, who follows it, its papers, its past, and what may be done. */
export function OrganizationDetail({ node }: { node: NodeDetail }) {
  const session = useSession();
  const [view, setView] = useState<View>('facts');
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const mayChange = node.status === 'ACTIVE' && may(session, 'organization:establish', node.id);
  const mayList = may(session, 'membership:list', node.id);
  const mayConsult = may(session, 'organization:read-details', node.id);
  return (
    <>
      <header className="organization-head">
        {node.path.length > 0 && <Way node={node} />}
        <div className="row">
          <h2>{node.name}</h2>
          <Badge>{node.typeLabel}</Badge>
          {node.status === 'ENDED' && <Badge tone="muted">Đã kết thúc hoạt động</Badge>}
        </div>
        <div className="row no-print">
          {mayList && (
            <Link to="/members" search={{ node: node.id }} className={buttonClass({ size: 'small' })}>
              Đảng viên
            </Link>
          )}
          {mayList && node.traits.meetsAsCell && (
            <Link to="/organizations/$nodeId/roster" params={{ nodeId: node.id }} className={buttonClass({ size: 'small' })}>
              Danh sách chi bộ
            </Link>
          )}
          {(may(session, 'identity:manage-grants', node.id) || may(session, 'identity:see-access', node.id)) && (
            <Link to="/organizations/$nodeId/access" params={{ nodeId: node.id }} className={buttonClass({ size: 'small' })}>
              Ai được xem
            </Link>
          )}
          {mayChange && !node.traits.meetsAsCell && (
            <Button size="small" icon="plus" onClick={() => setDoing('establish')}>
              Lập tổ chức trực thuộc
            </Button>
          )}
          {mayChange && (
            <Button size="small" icon="edit" onClick={() => setDoing('rename')}>
              Đổi tên
            </Button>
          )}
        </div>
      </header>
      <Tabs<View>
        label="Nội dung của tổ chức"
        value={view}
        onChange={setView}
        tabs={[
          { value: 'facts', label: 'Thông tin' },
          ...(mayConsult
            ? [
                { value: 'followers' as const, label: node.traits.meetsAsCell ? 'Người theo dõi' : 'Theo dõi chi bộ' },
                { value: 'register' as const, label: 'Sổ văn bản' },
              ]
            : []),
          { value: 'history', label: 'Lịch sử' },
        ]}
      >
        {view === 'facts' && (
          <div className="stack">
            <FactsCard node={node} />
            {mayConsult && <CommitteesCard node={node} />}
          </div>
        )}
        {view === 'followers' && <FollowersCard node={node} />}
        {view === 'register' && <RegisterCard node={node} />}
        {view === 'history' && <HistoryCard node={node} />}
      </Tabs>
      <Dialog open={doing === 'establish'} title="Lập tổ chức đảng trực thuộc" onClose={close}>
        <EstablishForm parent={node} onClose={close} />
      </Dialog>
      <Dialog open={doing === 'rename'} title="Đổi tên tổ chức đảng" onClose={close}>
        <RenameForm node={node} onClose={close} />
      </Dialog>
    </>
  );
}
