import type { InspectionCase } from '@vungmanh/contracts/inspection/case';
import type { WrittenReportState } from '@vungmanh/contracts/inspection/written-report-state';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import { reportText } from '../written-report/report-text.js';
import { shownState } from '../written-report/written-report.rules.js';
import type { CaseEntity } from './case.entity.js';

type Links = Pick<InspectionCase, 'cameFrom' | 'wentTo'>;

/** Where a case came from and where it went on to. What lies on another list is told to who is on that one too, and to nobody else. */
export async function linksOf(reader: Reader, sealer: Sealer, entity: CaseEntity, person: string | undefined): Promise<Links> {
  const params = [entity.id, person];
  const [from] =
    entity.fromReportId === null
      ? []
      : await reader.query<{ nodeName: string | null; datedOn: string | null; handedOn: boolean; caseId: string | null }>(
          `select n.name as "nodeName", w.dated_on::text as "datedOn", w.from_case_id is not null as "handedOn",
             (select c.id from inspection_case c where c.id = w.from_case_id and $2 = any(c.inner_ids)) as "caseId"
           from inspection_case own left join written_report w on w.id = own.from_report_id and $2 = any(w.listed_ids)
             left join node_view n on n.id = w.node_id where own.id = $1`,
          params,
        );
  return {
    ...(from ? { cameFrom: present(from) } : {}),
    ...(entity.escalatedTo === null ? {} : { wentTo: { target: entity.escalatedTo, ...(await onwards(reader, sealer, params)) } }),
  };
}

async function onwards(reader: Reader, sealer: Sealer, params: unknown[]): Promise<Omit<NonNullable<Links['wentTo']>, 'target'>> {
  const [discipline] = await reader.query<{ id: string }>(
    'select d.id from discipline_case d where d.source_case_id = $1 and $2 = any(d.readers) order by d.id desc limit 1',
    params,
  );
  const [to] = await reader.query<Onwards>(
    `select w.id, t.name as "toName", w.state, w.receiver_ids @> array[$2::uuid] as receives, w.received_at as "receivedAt", w.answer_sealed,
       (select c.id from inspection_case c where c.from_report_id = w.id and $2 = any(c.inner_ids) order by c.id desc limit 1) as "caseId"
     from written_report w left join node_view t on t.id = w.to_node_id where w.from_case_id = $1 and $2 = any(w.listed_ids)`,
    params,
  );
  const { id, state, receives, answer_sealed, receivedAt, ...shown } = to ?? nowhere;
  return present({
    ...shown,
    disciplineId: discipline?.id ?? null,
    state: state && shownState(state, receives),
    receivedAt: receivedAt?.toISOString() ?? null,
    answer: reportText.answer.read(sealer, id, answer_sealed) ?? null,
  });
}

/** The organization itself, then those above it, the nearest first. */
export const receiversFrom = (reader: Reader, nodeId: string): Promise<{ id: string; name: string }[]> =>
  reader.query('select n.id, n.name from tree_now t join node_view n on n.id = t.ancestor where t.descendant = $1 order by t.depth', [nodeId]);

interface Onwards {
  id: string;
  toName: string | null;
  state: WrittenReportState | null;
  receives: boolean;
  receivedAt: Date | null;
  answer_sealed: string | null;
  caseId: string | null;
}
const nowhere: Onwards = { id: '', toName: null, state: null, receives: false, receivedAt: null, answer_sealed: null, caseId: null };
