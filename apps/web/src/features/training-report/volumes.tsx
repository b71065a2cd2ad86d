import { courseKindLabel } from '@vungmanh/contracts/training/course';
import { holderLevelLabel } from '@vungmanh/contracts/training/past-sheet';
import type { TrainingReport, VolumeRow } from '@vungmanh/contracts/training/report';
import { showCount } from '../../text/numbers.js';
import { BarChart } from '../../ui/bar-chart.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/notes.js';
import { kindsIn, yearsOf } from './report-text.js';

export const KEPT_BACK = 'không nêu số nhỏ';
const keptBack = <span className="soft">{KEPT_BACK}</span>;
export const showTold = (count: number | undefined) => (count === undefined ? keptBack : showCount(count));

/** Attendances by kind over ten years, and by level in the last two. */
export function Volumes({ report }: { report: TrainingReport }) {
  const { volumes, year } = report;
  if (volumes.length === 0) {
    return (
      <EmptyState icon="check" title="Mười năm qua chưa ghi lượt học nào">
        <p>Số liệu hiện ở đây khi lớp học có kết quả, hoặc khi nhập lượt học trước đây từ tệp.</p>
      </EmptyState>
    );
  }
  const columns: readonly Column<VolumeRow>[] = [
    { key: 'kind', header: 'Loại lớp', phone: 'title', cell: (row) => courseKindLabel[row.kind] },
    { key: 'level', header: 'Cấp mở lớp', cell: (row) => (row.level ? holderLevelLabel[row.level] : 'Chưa ghi') },
    { key: 'before', header: `Năm ${year - 1}`, align: 'end', cell: (row) => showTold(row.years.at(-2)?.count) },
    { key: 'now', header: `Năm ${year}`, align: 'end', cell: (row) => showTold(row.years.at(-1)?.count) },
  ];
  return (
    <Card title="Số lượt đào tạo, bồi dưỡng">
      <div className="stack loose">
        <div className="report-charts">
          {kindsIn(report).map((kind) => (
            <BarChart
              key={kind}
              title={`${courseKindLabel[kind]}, mười năm`}
              show={showCount}
              missing={KEPT_BACK}
              bars={yearsOf(volumes, kind).map(({ year: of, count }) => ({ label: String(of).slice(2), name: `năm ${of}`, value: count }))}
            />
          ))}
        </div>
        <DataTable
          caption={`Số lượt theo loại lớp và cấp mở lớp, năm ${year} và năm trước`}
          columns={columns}
          rows={volumes}
          rowKey={(row) => `${row.kind}${row.level ?? ''}`}
        />
      </div>
    </Card>
  );
}
