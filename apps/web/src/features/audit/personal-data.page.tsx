import { permissionLabel } from '@vungmanh/contracts/permission';
import { fieldClassLabel, storingLabel, type PersonalField, type ReadBy } from '@vungmanh/contracts/privacy/field';
import { personalData } from '@vungmanh/contracts/privacy/register';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';

const register: readonly PersonalField[] = personalData;
const groups = [...new Set(register.map((f) => f.group))];

const readerLabel = (reader: ReadBy): string => {
  if (reader === 'self') return 'Người đó tự xem';
  return reader === 'nobody' ? 'Không ai' : permissionLabel[reader];
};

const columns: readonly Column<PersonalField>[] = [
  { key: 'label', header: 'Dữ liệu', phone: 'title', cell: (f) => f.label },
  {
    key: 'class',
    header: 'Loại',
    phone: 'mark',
    cell: (f) => <Badge tone={f.class === 'SENSITIVE' ? 'active' : 'plain'}>{fieldClassLabel[f.class]}</Badge>,
  },
  { key: 'purpose', header: 'Để làm gì', cell: (f) => f.purpose },
  { key: 'readers', header: 'Ai xem được', cell: (f) => f.readers.map(readerLabel).join('; ') },
  {
    key: 'stored',
    header: 'Cách giữ',
    cell: (f) => [storingLabel[f.stored], f.masked && 'người không được sửa hồ sơ chỉ thấy ba số cuối', f.clearBecause].filter(Boolean).join('. '),
  },
  { key: 'retention', header: 'Giữ đến khi nào', cell: (f) => f.retention },
];

/** The register of personal data as people read it: what is held of them, why, how, and who may see it. */
export function PersonalDataPage() {
  return (
    <Page
      title="Dữ liệu cá nhân được giữ"
      about="Phần mềm giữ những gì về mỗi người, để làm gì, ai xem được. Ai đã xem hồ sơ của đồng chí có ở trang Ai đã xem hồ sơ của tôi."
    >
      {groups.map((group) => {
        const rows = register.filter((f) => f.group === group);
        return (
          <Card key={group} title={group}>
            <div className="stack">
              <p>Căn cứ: {[...new Set(rows.map((f) => f.basis))].join('; ')}.</p>
              <DataTable caption={group} columns={columns} rows={rows} rowKey={(f) => f.key} />
            </div>
          </Card>
        );
      })}
    </Page>
  );
}
