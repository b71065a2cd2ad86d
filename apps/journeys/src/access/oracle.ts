import type { Access } from '@vungmanh/contracts/operation';
import { neverOnBehalf } from '@vungmanh/contracts/permission';
import type { ServiceName } from '@vungmanh/contracts/service';

/** What the answer to a request must be: refused in exactly one of three ways, or let in to the use case. */
export type Verdict = 'request/unauthenticated' | 'request/forbidden' | 'request/not-found' | 'let in';

export interface Held {
  readonly permissions: readonly string[];
  readonly nodeId: string;
  readonly below: boolean;
  /** In force today. */
  readonly counts: boolean;
  /** The account for which it lets act. */
  readonly onBehalfOf?: string;
}

/** Somebody as the test made them; undefined is nobody. */
export interface Who {
  readonly accountId: string;
  readonly person?: string;
  readonly held: readonly Held[];
  /** The account for which they say that they act. */
  readonly onBehalfOf?: string;
  /** One of the services, in its own name. */
  readonly service?: ServiceName;
  /** Their account was closed: the gateway knows it. */
  readonly closed?: boolean;
}

/** What a request is about, as the test made it. */
export interface Thing {
  /** How its organization lies to the commune, or what became of it: for the names of cases. */
  readonly label: string;
  /** Where it lies today. */
  readonly nodeId: string;
  /** How inputs name it. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Those whose own it is by another right than a grant: who is called, who does and who checks. */
  readonly people?: readonly string[];
  /** It holds what lies below its organization too: a right there alone is not enough. */
  readonly wide?: boolean;
  /** A right must have been given at that very organization: none that reaches down from above is enough. */
  readonly itself?: boolean;
  /** The only account that it is shown to. */
  readonly owner?: string;
}

/** Parents by child, as the test founded the organizations. */
export type Parents = ReadonlyMap<string, string | undefined>;

/**
 * What must come of a request, from what the test itself has given and founded: it walks up the parents and shares nothing with the
 * guard, neither its tables nor its code.
 */
export function verdictOn(access: Access, who: Who | undefined, thing: Thing | undefined, parents: Parents): Verdict {
  if (who === undefined || who.closed) return 'request/unauthenticated';
  if (who.service !== undefined) return 'internal' in access && access.internal.includes(who.service) ? 'let in' : 'request/forbidden';
  if ('internal' in access || 'anyone' in access) return 'request/forbidden';
  if (who.onBehalfOf !== undefined && !who.held.some((h) => h.counts && h.onBehalfOf === who.onBehalfOf)) return 'request/forbidden';
  if ('signedIn' in access) return 'let in';
  if ('self' in access) {
    const { person } = who;
    if (person === undefined || who.onBehalfOf !== undefined) return 'request/forbidden';
    return thing === undefined || (thing.people ?? []).includes(person) ? 'let in' : 'request/not-found';
  }
  if (holding(who, access.grant).length === 0) return 'request/forbidden';
  if (thing === undefined) return 'let in';
  if (thing.owner !== undefined && thing.owner !== who.accountId) return 'request/not-found';
  // A right that is bound to one's own: without being on its list there is no such thing, whatever else one holds.
  const own = who.person !== undefined && who.onBehalfOf === undefined && (thing.people ?? []).includes(who.person);
  if (access.own && thing.people !== undefined && !own) return 'request/not-found';
  const enough = holding(who, access.grant).filter((h) => (h.below || !thing.wide) && (h.nodeId === thing.nodeId || !thing.itself));
  return enough.some((h) => reaches(h, thing.nodeId, parents)) ? 'let in' : 'request/not-found';
}

/** Whether somebody may do at an organization what the permission lets do. */
export function mayAt(who: Who, permission: string, nodeId: string, parents: Parents): boolean {
  return holding(who, permission).some((h) => reaches(h, nodeId, parents));
}

/** What somebody holds of a permission: their own, or, where they act for another, what lets them do that. */
export function holding(who: Who, permission: string): readonly Held[] {
  const barred: readonly string[] = who.onBehalfOf === undefined ? [] : neverOnBehalf;
  return who.held.filter((h) => h.counts && h.onBehalfOf === who.onBehalfOf && h.permissions.includes(permission) && !barred.includes(permission));
}

/** Whether a right at an organization reaches another. */
export function reaches(held: Pick<Held, 'nodeId' | 'below'>, target: string, parents: Parents): boolean {
  return held.below ? isWithin(target, held.nodeId, parents) : held.nodeId === target && parents.has(target);
}

/** Whether an organization is another or stands below it. */
export function isWithin(nodeId: string, top: string, parents: Parents): boolean {
  for (let at: string | undefined = nodeId; at !== undefined && parents.has(at); at = parents.get(at)) {
    if (at === top) return true;
  }
  return false;
}

const NEVER_LET_IN = ['request/unauthenticated', 'request/forbidden', 'request/invalid', 'request/malformed', 'request/internal', 'request/timeout'];

/** What is wrong with an answer, or undefined. `found`: nothing but what is asked for could be missing, so let in means found. */
export function wrongWith(code: string, verdict: Verdict, found: boolean): string | undefined {
  if (verdict !== 'let in') return code === verdict ? undefined : `must be ${verdict}`;
  if (NEVER_LET_IN.includes(code) || (found && code === 'request/not-found')) return 'must be let in';
  return undefined;
}

/** Ways to be refused that say nothing of whether something is there. */
const SAYS_NOTHING =
  /^(request\/(unauthenticated|forbidden|not-found|malformed|invalid|key-required|precondition-required|unsupported-type)|gateway\/)/;

/** What is wrong with the answer to a request in an odd form: whoever is refused in the plain form is told nothing more in any other. */
export function opensMore(status: number, code: string, verdict: Verdict): string | undefined {
  if (status >= 500) return 'must not break';
  if (verdict === 'let in') return undefined;
  return status >= 400 && (code === '' || SAYS_NOTHING.test(code)) ? undefined : `opens more than ${verdict}`;
}
