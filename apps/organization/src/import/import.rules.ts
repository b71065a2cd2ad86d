import type { ImportState } from '@vungmanh/contracts/organization/import';
import type { ImportSheet, RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import { Broken } from '@vungmanh/platform/problem';

/** From which state an import may go where. */
const next: Record<ImportState, readonly ImportState[]> = {
  READING: ['CHECKING', 'REFUSED'],
  CHECKING: ['READY', 'REFUSED'],
  READY: ['APPLYING_ORGANIZATIONS', 'APPLYING_MEMBERS', 'CANCELED'],
  APPLYING_ORGANIZATIONS: ['APPLYING_MEMBERS', 'DONE', 'REFUSED'],
  APPLYING_MEMBERS: ['DONE'],
  DONE: [],
  REFUSED: [],
  CANCELED: [],
};

export const mayGo = (from: ImportState, to: ImportState): boolean => next[from].includes(to);

/** What a preview has found. */
export interface Preview {
  state: ImportState;
  organizations: RowCounts | null;
  members: RowCounts | null;
  /** Members of the file belong to cells that only the file's other sheet brings. */
  membersNeedOrganizations: boolean;
}

/** Refuses sheets that cannot be applied whole; answers the state with which applying begins. */
export function checkConfirm(preview: Preview, sheets: readonly ImportSheet[]): 'APPLYING_ORGANIZATIONS' | 'APPLYING_MEMBERS' {
  if (preview.state !== 'READY') throw new Broken('organization/import-not-ready');
  const countsOf: Record<ImportSheet, RowCounts | null> = { ORGANIZATIONS: preview.organizations, MEMBERS: preview.members };
  for (const sheet of sheets) {
    const counts = countsOf[sheet];
    if (counts === null) throw new Broken('organization/import-sheet-missing');
    if (counts.errors > 0) throw new Broken('organization/import-has-errors');
  }
  if (sheets.includes('ORGANIZATIONS')) return 'APPLYING_ORGANIZATIONS';
  if (preview.membersNeedOrganizations) throw new Broken('organization/import-needs-organizations');
  return 'APPLYING_MEMBERS';
}
