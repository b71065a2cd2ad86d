import { Link } from '@tanstack/react-router';
import type { InspectionCase } from '@vungmanh/contracts/inspection/case';
import { escalationTargetLabel } from '@vungmanh/contracts/inspection/kind';
import { writtenReportStateLabel } from '@vungmanh/contracts/inspection/written-report-state';
import { useState } from 'react';
import { may, useSession } from '../../session/session.js';
import { showDate, showInstant } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { OpenForm } from '../discipline/open-form.js';

function CaseLink({ caseId, children }: { caseId: string; children: string }) {
  return (
    <Link to="/inspection/cases/$caseId" params={{ caseId }}>
      {children}
    </Link>
  );
}

/** The case of discipline that this one has led to, or the way to it. */
function Discipline({ of, disciplineId }: { of: InspectionCase; disciplineId: string | undefined }) {
  const [opening, setOpening] = useState(false);
  const opens = may(useSession(), 'inspection:discipline', of.nodeId) && of.parts.some((part) => part === 'DECIDER' || part === 'LEADER');
  if (disciplineId !== undefined) {
    return (
      <Link to="/discipline/$disciplineId" params={{ disciplineId }}>
        Xem hồ sơ kỷ luật đã mở
      </Link>
    );
  }
  if (!opens) return null;
  const from = { caseId: of.id, whom: of.subject, subject: { id: of.subjectId, name: of.subjectName } };
  return (
    <>
      <Button look="primary" onClick={() => setOpening(true)}>
        Mở hồ sơ kỷ luật
      </Button>
      <Dialog open={opening} title="Mở hồ sơ xem xét kỷ luật" onClose={() => setOpening(false)}>
        <OpenForm nodeId={of.nodeId} from={from} onClose={() => setOpening(false)} />
      </Dialog>
    </>
  );
}

/** Where the case came from and where it went on; what stands on another list is shown to who is on that one too. */
export function LinksCard({ of }: { of: InspectionCase }) {
  const { cameFrom, wentTo } = of;
  if (!cameFrom && !wentTo) return null;
  return (
    <Card title="Hồ sơ liên quan">
      <div className="stack">
        {cameFrom && (
          <p>
            Lập từ {cameFrom.handedOn ? 'hồ sơ chuyển xử lý' : 'báo cáo bằng văn bản'}
            {cameFrom.nodeName !== undefined && ` của ${cameFrom.nodeName}`}
            {cameFrom.datedOn !== undefined && `, ngày ${showDate(cameFrom.datedOn)}`}.
          </p>
        )}
        {cameFrom?.caseId !== undefined && <CaseLink caseId={cameFrom.caseId}>Xem hồ sơ đã chuyển đến</CaseLink>}
        {wentTo && (
          <Facts
            items={[
              ['Chuyển sang', escalationTargetLabel[wentTo.target]],
              ['Nơi nhận', wentTo.toName],
              ['Tình trạng', wentTo.state && writtenReportStateLabel[wentTo.state]],
              ['Tiếp nhận lúc', wentTo.receivedAt && showInstant(wentTo.receivedAt)],
              ['Trả lời', wentTo.answer],
            ]}
          />
        )}
        {wentTo?.caseId !== undefined && <CaseLink caseId={wentTo.caseId}>Xem hồ sơ nơi nhận đã lập</CaseLink>}
        {wentTo?.target === 'DISCIPLINE' && <Discipline of={of} disciplineId={wentTo.disciplineId} />}
      </div>
    </Card>
  );
}
