import type { Demand } from '@vungmanh/documents/papers/case';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';
import { opened } from '../case/case-text.js';
import { recommendationText } from './recommendation.entity.js';

/** What the conclusion of a case asks for, as its paper prints it: with the days that were asked, whatever was extended since. */
export async function demandsOf(reader: Reader, sealer: Sealer, caseId: string): Promise<Demand[]> {
  const rows = await reader.query<{ id: string; content_sealed: string; doer: string; due: string }>(
    `select r.id, r.content_sealed, r.asked_due_on::text as due,
       coalesce((select 'Đồng chí ' || p.name from person_name p where p.person_id = r.doer_id),
         (select n.name from node_view n where n.id = r.doer_node_id), '') as doer
     from recommendation r where r.case_id = $1 order by r.asked_due_on, r.id`,
    [caseId],
  );
  return rows.map(({ id, content_sealed, doer, due }) => ({ content: opened(recommendationText.content, sealer, id, content_sealed), doer, due }));
}
