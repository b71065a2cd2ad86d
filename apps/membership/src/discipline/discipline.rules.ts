import type { DisciplineForm } from '@vungmanh/contracts/inspection/kind';
import type { CalendarDate } from '@vungmanh/contracts/types';

/** What is known of one decision on discipline. */
export interface Effect {
  readonly form: DisciplineForm | null;
  readonly validFrom: CalendarDate | null;
  readonly annulled: boolean;
}

/** Since when a member is expelled; undefined where no expulsion counts. Its end in time ends no expulsion: only that it was annulled does. */
export const expelledSince = (effects: readonly Effect[]): CalendarDate | undefined =>
  effects
    .filter((one) => one.form === 'EXPULSION' && !one.annulled)
    .flatMap((one) => one.validFrom ?? [])
    .toSorted()[0];
