import type { RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import type { PastImportState } from '@vungmanh/contracts/training/past-import';
import { Broken } from '@vungmanh/platform/problem';

/** From which state an import may go where. */
const next: Record<PastImportState, readonly PastImportState[]> = {
  READING: ['CHECKING', 'REFUSED'],
  CHECKING: ['READY', 'REFUSED'],
  READY: ['APPLYING', 'CANCELED'],
  APPLYING: ['DONE', 'REFUSED'],
  DONE: [],
  REFUSED: [],
  CANCELED: [],
};

export const mayGo = (from: PastImportState, to: PastImportState): boolean => next[from].includes(to);

/** All or nothing: one row in error keeps the whole sheet out. */
export function checkConfirm(state: PastImportState, counts: RowCounts | null): void {
  if (state !== 'READY' || counts === null) throw new Broken('training/import-not-ready');
  if (counts.errors > 0) throw new Broken('training/import-has-errors');
}
