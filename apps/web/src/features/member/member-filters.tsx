import { MemberStatus, memberStatusLabel } from '@vungmanh/contracts/membership/member-status';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { DateField } from '../../ui/parsed-field.js';
import { SearchField } from '../../ui/text-field.js';
import { OrganizationField } from '../organization/organization-field.js';
import './member.css';

interface Filter {
  readonly node?: string | undefined;
  readonly status?: MemberStatus | undefined;
  readonly on?: string | undefined;
}

interface MemberFiltersProps {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly status: MemberStatus | undefined;
  readonly asOf: string | undefined;
  readonly node: Found | undefined;
  /** Where the person's own list begins. */
  readonly home: string | undefined;
  readonly onChange: (part: Filter) => void;
}

const statuses = MemberStatus.options.map((value) => ({ value, label: memberStatusLabel[value] }));

export function MemberFilters({ typed, onTyped, status, asOf, node, home, onChange }: MemberFiltersProps) {
  const narrowed = status !== undefined || asOf !== undefined || (node !== undefined && node.id !== home);
  const [open, setOpen] = useState(narrowed);
  return (
    <Card>
      <div className="stack no-print">
        <div className="row apart">
          <div className="grows">
            <SearchField label="Tìm đảng viên theo tên" placeholder="Tìm tên, không cần dấu" value={typed} onChange={onTyped} />
          </div>
          <Button look="quiet" icon={open ? 'close' : 'down'} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Thu gọn' : 'Lọc thêm'}
          </Button>
        </div>
        {open && (
          <div className="columns">
            <OrganizationField label="Tổ chức" value={node} onChange={(found) => onChange({ node: found?.id })} />
            <SelectField
              label="Tư cách"
              optional
              empty="Đang là đảng viên"
              options={statuses}
              value={status}
              onChange={(next) => onChange({ status: next })}
            />
            <DateField label="Danh sách của ngày" optional hint="Để trống là hôm nay." value={asOf} onChange={(on) => onChange({ on })} />
          </div>
        )}
      </div>
    </Card>
  );
}
