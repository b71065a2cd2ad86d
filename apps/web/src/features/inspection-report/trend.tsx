import { type InspectionReport, type ReportFigure, reportTrend } from '@vungmanh/contracts/inspection/report';
import { reportMeasureLabel } from '@vungmanh/contracts/inspection/report-label';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { showCount } from '../../text/numbers.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { QUARTERS, quarterText } from '../inspection/inspection-text.js';
import { figureName } from './report-figures.js';

type Years = OutputOf<typeof reportTrend>['years'];

const keyOf = ({ measure, code, subject }: ReportFigure): string => [measure, code, subject ?? ''].join('/');

/** Quarters side by side, years below each other: a bar and its number in each cell. */
function Chart({ years, name }: { years: Years; name: string }) {
  const most = Math.max(1, ...years.flatMap((year) => year.quarters.map(({ count = 0 }) => count)));
  return (
    <table className="trend">
      <caption className="only-read-aloud">{name} theo quý, qua các năm</caption>
      <thead>
        <tr>
          <th scope="col">Năm</th>
          {QUARTERS.map((quarter) => (
            <th key={quarter} scope="col">
              {quarterText(quarter)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, quarters }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {quarters.map(({ quarter, count }) => (
              <td key={quarter}>
                <span className={count === undefined || count === 0 ? 'soft' : 'strong'}>{count === undefined ? 'không nêu' : showCount(count)}</span>
                <svg aria-hidden="true" focusable="false">
                  <rect width={`${((count ?? 0) / most) * 100}%`} height="100%" />
                </svg>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shown({ report: { nodeId, period }, figure }: { report: InspectionReport; figure: ReportFigure }) {
  const { measure, code, subject } = figure;
  const trend = useQueryOf(reportTrend, { nodeId, period, measure, code, ...(subject && { subject }) });
  if (trend.error) return <ProblemNote problem={trend.error} onRetry={() => void trend.refetch()} />;
  return trend.data ? <Chart years={trend.data.years} name={figureName(figure)} /> : <Skeleton lines={6} />;
}

/** One figure by quarters over the years, within what may be told of it. */
export function Trend({ report }: { report: InspectionReport }) {
  const [chosen, setChosen] = useState<string>();
  const figure = report.figures.find((one) => keyOf(one) === chosen) ?? report.figures[0];
  if (!figure) return null;
  return (
    <Card title="Theo quý, qua các năm">
      <div className="stack">
        <SelectField
          label="Số liệu"
          value={keyOf(figure)}
          onChange={setChosen}
          options={report.figures.map((one) => ({ value: keyOf(one), label: `${reportMeasureLabel[one.measure]}: ${figureName(one)}` }))}
        />
        <Shown report={report} figure={figure} />
      </div>
    </Card>
  );
}
