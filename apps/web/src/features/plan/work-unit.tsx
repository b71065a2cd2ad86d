import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import type { Permission } from '@vungmanh/contracts/permission';
import { useQueries } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { SelectField } from '../../ui/choice-field.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { type Unit, unitsOf } from './units.js';

interface WorkUnitProps {
  readonly permission: Permission;
  readonly children: (unit: Unit) => ReactNode;
}

/** The organization that one works for; with several a choice among them, by name. */
export function WorkUnit({ permission, children }: WorkUnitProps) {
  const units = unitsOf(useSession(), permission);
  const details = useQueries({ queries: units.map((u) => ask(nodeDetail, { nodeId: u.nodeId })) });
  const [chosen, setChosen] = useState<string>();
  const unit = units.find((u) => u.nodeId === chosen) ?? units[0];
  if (!unit) return <EmptyState icon="lock" title="Đồng chí không được giao tổ chức nào ở mục này" />;
  const failed = details.find((d) => d.error)?.error;
  if (units.length > 1 && details.some((d) => d.isPending)) return <Skeleton lines={4} />;
  return (
    <div className="stack loose">
      <ProblemNote problem={failed} />
      {units.length > 1 && (
        <SelectField
          label="Tổ chức"
          value={unit.nodeId}
          onChange={setChosen}
          options={units.map((u, i) => ({ value: u.nodeId, label: details[i]?.data?.name ?? 'Tổ chức chưa đọc được tên' }))}
        />
      )}
      {children(unit)}
    </div>
  );
}
