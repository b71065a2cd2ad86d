import { listAccounts } from '@vungmanh/contracts/identity/account';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import type { FieldLook } from '../../ui/field.js';
import { FindField, type Found } from '../../ui/find-field.js';
import { useSettled } from '../../ui/use-settled.js';
import { rolesOf } from './grants.js';

interface AccountFieldProps extends FieldLook {
  readonly value: Found | undefined;
  readonly onChange: (value: Found | undefined) => void;
}

/** An account of the person's scope, found by a part of its name. */
export function AccountField(props: AccountFieldProps) {
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const list = useListOf(listAccounts, { search, limit: 8 }, { when: search !== '' });
  const found = list.rows.map((a) => ({ id: a.id, name: a.displayName, about: [a.username, ...rolesOf(a.grants)].join(', ') }));
  return (
    <FindField
      {...props}
      typed={typed}
      onTyped={setTyped}
      found={search === '' || list.loading ? undefined : found}
      problem={list.problem}
      placeholder="Gõ tên hoặc tên đăng nhập"
      none="Không có tài khoản nào mang tên này."
    />
  );
}
