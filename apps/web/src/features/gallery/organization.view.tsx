import { useState } from 'react';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { SearchField } from '../../ui/text-field.js';
import { Tree } from '../../ui/tree.js';
import { branches, name, roots } from './sample.js';

const childrenOf = (id: string) => branches.get(id);

const columns: readonly Column<number>[] = [
  { key: 'name', header: 'Họ và tên', cell: (i) => <a href="/">{name(i)}</a>, phone: 'title', sortable: true },
  { key: 'born', header: 'Năm sinh', cell: (i) => 1958 + ((i * 7) % 42), align: 'end', phone: 'hide' },
  { key: 'since', header: 'Ngày vào Đảng', cell: (i) => `19/05/${1985 + ((i * 3) % 38)}`, align: 'end' },
  { key: 'seat', header: 'Chức vụ', cell: (i) => (i === 3 ? 'Bí thư' : i === 8 ? 'Phó Bí thư' : '') },
  {
    key: 'state',
    header: 'Tình trạng',
    phone: 'mark',
    cell: (i) =>
      i % 6 === 5 ? <Badge tone="wait">Dự bị</Badge> : i % 7 === 4 ? <Badge tone="muted">Đi làm ăn xa</Badge> : <Badge>Chính thức</Badge>,
  },
];

export function OrganizationView() {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['p', 'c2']));
  const [selected, setSelected] = useState('c2-3');
  return (
    <Page title="Tổ chức" actions={<Button icon="download">Xuất Excel</Button>}>
      <div className="with-tree">
        <Card flush>
          <div className="tree-head">
            <SearchField label="Tìm tổ chức" placeholder="Tìm tên hoặc mã" value={search} onChange={setSearch} />
          </div>
          <Tree
            label="Cây tổ chức"
            roots={roots}
            childrenOf={childrenOf}
            open={open}
            onToggle={(id, on) => setOpen((before) => (on ? new Set([...before, id]) : new Set([...before].filter((o) => o !== id))))}
            selected={selected}
            onSelect={setSelected}
          />
        </Card>
        <div className="stack">
          <Card title="Chi bộ thôn Hạ" aside={<Badge>Chi bộ trực thuộc</Badge>}>
            <Facts
              items={[
                ['Mã', '103.04'],
                ['Thành lập', '03/02/1998'],
                ['Bí thư', name(3)],
                ['Đảng viên', '38 chính thức, 2 dự bị'],
              ]}
            />
          </Card>
          <DataTable
            caption="Đảng viên Chi bộ thôn Hạ"
            columns={columns}
            rows={Array.from({ length: 12 }, (_, i) => i)}
            rowKey={String}
            sort={{ key: 'name', down: false }}
            onSort={() => {}}
            more={{ load: () => {}, busy: false }}
          />
        </div>
      </div>
    </Page>
  );
}
