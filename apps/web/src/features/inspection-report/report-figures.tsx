import { subjectKindLabel } from '@vungmanh/contracts/inspection/kind';
import type { InspectionReport, ReportFigure, ReportMeasure } from '@vungmanh/contracts/inspection/report';
import { reportCodeText, reportMeasureLabel } from '@vungmanh/contracts/inspection/report-label';
import { showCount } from '../../text/numbers.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { FigureLink } from './figure-link.js';

export const figureName = ({ measure, code, subject }: Pick<ReportFigure, 'measure' | 'code' | 'subject'>): string =>
  reportCodeText(measure, code) + (subject === undefined ? '' : ` – ${subjectKindLabel[subject].toLocaleLowerCase('vi')}`);

const keptBack = <span className="soft">không nêu số nhỏ</span>;

type Whose = Pick<InspectionReport, 'nodeId' | 'period'>;

/** What one may read of it is opened by its number; with others in it that one may not read, the link says how many open. */
function Count({ figure, of }: { figure: ReportFigure; of: Whose }) {
  const { measure, code, subject, count, mine } = figure;
  const shown = count === undefined ? keptBack : showCount(count);
  if (mine === 0) return shown;
  const search = { node: of.nodeId, period: of.period, measure, code, ...(subject && { subject }) };
  const about = `${figureName(figure)}, ${showCount(mine)} hồ sơ được xem`;
  if (count === mine) {
    return (
      <FigureLink search={search} about={about}>
        {shown}
      </FigureLink>
    );
  }
  return (
    <>
      {shown}{' '}
      <FigureLink search={search} about={about}>
        (được xem {showCount(mine)})
      </FigureLink>
    </>
  );
}

/** One measure: a bar and a number for each code, beside the same period of the year before. What is kept back has neither. */
export function ReportFigures({ measure, report }: { measure: ReportMeasure; report: InspectionReport }) {
  const figures = report.figures.filter((figure) => figure.measure === measure);
  if (figures.length === 0) return null;
  const most = Math.max(1, ...figures.flatMap((figure) => [figure.count ?? 0, figure.before ?? 0]));
  const columns: readonly Column<ReportFigure>[] = [
    { key: 'name', header: 'Phân loại', phone: 'title', cell: figureName },
    {
      key: 'bar',
      header: 'So sánh',
      phone: 'hide',
      cell: ({ count = 0, before = 0 }) => (
        <svg className="figure-bar" aria-hidden="true" focusable="false">
          <rect width={`${(count / most) * 100}%`} height="60%" />
          <rect className="figure-before" y="65%" width={`${(before / most) * 100}%`} height="35%" />
        </svg>
      ),
    },
    { key: 'count', header: 'Kỳ này', align: 'end', cell: (figure) => <Count figure={figure} of={report} /> },
    {
      key: 'before',
      header: 'Cùng kỳ năm trước',
      align: 'end',
      cell: ({ before }) => (before === undefined ? keptBack : showCount(before)),
    },
  ];
  return (
    <Card title={reportMeasureLabel[measure]} flush>
      <DataTable caption={reportMeasureLabel[measure]} columns={columns} rows={figures} rowKey={(f) => `${f.code}${f.subject ?? ''}`} />
    </Card>
  );
}
