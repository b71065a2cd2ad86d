import { Link } from '@tanstack/react-router';
import { subjectKindLabel } from '@vungmanh/contracts/inspection/kind';
import type { ReportFigure, ReportMeasure } from '@vungmanh/contracts/inspection/report';
import { reportCodeText, reportMeasureLabel } from '@vungmanh/contracts/inspection/report-label';
import { showCount } from '../../text/numbers.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';

/** Where those who may read them find the things behind a figure. */
const behind: Partial<Record<ReportMeasure, '/inspection/cases' | '/discipline'>> = {
  CASE_OPENED: '/inspection/cases',
  CASE_CONCLUDED: '/inspection/cases',
  CASE_WITH_VIOLATION: '/inspection/cases',
  RECOMMENDATION: '/inspection/cases',
  DISCIPLINE_BY_FORM: '/discipline',
  DISCIPLINE_BY_POST: '/discipline',
  DISCIPLINE_BY_CONTENT: '/discipline',
  SUSPENSION: '/discipline',
  APPEAL: '/discipline',
  DENUNCIATION: '/discipline',
  DENUNCIATION_ITEM: '/discipline',
};

const nameOf = ({ measure, code, subject }: ReportFigure): string =>
  reportCodeText(measure, code) + (subject === undefined ? '' : ` – ${subjectKindLabel[subject].toLocaleLowerCase('vi')}`);

/** One measure: a bar and a number for each code. What is kept back has neither. */
export function ReportFigures({ measure, figures, mine }: { measure: ReportMeasure; figures: readonly ReportFigure[]; mine: boolean }) {
  const most = Math.max(1, ...figures.map((figure) => figure.count ?? 0));
  const columns: readonly Column<ReportFigure>[] = [
    { key: 'name', header: 'Phân loại', phone: 'title', cell: nameOf },
    {
      key: 'bar',
      header: 'So sánh',
      phone: 'hide',
      cell: ({ count = 0 }) => (
        <svg className="figure-bar" aria-hidden="true" focusable="false">
          <rect width={`${(count / most) * 100}%`} height="100%" />
        </svg>
      ),
    },
    {
      key: 'count',
      header: 'Số lượng',
      align: 'end',
      cell: ({ count }) => (count === undefined ? <span className="soft">không nêu số nhỏ</span> : showCount(count)),
    },
  ];
  const to = behind[measure];
  return (
    <Card title={reportMeasureLabel[measure]} flush aside={mine && to !== undefined ? <Link to={to}>Hồ sơ của tôi</Link> : undefined}>
      <DataTable caption={reportMeasureLabel[measure]} columns={columns} rows={figures} rowKey={(f) => `${f.code}${f.subject ?? ''}`} />
    </Card>
  );
}
