import { Link } from '@tanstack/react-router';
import { exportReport, getReport, ReportMeasure, type InspectionReport, type ReportPeriod } from '@vungmanh/contracts/inspection/report';
import { reportPeriodText } from '@vungmanh/contracts/inspection/report-label';
import { useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { DownloadButton } from '../meeting/download-button.js';
import './inspection-report.css';
import { PeriodPicker } from './period-picker.js';
import { PlannedTable } from './planned-table.js';
import { ReportFigures } from './report-figures.js';
import { ReportPapers } from './report-papers.js';
import { Trend } from './trend.js';

interface ReportProps {
  readonly nodeId: string;
  readonly below: boolean;
  readonly period: ReportPeriod;
  readonly onPeriod: (period: ReportPeriod) => void;
}

function Head({ report: { nodeId, nodeName, period, from, to } }: { report: InspectionReport }) {
  const title = reportPeriodText(period);
  return (
    <div className="row apart">
      <div>
        <h2>
          {title}: {nodeName}
        </h2>
        <p className="soft small">
          Từ {showDate(from)} đến hết {showDate(to)}
        </p>
      </div>
      <div className="row no-print">
        <Link to="/inspection/register" search={{ year: Number(period.slice(0, 4)) }} className={buttonClass({ size: 'small' })}>
          Sổ theo dõi
        </Link>
        <DownloadButton operation={exportReport} input={{ nodeId, period }} name={`Báo cáo ${title}`}>
          Xuất Excel
        </DownloadButton>
      </div>
    </div>
  );
}

/** What a body reports for a quarter, half a year, a year: nothing to fill in, all of it counted from the work itself. */
export function InspectionReportView({ nodeId, below, period, onPeriod }: ReportProps) {
  const report = useQueryOf(getReport, { nodeId, period });
  return (
    <div className="stack loose">
      <div className="no-print">
        <PeriodPicker period={period} onChange={onPeriod} />
      </div>
      <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />
      {!report.data && !report.error && <Skeleton lines={8} />}
      {report.data && (
        <>
          <Head report={report.data} />
          <ReportPapers key={nodeId} nodeId={nodeId} below={below} period={period} />
          {report.data.planned.length === 0 ? (
            <EmptyState icon="check" title="Kỳ này chưa có cuộc nào trong chương trình đã thông báo">
              <p>Số liệu hiện ở đây khi cơ quan có thẩm quyền thông báo chương trình của mình.</p>
            </EmptyState>
          ) : (
            <Card title="Thực hiện chương trình" flush>
              <PlannedTable report={report.data} />
            </Card>
          )}
          {ReportMeasure.options.map((measure) => (
            <ReportFigures key={measure} measure={measure} report={report.data} />
          ))}
          <Trend key={`${nodeId}${period}`} report={report.data} />
          <p className="soft small">
            Số liệu được đếm từ chương trình và hồ sơ, không phải nhập lại. Bấm vào số để mở các hồ sơ đồng chí được xem. Nơi số nhỏ hơn 3 có thể làm
            lộ người liên quan, hoặc suy ra được từ số khác, thì không nêu số; ai có tên trong hồ sơ vẫn thấy đủ.
          </p>
        </>
      )}
    </div>
  );
}
