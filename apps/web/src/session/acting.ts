import type { Session } from '@vungmanh/contracts/gateway/session';
import type { NamedAccount } from '@vungmanh/contracts/identity/role';

/** For whom the person may act, each once. */
export function principalsOf({ grants }: Pick<Session, 'grants'>): readonly NamedAccount[] {
  const all = grants.flatMap((g) => (g.onBehalfOf ? [g.onBehalfOf] : []));
  return all.filter((p, i) => all.findIndex((q) => q.id === p.id) === i);
}

/** What counts while the person acts for `account`, or for themselves: as the services see it, never both at once. */
export function sessionFor(session: Session, account: string | undefined): Session {
  return { ...session, grants: session.grants.filter((g) => g.onBehalfOf?.id === account) };
}
