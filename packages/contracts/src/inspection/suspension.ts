import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { CalendarDate, Id, Version } from '../types.js';

export const SuspensionKind = z.enum(['ACTIVITIES', 'COMMITTEE']);
export type SuspensionKind = z.infer<typeof SuspensionKind>;

/** From all activities of the Party, or from those of the committees alone in which the member sits. */
export const suspensionKindLabel: Record<SuspensionKind, string> = {
  ACTIVITIES: 'Đình chỉ sinh hoạt đảng',
  COMMITTEE: 'Đình chỉ sinh hoạt cấp ủy',
};

/** A time without activities (đình chỉ sinh hoạt đảng); `until` is its last day. */
export const Suspension = z.object({
  id: Id,
  version: Version,
  kind: SuspensionKind,
  from: CalendarDate,
  until: CalendarDate,
  extended: z.boolean(),
  /** The first day on which the member took part again, where that was sooner. */
  liftedOn: CalendarDate.optional(),
  /** The last day to which it can still be extended; absent where it cannot. */
  extensibleTo: CalendarDate.optional(),
});
export type Suspension = z.infer<typeof Suspension>;

/** A member is suspended from `from` up to and without `to`; from all activities where no kind is told. */
export const suspensionChanged = event(
  'inspection.suspension.changed',
  1,
  Versioned.extend({ personId: Id, from: CalendarDate, to: CalendarDate, kind: SuspensionKind.optional() }),
  {
    membership: ['member'],
  },
);
