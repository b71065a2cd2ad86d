import { listRoles } from '@vungmanh/contracts/identity/role';
import { useQueryOf } from '../../api/queries.js';
import { CheckField, SelectField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { ProblemNote } from '../../ui/notes.js';
import { OrganizationField } from '../organization/organization-field.js';

interface RoleFieldsProps {
  readonly roleCode: string | undefined;
  readonly node: Found | undefined;
  readonly below: boolean;
  readonly onRole: (code: string | undefined) => void;
  readonly onNode: (node: Found | undefined) => void;
  readonly onBelow: (below: boolean) => void;
  readonly errors: Readonly<Record<string, string>>;
}

/** Which role, in which organization, and whether in all below it too. */
export function RoleFields({ roleCode, node, below, onRole, onNode, onBelow, errors }: RoleFieldsProps) {
  const roles = useQueryOf(listRoles, {});
  return (
    <>
      <ProblemNote problem={roles.error} onRetry={() => void roles.refetch()} />
      <SelectField
        label="Vai trò"
        options={(roles.data?.items ?? []).map((r) => ({ value: r.code, label: r.label }))}
        value={roleCode}
        onChange={onRole}
        error={errors.roleCode}
      />
      <OrganizationField label="Tại tổ chức" value={node} onChange={onNode} error={errors.nodeId} />
      <CheckField label="Cả các tổ chức trực thuộc" checked={below} onChange={onBelow} />
    </>
  );
}
