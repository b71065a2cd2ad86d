import { listMembers, type MemberLine } from '@vungmanh/contracts/membership/member';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import type { FieldLook } from '../../ui/field.js';
import { FindField, type Found } from '../../ui/find-field.js';
import { useSettled } from '../../ui/use-settled.js';

interface MemberFieldProps extends FieldLook {
  /** Members of this organization and all below it. */
  readonly nodeId: string;
  readonly value: Found | undefined;
  readonly onChange: (value: Found | undefined) => void;
}

/** People of one name are told apart by year of birth and cell. */
const foundOf = ({ id, name, birthYear, nodeName }: MemberLine): Found => ({
  id,
  name,
  about: [birthYear === undefined ? undefined : `sinh ${birthYear}`, nodeName].filter(Boolean).join(', '),
});

/** A member found by any part of the name, with or without marks. */
export function MemberField({ nodeId, ...props }: MemberFieldProps) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const list = useListOf(listMembers, { nodeId, q, limit: 8 }, { when: q !== '' });
  return (
    <FindField
      {...props}
      typed={typed}
      onTyped={setTyped}
      found={q === '' || list.loading ? undefined : list.rows.map(foundOf)}
      problem={list.problem}
      placeholder="Gõ một phần họ tên"
      none="Không có đảng viên nào mang tên này trong phạm vi tìm."
    />
  );
}
