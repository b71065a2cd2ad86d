import { proposalLabel, type SupervisionLine } from '@vungmanh/contracts/inspection/supervision-line';
import { useState } from 'react';
import { showDate } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/notes.js';
import { ProposeForm, ReportForm } from './proposal-forms.js';

/** What came of the quarter, for the one of whom it is. */
function Come({ line: { proposed, report, may } }: { line: SupervisionLine }) {
  return (
    <>
      {proposed && (
        <div className="stack tight">
          <p className="strong">{proposalLabel[proposed.kind]}</p>
          <p className="pre-line">{proposed.reason}</p>
          <p className="soft small">
            {showDate(proposed.on)} · {proposed.by}
          </p>
        </div>
      )}
      {report && (
        <div className="stack tight">
          <p className="strong">Đã báo cáo bằng văn bản với {report.to}</p>
          <p className="pre-line">{report.text}</p>
          <p className="soft small">
            {showDate(report.on)} · {report.by}
          </p>
        </div>
      )}
      {!proposed && !report && !may.includes('propose') && <p className="soft">Chưa có đề nghị.</p>}
    </>
  );
}

/** What the committee of the cell proposes; where the cell is not competent, only the report in writing is offered. */
export function LineProposal({ line }: { line: SupervisionLine }) {
  const [doing, setDoing] = useState<'propose' | 'report'>();
  const { offered, may, managedAbove, own } = line;
  const close = () => setDoing(undefined);
  return (
    <Card title="Đề nghị của chi ủy">
      <div className="stack">
        <Come line={line} />
        {managedAbove && !own && (
          <Note title="Cấp ủy cấp trên quản lý đồng chí này">
            {offered.says !== undefined && <p>{offered.says}</p>}
            {offered.source !== undefined && <p className="soft small">{offered.source}</p>}
          </Note>
        )}
        <div className="row">
          {may.includes('propose') && <Button onClick={() => setDoing('propose')}>{line.proposed ? 'Đổi đề nghị' : 'Ghi đề nghị'}</Button>}
          {may.includes('report') && <Button onClick={() => setDoing('report')}>Ghi việc báo cáo bằng văn bản</Button>}
        </div>
      </div>
      <Dialog open={doing === 'propose'} title={`Đề nghị đối với đồng chí ${line.name}`} onClose={close}>
        <ProposeForm line={line} onClose={close} />
      </Dialog>
      <Dialog open={doing === 'report'} title="Báo cáo bằng văn bản với cấp ủy có thẩm quyền" onClose={close}>
        <ReportForm line={line} onClose={close} />
      </Dialog>
    </Card>
  );
}
