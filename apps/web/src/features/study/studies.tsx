import { Link } from '@tanstack/react-router';
import { listStudyCampaigns, type StudyCampaignLine } from '@vungmanh/contracts/training/study-campaign';
import { studyCampaignStateLabel, studyStateLabel } from '@vungmanh/contracts/training/study-state';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import type { Unit } from '../plan/units.js';
import { OpenStudy } from './order-form.js';
import './study.css';
import { campaignTone, dueText, paperName } from './study-text.js';

function Own({ own }: { own: StudyCampaignLine['own'] }) {
  if (!own || own.ended) return '–';
  return (
    <>
      {studyStateLabel[own.state]}
      {own.state !== 'REVIEWED' && <span className={own.late ? 'study-late' : 'soft'}> · {dueText(own)}</span>}
    </>
  );
}

const columnsAt = (nodeId: string): readonly Column<StudyCampaignLine>[] => [
  {
    key: 'paper',
    header: 'Văn bản',
    phone: 'title',
    cell: (c) => (
      <Link to="/training/studies/$campaignId" params={{ campaignId: c.id }} search={{ node: nodeId }}>
        {paperName(c.paper)}
      </Link>
    ),
  },
  { key: 'subject', header: 'Trích yếu', cell: (c) => c.paper.subject },
  { key: 'leader', header: 'Nơi triển khai', cell: (c) => c.nodeName },
  {
    key: 'state',
    header: 'Đợt học tập',
    phone: 'mark',
    nowrap: true,
    cell: (c) => <Badge tone={campaignTone[c.state]}>{studyCampaignStateLabel[c.state]}</Badge>,
  },
  { key: 'own', header: 'Tổ chức mình', cell: (c) => <Own own={c.own} /> },
];

/** The papers from above that an organization studies, and those whose study it leads. */
export function Studies({ unit: { nodeId } }: { unit: Unit }) {
  const session = useSession();
  const [opening, setOpening] = useState(false);
  const close = () => setOpening(false);
  const list = useListOf(listStudyCampaigns, { nodeId, limit: 20 });
  const opens = may(session, 'training:plan', nodeId);
  return (
    <div className="stack loose">
      {opens && (
        <div className="row no-print">
          <Button look="primary" icon="plus" onClick={() => setOpening(true)}>
            Lập đợt học tập
          </Button>
        </div>
      )}
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={5} />
      ) : list.rows.length === 0 ? (
        <EmptyState title="Chưa có văn bản nào được triển khai học tập">
          <p>Khi cấp trên triển khai nghị quyết, chỉ thị đến tổ chức mình, văn bản hiện ở đây kèm hạn của từng bước.</p>
        </EmptyState>
      ) : (
        <Card flush>
          <DataTable
            caption="Các đợt học tập, quán triệt văn bản"
            columns={columnsAt(nodeId)}
            rows={list.rows}
            rowKey={(c) => c.id}
            {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
          />
        </Card>
      )}
      <Dialog open={opening} title="Lập đợt học tập, quán triệt văn bản" onClose={close}>
        <OpenStudy nodeId={nodeId} onClose={close} />
      </Dialog>
    </div>
  );
}
