import { exportReport, getReport, ReportMeasure, type ReportPeriod } from '@vungmanh/contracts/inspection/report';
import { reportPeriodText } from '@vungmanh/contracts/inspection/report-label';
import { useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { DownloadButton } from '../meeting/download-button.js';
import './inspection-report.css';
import { PeriodPicker } from './period-picker.js';
import { PlannedTable } from './planned-table.js';
import { ReportFigures } from './report-figures.js';

interface ReportProps {
  readonly nodeId: string;
  readonly period: ReportPeriod;
  readonly onPeriod: (period: ReportPeriod) => void;
}

/** What a body reports for a quarter, half a year, a year: nothing to fill in, all of it counted from the work itself. */
export function InspectionReportView({ nodeId, period, onPeriod }: ReportProps) {
  const session = useSession();
  const report = useQueryOf(getReport, { nodeId, period });
  const title = reportPeriodText(period);
  return (
    <div className="stack loose">
      <div className="no-print">
        <PeriodPicker period={period} onChange={onPeriod} />
      </div>
      <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />
      {!report.data && !report.error && <Skeleton lines={8} />}
      {report.data && (
        <>
          <div className="row apart">
            <div>
              <h2>
                {title}: {report.data.nodeName}
              </h2>
              <p className="soft small">
                Từ {showDate(report.data.from)} đến hết {showDate(report.data.to)}
              </p>
            </div>
            <div className="row no-print">
              <DownloadButton operation={exportReport} input={{ nodeId, period }} name={`Báo cáo ${title}`}>
                Xuất Excel
              </DownloadButton>
            </div>
          </div>
          {report.data.planned.length === 0 ? (
            <EmptyState icon="check" title="Kỳ này chưa có cuộc nào trong chương trình đã thông báo">
              <p>Số liệu hiện ở đây khi cơ quan có thẩm quyền thông báo chương trình của mình.</p>
            </EmptyState>
          ) : (
            <Card title="Thực hiện chương trình" flush>
              <PlannedTable rows={report.data.planned} />
            </Card>
          )}
          {ReportMeasure.options.map((measure) => {
            const figures = report.data.figures.filter((figure) => figure.measure === measure);
            const needs = measure.startsWith('CASE') || measure === 'RECOMMENDATION' ? 'inspection:conduct' : 'inspection:discipline';
            return figures.length === 0 ? null : <ReportFigures key={measure} measure={measure} figures={figures} mine={may(session, needs)} />;
          })}
          <p className="soft small">
            Số liệu được đếm từ chương trình và hồ sơ, không phải nhập lại. Nơi số nhỏ hơn 3 có thể làm lộ người liên quan thì không nêu số; ai có tên
            trong hồ sơ vẫn thấy đủ.
          </p>
        </>
      )}
    </div>
  );
}
