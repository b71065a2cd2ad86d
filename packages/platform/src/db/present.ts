type Nullable<T> = { [K in keyof T]: null extends T[K] ? K : never }[keyof T];

/** A row whose empty columns are optional instead of null, as the wire wants it. */
export type Present<T> = { [K in Exclude<keyof T, Nullable<T>>]: T[K] } & { [K in Nullable<T>]?: Exclude<T[K], null> };

/** Leaves out the columns that are null. */
export function present<T extends object>(row: T): Present<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Present<T>;
}
