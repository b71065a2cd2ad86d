import { auditExports, auditPages, type AuditedService } from '@vungmanh/contracts/audit';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { Card } from '../../ui/card.js';
import { Chips } from '../../ui/chips.js';
import type { Found } from '../../ui/find-field.js';
import { Page } from '../../ui/page.js';
import { DateField } from '../../ui/parsed-field.js';
import { DownloadButton } from '../meeting/download-button.js';
import { OrganizationField } from '../organization/organization-field.js';
import { WorkUnit } from '../plan/work-unit.js';
import { AuditTable, type Narrowing } from './audit-table.js';
import { dayRange } from './day-range.js';

const services: readonly { readonly value: AuditedService; readonly label: string }[] = [
  { value: 'membership', label: 'Hồ sơ đảng viên' },
  { value: 'meetings', label: 'Sinh hoạt' },
  { value: 'inspection', label: 'Kiểm tra, giám sát' },
  { value: 'training', label: 'Đào tạo, bồi dưỡng' },
  { value: 'organization', label: 'Tổ chức' },
  { value: 'identity', label: 'Đăng nhập và quyền' },
];

function Rows({ home }: { home: string }) {
  const [service, setService] = useState<AuditedService>('membership');
  const [node, setNode] = useState<Found>();
  const [from, setFrom] = useState<CalendarDate>();
  const [to, setTo] = useState<CalendarDate>();
  const [narrowed, setNarrowed] = useState<readonly Narrowing[]>([]);
  const filters = Object.fromEntries(narrowed.map((n) => [n.key, n.value]));
  const asked = { nodeId: node?.id ?? home, ...dayRange(from, to), ...filters };
  const list = useListOf(auditPages[service], asked);
  return (
    <div className="stack">
      <Card>
        <div className="stack no-print">
          <Chips
            required
            label="Nhật ký"
            value={service}
            options={services}
            onChange={(next) => {
              setService(next ?? 'membership');
              setNarrowed(narrowed.filter((n) => n.key !== 'operation'));
            }}
          />
          <div className="columns">
            <OrganizationField label="Tổ chức" optional value={node} onChange={setNode} />
            <DateField label="Từ ngày" optional value={from} onChange={setFrom} />
            <DateField label="Đến hết ngày" optional value={to} onChange={setTo} />
          </div>
          {narrowed.length > 0 && (
            <div className="row">
              {narrowed.map((n) => (
                <button key={n.key} type="button" className="chip" aria-pressed onClick={() => setNarrowed(narrowed.filter((o) => o !== n))}>
                  {n.label} — bỏ lọc
                </button>
              ))}
            </div>
          )}
        </div>
      </Card>
      <div className="row no-print">
        <DownloadButton operation={auditExports[service]} input={asked} name="nhật ký truy cập">
          Tải tệp Excel
        </DownloadButton>
      </div>
      <AuditTable list={list} onNarrow={(n) => setNarrowed([...narrowed.filter((o) => o.key !== n.key), n])} />
    </div>
  );
}

/** What was read and changed below the auditor's organization, and by whom. Looking at it is on record too. */
export function AuditPage() {
  return (
    <Page title="Nhật ký truy cập" about="Ai đã xem, đã thay đổi những gì. Mỗi lần mở trang này cũng được ghi lại.">
      <WorkUnit permission="audit:read">{(unit) => <Rows key={unit.nodeId} home={unit.nodeId} />}</WorkUnit>
    </Page>
  );
}
