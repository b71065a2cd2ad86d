import type { Permission } from '@vungmanh/contracts/permission';

/** Not at all, to use, or only to give to others. */
export type Holding = 'none' | 'use' | 'hand-on';

export const holdingLabel: Record<Holding, string> = { none: 'Không có', use: 'Được làm', 'hand-on': 'Chỉ giao cho người khác' };

interface Held {
  readonly permissions: readonly Permission[];
  readonly handsOn: readonly Permission[];
}

/** To use implies to give. */
export function holdingOf(permission: Permission, { permissions, handsOn }: Held): Holding {
  if (permissions.includes(permission)) return 'use';
  return handsOn.includes(permission) ? 'hand-on' : 'none';
}

/** The same role with one permission held otherwise. */
export function withHolding(permission: Permission, holding: Holding, { permissions, handsOn }: Held) {
  const without = (list: readonly Permission[]): Permission[] => list.filter((p) => p !== permission);
  return {
    permissions: holding === 'use' ? [...without(permissions), permission] : without(permissions),
    handsOn: holding === 'hand-on' ? [...without(handsOn), permission] : without(handsOn),
  };
}
