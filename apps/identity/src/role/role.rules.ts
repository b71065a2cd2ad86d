import type { Permission } from '@vungmanh/contracts/permission';

/** What a role gives. */
export interface Content {
  readonly permissions: readonly Permission[];
  readonly handsOn: readonly Permission[];
  readonly fourEyes: boolean;
}

/** The permissions that a change adds; to use what could only be handed on counts as more. */
export function added(before: Content, after: Content): Permission[] {
  const used = after.permissions.filter((p) => !before.permissions.includes(p));
  const handed = after.handsOn.filter((p) => !before.handsOn.includes(p) && !used.includes(p));
  return [...used, ...handed];
}

/** Whether a change gives more to anybody, or takes one of two people away: then it needs a second person itself. */
export function isWider(before: Content, after: Content): boolean {
  return added(before, after).length > 0 || (before.fourEyes && !after.fourEyes);
}

/** Which of these somebody does not hold, to use or to hand on, over the whole tree: below each of its roots. */
export function notHeld(
  wanted: readonly Permission[],
  holdings: readonly (Pick<Content, 'permissions' | 'handsOn'> & { nodeId: string; below: boolean })[],
  roots: readonly string[],
): Permission[] {
  const holds = (p: Permission, root: string): boolean =>
    holdings.some((h) => h.below && h.nodeId === root && (h.permissions.includes(p) || h.handsOn.includes(p)));
  return wanted.filter((p) => roots.length === 0 || !roots.every((root) => holds(p, root)));
}
