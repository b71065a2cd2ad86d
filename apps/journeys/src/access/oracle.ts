import type { Access } from '@vungmanh/contracts/operation';

/** What the answer to a request must be: refused in exactly one of three ways, or let in to the use case. */
export type Verdict = 'request/unauthenticated' | 'request/forbidden' | 'request/not-found' | 'let in';

export interface Held {
  readonly permissions: readonly string[];
  readonly nodeId: string;
  readonly below: boolean;
  /** In force today. */
  readonly counts: boolean;
}

/** Somebody as the test made them; undefined is nobody. */
export interface Who {
  readonly person?: string;
  readonly held: readonly Held[];
}

/** Parents by child, as the test founded the organizations. */
export type Parents = ReadonlyMap<string, string | undefined>;

/**
 * What must come of a request, from what the test itself has given and founded: it walks up the parents and shares nothing with the
 * guard, neither its tables nor its code.
 */
export function verdictOn(access: Access, who: Who | undefined, target: string, parents: Parents): Verdict {
  if (who === undefined) return 'request/unauthenticated';
  if ('internal' in access || 'anyone' in access) return 'request/forbidden';
  if ('signedIn' in access) return 'let in';
  if ('self' in access) return who.person === undefined ? 'request/forbidden' : 'let in';
  const holding = who.held.filter((h) => h.counts && h.permissions.includes(access.grant));
  if (holding.length === 0) return 'request/forbidden';
  if (access.on === undefined) return 'let in';
  return holding.some((h) => reaches(h, target, parents)) ? 'let in' : 'request/not-found';
}

function reaches(held: Held, target: string, parents: Parents): boolean {
  if (!parents.has(target)) return false;
  if (held.nodeId === target) return true;
  for (let above = parents.get(target); held.below && above !== undefined; above = parents.get(above)) {
    if (above === held.nodeId) return true;
  }
  return false;
}

/** What is wrong with an answer, or undefined. `onlyNode`: the target is all that the input names, so let in means found. */
export function wrongWith(code: string, verdict: Verdict, onlyNode: boolean): string | undefined {
  if (verdict !== 'let in') return code === verdict ? undefined : `must be ${verdict}`;
  const refused = ['request/unauthenticated', 'request/forbidden', 'request/invalid', 'request/malformed', 'request/internal', 'request/timeout'];
  if (refused.includes(code) || (onlyNode && code === 'request/not-found')) return 'must be let in';
  return undefined;
}
