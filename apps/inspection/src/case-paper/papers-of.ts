import type { CasePaper, CasePaperKind } from '@vungmanh/contracts/inspection/case-paper';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { CaseEntity } from '../case/case.entity.js';
import { paperKindsOf } from './case-paper.rules.js';

/** How a paper stands in the register. */
export interface Standing {
  readonly kind: CasePaperKind;
  readonly datedOn: string;
  readonly printed: string | null;
  readonly registered: boolean;
}

export const standingsOf = (reader: Reader, caseId: string): Promise<Standing[]> =>
  reader.query<Standing>(`select kind, dated_on::text as "datedOn", printed, registered from case_paper where case_id = $1`, [caseId]);

/** The papers that have their content now, each with its number. */
export async function papersOf(reader: Reader, entity: CaseEntity): Promise<CasePaper[]> {
  const standings = await standingsOf(reader, entity.id);
  return paperKindsOf(entity).map((kind) => {
    const standing = standings.find((s) => s.kind === kind);
    const awaited = standing !== undefined && standing.registered && standing.printed === null;
    return { kind, awaited, ...(standing?.printed ? { number: standing.printed } : {}) };
  });
}
