import { type FoundNode, searchNodes } from '@vungmanh/contracts/organization/browse';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import type { FieldLook } from '../../ui/field.js';
import { FindField, type Found } from '../../ui/find-field.js';
import { useSettled } from '../../ui/use-settled.js';
import { pathText } from './tree-items.js';

interface OrganizationFieldProps extends FieldLook {
  readonly value: Found | undefined;
  readonly onChange: (value: Found | undefined) => void;
  /** Only those whose members meet as a cell. */
  readonly cellsOnly?: boolean;
}

const foundOf = (node: FoundNode): Found => ({ id: node.id, name: node.name, about: pathText(node.path) || undefined });

/** An organization of the person's scope, found by a part of its name or code, with or without marks. */
export function OrganizationField({ cellsOnly = false, ...props }: OrganizationFieldProps) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim());
  const list = useListOf(searchNodes, { text, limit: 20 }, { when: text !== '' });
  const fits = list.rows.filter((node) => node.status === 'ACTIVE' && (!cellsOnly || node.meetsAsCell)).slice(0, 8);
  return (
    <FindField
      {...props}
      typed={typed}
      onTyped={setTyped}
      found={text === '' || list.loading ? undefined : fits.map(foundOf)}
      problem={list.problem}
      placeholder="Gõ tên hoặc mã"
      none={cellsOnly ? 'Không có chi bộ nào mang tên hoặc mã này.' : 'Không có tổ chức nào mang tên hoặc mã này.'}
    />
  );
}
