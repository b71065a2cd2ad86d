import { Link } from '@tanstack/react-router';
import { inspectionKindLabel } from '@vungmanh/contracts/inspection/kind';
import { downloadWrittenReport, myWrittenReports, type WrittenReport } from '@vungmanh/contracts/inspection/written-report';
import { writtenReportStateLabel } from '@vungmanh/contracts/inspection/written-report-state';
import { useListOf } from '../../api/queries.js';
import { showDate, showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { DownloadButton } from '../meeting/download-button.js';
import './inspection-case.css';
import { WrittenReportActs } from './written-report-acts.js';

const tone = { SENT: 'wait', RECEIVED: 'active', TAKEN_UP: 'active', ANSWERED: 'done' } as const;

function Papers({ of }: { of: WrittenReport }) {
  return (
    <span className="row">
      <DownloadButton operation={downloadWrittenReport} input={{ reportId: of.id, format: 'pdf' }} name="báo cáo, bản PDF">
        PDF
      </DownloadButton>
      <DownloadButton operation={downloadWrittenReport} input={{ reportId: of.id, format: 'docx' }} name="báo cáo, bản Word">
        Word
      </DownloadButton>
    </span>
  );
}

/** The cases on both sides, for who is on their lists. */
function Cases({ of }: { of: WrittenReport }) {
  return (
    <>
      {of.fromCaseId !== undefined && (
        <Link to="/inspection/cases/$caseId" params={{ caseId: of.fromCaseId }}>
          Xem hồ sơ đã chuyển
        </Link>
      )}
      {of.caseId !== undefined && (
        <Link to="/inspection/cases/$caseId" params={{ caseId: of.caseId }}>
          Xem hồ sơ đã lập
        </Link>
      )}
    </>
  );
}

/** One report: whom it is about, what it says, how far it is, what the receiver does next. */
function Report({ of }: { of: WrittenReport }) {
  return (
    <li className="stack tight">
      <span className="row apart">
        <span className="strong">
          {of.handedOn ? 'Hồ sơ chuyển xử lý, ' : 'Báo cáo '}
          {of.subject === 'MEMBER' ? `về đồng chí ${of.subjectName}` : `về ${of.subjectName}`}
        </span>
        <Badge tone={tone[of.state]}>{writtenReportStateLabel[of.state]}</Badge>
      </span>
      <p className="soft small">
        {of.nodeName} gửi {of.toName} · {of.byName}, ngày {showDate(of.datedOn)} · {inspectionKindLabel[of.kind]}
      </p>
      <p className="pre-line">{of.signs}</p>
      {of.done !== undefined && <p className="pre-line">Đã làm: {of.done}</p>}
      {of.proposal !== undefined && <p className="pre-line">Đề nghị: {of.proposal}</p>}
      {of.receivedAt !== undefined && (
        <p className="soft small">
          {of.receivedByName} tiếp nhận {showInstant(of.receivedAt)}
        </p>
      )}
      {of.answer !== undefined && <p className="pre-line">Trả lời: {of.answer}</p>}
      <Cases of={of} />
      {!of.handedOn && <Papers of={of} />}
      <WrittenReportActs of={of} />
    </li>
  );
}

/** What the person has sent to committees above, and what has come in. */
export function WrittenReports() {
  const list = useListOf(myWrittenReports, { limit: 20 });
  if (list.loading) return <Skeleton lines={5} />;
  return (
    <Card>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.rows.length === 0 && !list.problem && <p className="soft">Chưa gửi, chưa nhận báo cáo bằng văn bản nào.</p>}
      <ul className="case-list">
        {list.rows.map((r) => (
          <Report key={r.id} of={r} />
        ))}
      </ul>
      <MoreButton {...list} />
    </Card>
  );
}
