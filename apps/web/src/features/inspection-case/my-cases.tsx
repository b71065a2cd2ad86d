import { Link } from '@tanstack/react-router';
import { myCases } from '@vungmanh/contracts/inspection/case';
import { casesOnMe } from '@vungmanh/contracts/inspection/case-subject';
import { caseStateLabel, inspectionKindLabel } from '@vungmanh/contracts/inspection/kind';
import { myRecommendations } from '@vungmanh/contracts/inspection/recommendation';
import { myWrittenReports } from '@vungmanh/contracts/inspection/written-report';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import { caseTone } from './case-text.js';
import './inspection-case.css';
import { Recommendations } from './recommendations.js';

/** On the first page: what came in from bodies below, the cases on oneself, what conclusions ask of one, and the cases one works in. Nothing for who has none. */
export function MyCases() {
  const onMe = useListOf(casesOnMe, { limit: 5 });
  const asked = useListOf(myRecommendations, { limit: 5 });
  const inside = useListOf(myCases, { limit: 5, open: 'true' });
  const waiting = useListOf(myWrittenReports, { limit: 5, waiting: 'true' });
  return (
    <>
      {waiting.rows.length > 0 && (
        <Card title="Báo cáo, hồ sơ chuyển đến chờ xử lý">
          <ul className="case-list">
            {waiting.rows.map((w) => (
              <li key={w.id} className="row apart">
                <Link to="/inspection/cases" search={{ view: 'reports' }}>
                  {w.nodeName}: về {w.subjectName}
                </Link>
                <Badge tone="wait">{w.state === 'SENT' ? 'Chờ tiếp nhận' : 'Đã tiếp nhận, chờ xử lý'}</Badge>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {onMe.rows.length > 0 && (
        <Card title="Cuộc kiểm tra, giám sát đối với tôi, tổ chức tôi">
          <ul className="case-list">
            {onMe.rows.map((c) => (
              <li key={c.id} className="stack tight">
                <Link to="/my/inspections/$caseId" params={{ caseId: c.id }} className="strong">
                  {inspectionKindLabel[c.kind]}
                </Link>
                <span>{c.content}</span>
                <span className="row">
                  <Badge tone={caseTone[c.state]}>{caseStateLabel[c.state]}</Badge>
                  {c.state === 'ANNOUNCED' && c.selfReportBy !== undefined && (
                    <span className="small">nộp báo cáo trước {showDate(c.selfReportBy)}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          <MoreButton {...onMe} />
        </Card>
      )}
      {asked.rows.length > 0 && (
        <Card title="Kiến nghị sau kiểm tra phải thực hiện">
          <Recommendations rows={asked.rows} />
          <MoreButton {...asked} />
        </Card>
      )}
      {inside.rows.length > 0 && (
        <Card title="Cuộc kiểm tra, giám sát tôi tham gia">
          <ul className="case-list">
            {inside.rows.map((c) => (
              <li key={c.id} className="row apart">
                <Link to="/inspection/cases/$caseId" params={{ caseId: c.id }}>
                  {inspectionKindLabel[c.kind]}: {c.subjectName}
                </Link>
                <Badge tone={c.overdue ? 'late' : caseTone[c.state]}>{c.overdue ? 'Quá hạn' : caseStateLabel[c.state]}</Badge>
              </li>
            ))}
          </ul>
          {inside.hasMore && <Link to="/inspection/cases">Xem tất cả hồ sơ</Link>}
        </Card>
      )}
    </>
  );
}
