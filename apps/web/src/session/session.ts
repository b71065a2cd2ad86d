import type { Session } from '@vungmanh/contracts/gateway/session';
import type { Permission } from '@vungmanh/contracts/permission';
import { createContext, use } from 'react';

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is at work. Only below the shell, which has asked already. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside of the shell');
  return session;
}

/**
 * Whether to offer something: the person holds the permission somewhere or, with `nodeId`, at that organization or above something.
 * Only spares people buttons that refuse: where a grant reaches is decided by the service.
 */
export function may(session: Session, permission: Permission, nodeId?: string): boolean {
  return session.grants.some((g) => g.role.permissions.includes(permission) && (nodeId === undefined || g.below || g.nodeId === nodeId));
}

/** The organizations where the person holds the permission, each once; without what a check lends for a while. */
export function nodesWith(session: Session, permission: Permission): readonly string[] {
  return [...new Set(session.grants.filter((g) => g.source === undefined && g.role.permissions.includes(permission)).map((g) => g.nodeId))];
}
