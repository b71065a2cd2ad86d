import type { Finding, InspectionCase } from '@vungmanh/contracts/inspection/case';
import { downloadCaseDocument } from '@vungmanh/contracts/inspection/case-visit';
import { findingKindLabel } from '@vungmanh/contracts/inspection/kind';
import { useState } from 'react';
import { showInstant } from '../../text/dates.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { DownloadButton } from '../meeting/download-button.js';
import { FileForm, FindingForm, NoteForm, WithdrawForm } from './record-forms.js';

const tones: Record<Finding['kind'], Tone> = { STRENGTH: 'done', SHORTCOMING: 'wait', VIOLATION: 'late' };

type Doing =
  | { what: 'note' | 'finding' | 'evidence' | 'self-report' }
  | { what: 'withdraw'; finding: Finding }
  | { what: 'evidence-of'; finding: Finding };
const titles: Record<Doing['what'], string> = {
  note: 'Ghi chép thẩm tra, xác minh',
  finding: 'Ghi nhận ưu điểm, khuyết điểm, vi phạm',
  evidence: 'Đính kèm tài liệu xác minh',
  'evidence-of': 'Đính kèm tài liệu làm căn cứ',
  'self-report': 'Đính kèm báo cáo tự kiểm tra',
  withdraw: 'Rút nội dung đã ghi nhận',
};

function Documents({ of, which }: { of: InspectionCase; which: InspectionCase['documents'] }) {
  return (
    <ul className="stack tight">
      {which.map((d) => (
        <li key={d.id} className="row apart">
          <span>
            {d.name}
            <span className="soft small"> · {d.kind === 'SELF_REPORT' ? 'báo cáo tự kiểm tra' : 'tài liệu xác minh'}</span>
          </span>
          <DownloadButton operation={downloadCaseDocument} input={{ caseId: of.id, documentId: d.id }} name={d.name}>
            Tải xuống
          </DownloadButton>
        </li>
      ))}
    </ul>
  );
}

function Form({ of, doing, onClose }: { of: InspectionCase; doing: Doing; onClose: () => void }) {
  switch (doing.what) {
    case 'note':
      return <NoteForm of={of} onClose={onClose} />;
    case 'finding':
      return <FindingForm of={of} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawForm of={of} finding={doing.finding} onClose={onClose} />;
    case 'evidence':
      return <FileForm of={of} kind="EVIDENCE" onClose={onClose} />;
    case 'evidence-of':
      return <FileForm of={of} kind="EVIDENCE" findingId={doing.finding.id} onClose={onClose} />;
    case 'self-report':
      return <FileForm of={of} kind="SELF_REPORT" onClose={onClose} />;
  }
}

/** What the team finds inside the visit: findings with their evidence, notes, files. The subject sees none of it before the conclusion. */
export function RecordTab({ of }: { of: InspectionCase }) {
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const raises = of.may.includes('raise-finding');
  const receives = of.may.includes('receive-self-report');
  const loose = of.documents.filter((d) => d.findingId === undefined);
  return (
    <div className="stack loose">
      <Card
        title="Ưu điểm, khuyết điểm, vi phạm"
        aside={
          raises && (
            <Button size="small" icon="plus" onClick={() => setDoing({ what: 'finding' })}>
              Ghi nhận
            </Button>
          )
        }
      >
        {of.findings.length === 0 && <p className="soft">Chưa ghi nhận nội dung nào.</p>}
        <ul className="case-list">
          {of.findings.map((f) => (
            <li key={f.id} className="stack tight">
              <p className="row">
                <Badge tone={tones[f.kind]}>{findingKindLabel[f.kind]}</Badge>
                <span className="strong">{f.about}</span>
              </p>
              <p className="pre-line">{f.text}</p>
              <p className="soft small">
                {f.byName} · {showInstant(f.at)}
              </p>
              <Documents of={of} which={of.documents.filter((d) => d.findingId === f.id)} />
              {raises && (
                <span className="row no-print">
                  <Button size="small" icon="upload" onClick={() => setDoing({ what: 'evidence-of', finding: f })}>
                    Đính kèm căn cứ
                  </Button>
                  <Button size="small" look="quiet" onClick={() => setDoing({ what: 'withdraw', finding: f })}>
                    Rút nội dung này
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Card
        title="Báo cáo tự kiểm tra, tài liệu"
        aside={
          (raises || receives) && (
            <Button size="small" icon="upload" onClick={() => setDoing({ what: raises ? 'evidence' : 'self-report' })}>
              Đính kèm
            </Button>
          )
        }
      >
        {loose.length === 0 ? <p className="soft">Chưa có tài liệu. Không đính kèm tài liệu có độ mật.</p> : <Documents of={of} which={loose} />}
      </Card>
      <Card
        title="Ghi chép thẩm tra, xác minh"
        aside={
          of.may.includes('note') && (
            <Button size="small" icon="plus" onClick={() => setDoing({ what: 'note' })}>
              Ghi chép
            </Button>
          )
        }
      >
        {of.notes.length === 0 && <p className="soft">Chưa có ghi chép. Đối tượng không đọc được ghi chép này.</p>}
        <ul className="case-list">
          {of.notes.map((n) => (
            <li key={`${n.at}${n.text}`}>
              <p className="pre-line">{n.text}</p>
              <p className="soft small">
                {n.byName} · {showInstant(n.at)}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <Dialog open={doing !== undefined} title={doing ? titles[doing.what] : ''} onClose={close}>
        {doing && <Form of={of} doing={doing} onClose={close} />}
      </Dialog>
    </div>
  );
}
