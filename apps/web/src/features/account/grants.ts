import type { Account } from '@vungmanh/contracts/identity/account';
import type { HeldGrant } from '@vungmanh/contracts/identity/role';
import { showInstant } from '../../text/dates.js';

/** The roles that somebody holds, each once, as a list shows them. */
export const rolesOf = (grants: readonly HeldGrant[]): readonly string[] => [...new Set(grants.map((g) => g.role.label))];

/** The organizations of these grants, each once: their names are asked for one by one. */
export const nodesOf = (grants: readonly HeldGrant[]): readonly string[] => [...new Set(grants.map((g) => g.nodeId))];

/** Whether the account is the person's own: nobody gives to, takes from or closes themselves. */
export const isOwn = (account: Pick<Account, 'id'>, session: { readonly accountId: string }): boolean => account.id === session.accountId;

/** Who gave a right, who agreed, and when. */
export function showGiving({ givenBy, approvedBy, givenAt }: Pick<HeldGrant, 'givenBy' | 'approvedBy' | 'givenAt'>): string {
  const by = givenBy === undefined ? 'Có từ khi cài đặt hệ thống' : `Người giao: ${givenBy.name}`;
  return [by, ...(approvedBy === undefined ? [] : [`người duyệt: ${approvedBy.name}`]), `lúc ${showInstant(givenAt)}`].join(', ');
}
