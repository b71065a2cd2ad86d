import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Unit, UnitValue } from './unit.js';

/** `blocks`: the act would be void and is refused. `deviates`: the act stands and the deviation is stored with it. */
export type Effect = 'blocks' | 'deviates';

/** In which direction a province may tighten the value; `none` where neither direction is the stricter one. */
export type Stricter = 'higher' | 'lower' | 'none';

/**
 * How sure we are of a row: S0–S4 stated by a seed article, V the text or a press account of the document was read,
 * Q secondary material citing the document, G general knowledge that has to be checked before anyone relies on it.
 */
export type Mark = 'S0' | 'S1' | 'S2' | 'S3' | 'S4' | 'V' | 'Q' | 'G';

/** One value of a parameter while one document was in force: `validFrom` included, `validTo` not. */
export interface Row<Value> {
  readonly value: Value;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate;
  /** Codes of the node types that the row is for; absent: all. A row for the type beats a row for all. */
  readonly nodeTypes?: readonly string[];
  /** Document number and date. */
  readonly source: string;
  readonly mark: Mark;
}

/** A parameter of the regulations. Without rows it is a number for which no source was found: nothing is refused for it. */
export interface Parameter<U extends Unit> {
  readonly unit: U;
  readonly effect: Effect;
  readonly stricter: Stricter;
  /** The competent local committee may set any value, not only a stricter one. */
  readonly replaceable?: true;
  /** What a person is told when the act deviates or is refused. */
  readonly says: (value: UnitValue<U>) => string;
  readonly rows: readonly Row<UnitValue<U>>[];
}

/** Declares a parameter; the unit types its values. What is left out takes the usual: it deviates and has no stricter direction. */
export function parameter<const U extends Unit>(
  p: Omit<Parameter<U>, 'effect' | 'stricter'> & Partial<Pick<Parameter<U>, 'effect' | 'stricter'>>,
): Parameter<U> {
  return { effect: 'deviates', stricter: 'none', ...p };
}

/** A row in force since `validFrom` until further notice. */
export const since = <V>(validFrom: CalendarDate, value: V, source: string, mark: Mark): Row<V> => ({ value, validFrom, source, mark });
