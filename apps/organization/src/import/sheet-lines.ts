import type { ImportSheet } from '@vungmanh/contracts/organization/import-sheet';
import type { SheetRow } from './sheet-reader.js';

/** What rows of members name: by code, or else by name. */
export interface NamedBy {
  code?: string;
  name?: string;
}

/**
 * A line of JSON that the child tells of a workbook. `members` announces that the next line holds that many of them, as the JSON list
 * that membership is sent: nobody on the way reads it.
 */
export type SheetLine =
  | { readonly organizations: readonly SheetRow[] }
  | { readonly members: number; readonly first: number; readonly named: readonly NamedBy[] }
  /** A sheet of ours is through. */
  | { readonly through: ImportSheet }
  /** Everything is; `trouble` is for the person who sent it. */
  | { readonly found: readonly ImportSheet[]; readonly trouble?: string };
