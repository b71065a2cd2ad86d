import { violationContentLabel, type ViolationContent } from '@vungmanh/contracts/inspection/discipline-state';
import type { RegisterPart, RegisterRow } from '@vungmanh/contracts/inspection/case-register';
import { recommendationText } from '../recommendation/recommendation.entity.js';
import { caseText, opened } from '../case/case-text.js';
import { type Behind, BEHIND_COLUMNS, BEHIND_JOINS, rowOf } from '../report/behind-row.js';
import { formatVi } from '@vungmanh/regulations/calendar';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';

/** A line of the book: a counted thing with its text and its papers. */
export interface Registered extends Behind {
  readonly sealed: string | null;
  readonly contents: ViolationContent[] | null;
  readonly papers: { kind: string; printed: string | null; on: string }[];
}

/** Which rows of the report's count each part of the book is. */
export const measureOf: Record<RegisterPart, string> = { CASES: 'CASE_OPENED', RECOMMENDATIONS: 'RECOMMENDATION', DISCIPLINE: 'DISCIPLINE_BY_FORM' };

/** Where the body is whose book it is: a recommendation is counted where its doer is, and kept by whoever has asked for it. */
export const BODY_OF: Record<RegisterPart, string> = { CASES: 'k.node_id', RECOMMENDATIONS: 'c.node_id', DISCIPLINE: 'k.node_id' };

export const REGISTERED_COLUMNS = `${BEHIND_COLUMNS}, coalesce(r.content_sealed, c.content_sealed) as sealed, d.contents,
  (select coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'printed', x.printed, 'on', x.dated) order by x.dated, x.kind), '[]') from (
     select kind, printed, dated_on::text as dated from case_paper where case_id = k.owner_id and kind in ('DECISION', 'CONCLUSION')
     union all select kind, printed, dated::text from discipline_paper where case_id = k.owner_id and kind = 'DECISION') x) as papers`;

/** `e.actor` and the like: whose book a counted row belongs in. */
export const REGISTERED_JOINS = BEHIND_JOINS;
export const OF_ACTOR = 'coalesce(c.actor, d.actor)';

const paperName: Readonly<Record<string, string>> = { DECISION: 'Quyết định', CONCLUSION: 'Thông báo kết luận' };

const paperText = ({ kind, printed, on }: Registered['papers'][number]): string =>
  [paperName[kind] ?? '', printed === null ? '' : printed.charAt(0).toLocaleLowerCase('vi') + printed.slice(1), `ngày ${formatVi(on)}`]
    .filter((part) => part !== '')
    .join(' ');

function textOf(row: Registered, sealer: Sealer): string {
  if (row.contents !== null) return row.contents.map((content) => violationContentLabel[content]).join('; ');
  if (row.sealed === null) return '';
  return row.recommended === null
    ? opened(caseText.content, sealer, row.ownerId, row.sealed)
    : opened(recommendationText.content, sealer, row.id, row.sealed);
}

export function registerRowOf(row: Registered, sealer: Sealer): RegisterRow {
  const { id, opens, openId, on, about, what, stands } = rowOf(row);
  const text = textOf(row, sealer);
  return { id, opens, openId, on, about, what: text === '' ? what : `${what}: ${text}`, papers: row.papers.map(paperText), stands };
}
