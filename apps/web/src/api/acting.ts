import type { Operation } from '@vungmanh/contracts/operation';

const KEY = 'acting-for';

/** The account that the person acts for in this window; kept until they stop or leave. Only an id. */
export function actingFor(): string | undefined {
  return globalThis.sessionStorage?.getItem(KEY) ?? undefined;
}

export function startActing(account: string): void {
  sessionStorage.setItem(KEY, account);
}

export function stopActing(): void {
  sessionStorage.removeItem(KEY);
}

/** Says with a request for whom it is done. What a person asks about themselves they ask in their own name, and sign-in is nobody's yet. */
export function actingHeader({ access }: Pick<Operation, 'access'>, account = actingFor()): Record<string, string> {
  return account === undefined || 'self' in access || 'anyone' in access ? {} : { 'X-On-Behalf-Of': account };
}
