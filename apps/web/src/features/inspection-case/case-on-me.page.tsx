import { getRouteApi, Link } from '@tanstack/react-router';
import { getCaseOnMe, type SubjectCase } from '@vungmanh/contracts/inspection/case-subject';
import { downloadCaseDocument } from '@vungmanh/contracts/inspection/case-visit';
import { caseStateLabel, inspectionKindLabel } from '@vungmanh/contracts/inspection/kind';
import { useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card, Facts } from '../../ui/card.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { actorText } from '../inspection/inspection-text.js';
import { DownloadButton } from '../meeting/download-button.js';
import { caseTone } from './case-text.js';
import './inspection-case.css';
import { PapersCard } from './papers-card.js';
import { Recommendations } from './recommendations.js';
import { SubjectActs } from './subject-acts.js';
import { MinutesCard, Statements } from './words.js';

const route = getRouteApi('/app/my/inspections/$caseId');

function View({ of }: { of: SubjectCase }) {
  const leader = of.team.find((t) => t.leads);
  const others = of.team.filter((t) => !t.leads);
  return (
    <>
      {of.may.includes('hand-in') && of.selfReportBy !== undefined && (
        <Note tone="warning" title={`Nộp báo cáo tự kiểm tra trước hết ngày ${showDate(of.selfReportBy)}`}>
          <p>Viết theo đề cương gợi ý và mẫu báo cáo ở mục "Văn bản theo mẫu" bên dưới.</p>
        </Note>
      )}
      <SubjectActs of={of} />
      {of.conclusion !== undefined && (
        <Card title="Kết luận">
          <p className="pre-line">{of.conclusion}</p>
        </Card>
      )}
      {of.recommendations.length > 0 && (
        <Card title="Yêu cầu, kiến nghị sau kết luận">
          <Recommendations rows={of.recommendations} />
        </Card>
      )}
      <Card title="Nội dung">
        <Facts
          items={[
            ['Nội dung', of.content],
            ['Đối tượng', of.subjectName],
            ['Mốc thời gian', `từ ${showDate(of.periodFrom)} đến ${showDate(of.periodTo)}`],
            ['Ngày triển khai quyết định', of.announcedOn && showDate(of.announcedOn)],
            ['Làm việc', of.workFrom && of.dueOn && `từ ${showDate(of.workFrom)} đến ${showDate(of.dueOn)}`],
            ['Trưởng đoàn, tổ trưởng', leader?.name],
            ['Thành viên', others.map((t) => t.name).join(', ')],
            ['Ngày kết luận', of.concludedOn && showDate(of.concludedOn)],
          ]}
        />
      </Card>
      <Card title="Ý kiến của đồng chí">
        {of.statements.length === 0 ? (
          <p className="soft">Đồng chí có quyền giải trình, bảo lưu ý kiến, đề nghị xem xét lại.</p>
        ) : (
          <Statements statements={of.statements} />
        )}
      </Card>
      {of.documents.length > 0 && (
        <Card title="Báo cáo đã nộp">
          <ul className="stack tight">
            {of.documents.map((d) => (
              <li key={d.id} className="row apart">
                {d.name}
                <DownloadButton operation={downloadCaseDocument} input={{ caseId: of.id, documentId: d.id }} name={d.name}>
                  Tải xuống
                </DownloadButton>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {of.minutes && <MinutesCard minutes={of.minutes} />}
      <PapersCard caseId={of.id} papers={of.papers} />
    </>
  );
}

/** The subject's own side of a case: what was decided, what they give and say, what was concluded. */
export function CaseOnMePage() {
  const { caseId } = route.useParams();
  const found = useQueryOf(getCaseOnMe, { caseId });
  const of = found.data;
  return (
    <Page
      title={of ? inspectionKindLabel[of.kind] : 'Kiểm tra, giám sát'}
      crumbs={
        <Crumbs>
          {[
            <Link key="home" to="/">
              Việc của tôi
            </Link>,
          ]}
        </Crumbs>
      }
      about={
        of && (
          <>
            <span>{actorText(of.actor, of.nodeName)}</span>
            <Badge tone={caseTone[of.state]}>{caseStateLabel[of.state]}</Badge>
          </>
        )
      }
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {of ? <View of={of} /> : !found.error && <Skeleton lines={10} />}
    </Page>
  );
}
