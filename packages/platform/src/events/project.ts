import type { EventContract, ItemOf, Versioned } from '@vungmanh/contracts/event';
import type { OutputOf, Query } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import 'reflect-metadata';
import type { z } from 'zod';
import type { Tx } from '../db/tx.js';

const PROJECTED = Symbol('vungmanh:project');

/** `<noun>.snapshot`: pages of all rows, or those named by `ids` (at most 200). */
export type Snapshot = Query & {
  readonly input: z.ZodType<{ ids?: string[] | undefined; cursor?: string | undefined; limit: number }>;
  readonly output: z.ZodType<Page<z.infer<typeof Versioned>>>;
};

export type RowOf<S extends Snapshot> = OutputOf<S>['items'][number];

export interface Projected<E extends EventContract = EventContract, S extends Snapshot = Snapshot> {
  /** Names the projection for good. */
  readonly name: string;
  readonly event: E;
  readonly snapshot: S;
  /** Statements that empty its tables (`delete from …`: readers go on seeing the old rows until it is filled again). */
  readonly empty: readonly string[];
  /** The rows that an item speaks of, when they are not its own `id`. */
  readonly ids?: (item: ItemOf<E>) => string[];
}

/**
 * Keeps this service's own copy of another's noun. The method writes rows with `placeNewer`, so that only higher versions
 * count; duplicates and any order then give the same state. The rows come from the owner: all pages when the projection is
 * new or made anew, afterwards those that an event names.
 */
export function Project<E extends EventContract, S extends Snapshot>(projected: Projected<E, S>) {
  return <M extends (rows: RowOf<S>[], tx: Tx) => Promise<void>>(
    _target: object,
    _name: string | symbol,
    method: TypedPropertyDescriptor<M>,
  ): void => {
    if (method.value) Reflect.defineMetadata(PROJECTED, projected, method.value);
  };
}

/** What a method projects, if anything. */
export function projectedBy(method: object): Projected | undefined {
  return Reflect.getMetadata(PROJECTED, method) as Projected | undefined;
}
