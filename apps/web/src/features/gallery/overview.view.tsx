import { useState } from 'react';
import { showShare } from '../../text/numbers.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { BarChart } from '../../ui/bar-chart.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chips } from '../../ui/chips.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Totals } from '../../ui/totals.js';
import { type Cell, cells } from './sample.js';

const states: Record<Cell['state'], readonly [Tone, string]> = {
  published: ['done', 'Đã công bố'],
  met: ['active', 'Đã họp'],
  noticed: ['plain', 'Đã thông báo'],
  planned: ['wait', 'Chưa thông báo'],
  missed: ['late', 'Chưa sinh hoạt'],
};
const columns: readonly Column<Cell>[] = [
  { key: 'name', header: 'Chi bộ', cell: (c) => <a href="/">{c.name}</a>, phone: 'title', sortable: true },
  { key: 'state', header: 'Kỳ tháng 11', phone: 'mark', cell: (c) => <Badge tone={states[c.state][0]}>{states[c.state][1]}</Badge> },
  { key: 'present', header: 'Có mặt', cell: (c) => `${c.present}/${c.members}`, align: 'end' },
  { key: 'share', header: 'Tỷ lệ', cell: (c) => showShare(c.present, c.members), align: 'end', sortable: true },
  { key: 'overdue', header: 'Việc quá hạn', cell: (c) => c.overdue || '', align: 'end' },
];

export function OverviewView() {
  const [filter, setFilter] = useState<'all' | 'late' | 'wait'>();
  return (
    <Page
      title="Toàn cảnh"

      about="Đảng bộ xã Thử Nghiệm · tháng 11/2026"
      actions={
        <>
          <Button icon="download">Xuất Excel</Button>
          <Button icon="print">In</Button>
        </>
      }
    >
      <Totals
        label="Tháng 11/2026"
        items={[
          { label: 'Chi bộ đã họp', value: 172, of: 190, tone: 'blue' },
          { label: 'Đã công bố', value: 148, of: 190, tone: 'blue' },
          { label: 'Đảng viên có mặt', value: '91,4%' },
          { label: 'Việc quá hạn', value: 23, tone: 'red' },
        ]}
      />
      <div className="with-side">
        <div className="stack">
          <Chips
            label="Lọc chi bộ"
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'late', label: 'Chưa sinh hoạt', count: 18, tone: 'red' },
              { value: 'wait', label: 'Chưa thông báo', count: 7 },
              { value: 'all', label: 'Có việc quá hạn', count: 12 },
            ]}
          />
          <DataTable
            caption="Các chi bộ, tháng 11/2026"
            columns={columns}
            rows={cells}
            rowKey={(c) => c.id}
            sort={{ key: 'share', down: true }}
            onSort={() => {}}
            rowTone={(c) => (c.state === 'missed' ? 'late' : undefined)}
            foot={['Cộng', '', '172/190', '90,5%', '4']}
          />
        </div>
        <Card title="Tỷ lệ đảng viên dự sinh hoạt">
          <BarChart
            title="12 tháng, mục tiêu 90%"
            target={90}
            max={100}
            show={(v) => String(v)}
            bars={[88, 91, 93, 90, 87, 92, 94, 95, 91, 89, 91, undefined].map((value, i) => ({
              label: `T${i + 1}`,
              name: `Tháng ${i + 1}/2026`,
              value,
            }))}
          />
        </Card>
      </div>
    </Page>
  );
}
