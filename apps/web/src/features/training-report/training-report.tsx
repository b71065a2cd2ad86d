import {
  downloadTrainingReport,
  exportTrainingReport,
  getTrainingReport,
  type TheoryLevel,
  theoryLevelLabel,
} from '@vungmanh/contracts/training/report';
import { useQueryOf } from '../../api/queries.js';
import { showCount } from '../../text/numbers.js';
import { BarChart } from '../../ui/bar-chart.js';
import { Card } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { DownloadButton } from '../meeting/download-button.js';
import './training-report.css';
import { KEPT_BACK, showTold, Volumes } from './volumes.js';

const barLabel: Readonly<Record<TheoryLevel, string>> = { ...theoryLevelLabel, NONE: 'Chưa qua' };

/** What an organization and all below it have learned: nothing to fill in, all of it counted from the work itself. */
export function TrainingReportView({ nodeId, year }: { nodeId: string; year: number }) {
  const { data: report, error, refetch } = useQueryOf(getTrainingReport, { nodeId, year });
  if (!report) return error ? <ProblemNote problem={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />;
  return (
    <div className="stack loose">
      <div className="row apart">
        <h2>
          Năm {year}: {report.nodeName}
        </h2>
        <div className="row no-print">
          <DownloadButton operation={exportTrainingReport} input={{ nodeId, year }} name={`Số liệu năm ${year}`}>
            Xuất Excel
          </DownloadButton>
          {(['docx', 'pdf'] as const).map((format) => (
            <DownloadButton key={format} operation={downloadTrainingReport} input={{ nodeId, year, format }} name={`Báo cáo năm ${year}`}>
              {format === 'docx' ? 'Báo cáo (Word)' : 'Báo cáo (PDF)'}
            </DownloadButton>
          ))}
        </div>
      </div>
      <Volumes report={report} />
      {report.duties.length > 0 && (
        <Card title="Lớp phải học theo chức vụ, tư cách đảng viên" flush>
          <DataTable
            caption={`Lớp phải học, năm ${year}`}
            rows={report.duties}
            rowKey={(row) => row.courseId}
            columns={[
              { key: 'course', header: 'Lớp học', phone: 'title', cell: (row) => row.courseLabel },
              { key: 'done', header: 'Đã học', align: 'end', cell: (row) => showTold(row.done) },
              { key: 'open', header: 'Còn phải học', align: 'end', cell: (row) => showTold(row.open) },
            ]}
          />
        </Card>
      )}
      <Card title="Trình độ lý luận chính trị của đảng viên hiện nay">
        <BarChart
          title="Số đảng viên theo trình độ"
          show={showCount}
          missing={KEPT_BACK}
          step={112}
          bars={report.theory.map((row) => ({ label: barLabel[row.level], name: theoryLevelLabel[row.level], value: row.members }))}
        />
      </Card>
      <p className="soft small">
        Số liệu được đếm từ lớp học, giấy chứng nhận và lượt học đã nhập. Năm tính theo ngày kết thúc lớp.
        {report.keepsBack &&
          ' Nơi số nhỏ hơn 3 có thể làm lộ người liên quan, hoặc suy ra được từ số của tổ chức khác, thì không nêu số; người được xem danh sách thấy đủ. Số còn phải học chỉ nêu cho năm nay.'}
      </p>
    </div>
  );
}
