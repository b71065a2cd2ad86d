import type { BodyRow } from '@vungmanh/contracts/organization/body';
import type { Committee, Seat, Term } from '@vungmanh/contracts/organization/committee';
import type { CalendarDate, Page } from '@vungmanh/contracts/types';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { decisionOf } from '../decision.js';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import { vacanciesOf } from './vacancy.rules.js';
import { postOrder } from './body.rules.js';

type Decided<T> = T & { decision_number: string | null; decision_date: string | null };

/** A body as a command needs it. */
export interface StandingBody {
  id: string;
  nodeId: string;
  kind: BodyRow['kind'];
  nodeType: string;
  status: 'ACTIVE' | 'ENDED';
  officialMembers: number | null;
}

/** A body of the scope; taken for the transaction when `lock`, so that its seats change one after another. */
export async function bodyInScope(reader: Reader, bodyId: string, scope: Scope, lock: boolean): Promise<StandingBody | undefined> {
  const params: unknown[] = [bodyId];
  const insideSql = scope.within('b.node_id', params);
  const [body] = await reader.query<StandingBody>(
    `select b.id, b.node_id as "nodeId", b.kind, n.type_code as "nodeType", n.status,
       nullif((select count(*)::int from person_name p where p.cell_id = b.node_id and p.official), 0) as "officialMembers"
     from body b join node_view n on n.id = b.node_id where b.id = $1 and ${insideSql} ${lock ? 'for update of b' : ''}`,
    params,
  );
  return body;
}

const termColumns = `t.id, t.version, t.body_id as "bodyId", t.number, t.valid_from::text as "from", t.planned_to::text as "plannedTo",
  t.valid_to::text as "to", t.decision_number, t.decision_date::text, t.deviations`;
type TermRow = Decided<Omit<Term, 'plannedTo' | 'to' | 'decision'>> & { plannedTo: string | null; to: string | null };

const seatColumns = `s.id, s.version, s.body_id as "bodyId", s.person_id as "personId", p.name, p.birth_year as "birthYear", s.post, s.origin,
  s.valid_from::text as "from", s.valid_to::text as "to", s.ended_because as "endedBecause", s.decision_number, s.decision_date::text, s.deviations,
  (select json_build_object('number', r.printed, 'date', r.date) from paper_number r where r.document_id = s.ended_by) as "endedBy"`;
type SeatRow = Decided<Omit<Seat, 'name' | 'birthYear' | 'to' | 'endedBecause' | 'decision' | 'endedBy'>> & {
  endedBy: Seat['endedBy'] | null;
  name: string | null;
  birthYear: number | null;
  to: string | null;
  endedBecause: Seat['endedBecause'] | null;
};

/** Without its columns of the decision, with the decision. */
function decided<T extends object>(row: Decided<T>) {
  const { decision_number, decision_date, ...rest } = row;
  return { ...rest, ...decisionOf({ decision_number, decision_date }) };
}

export async function termById(reader: Reader, id: string): Promise<Term | undefined> {
  const [row] = await reader.query<TermRow>(`select ${termColumns} from term t where t.id = $1`, [id]);
  return row && present(decided(row));
}

export async function seatById(reader: Reader, id: string): Promise<Seat | undefined> {
  const [row] = await reader.query<SeatRow>(
    `select ${seatColumns} from seat s left join person_name p on p.person_id = s.person_id where s.id = $1`,
    [id],
  );
  return row && present(decided(row));
}

/** The bodies of an organization with their terms and who sits in them on a day; three statements. */
export async function committeesOf(reader: Reader, nodeId: string, on: CalendarDate): Promise<Committee[]> {
  const bodies = await reader.query<Pick<Committee, 'bodyId' | 'kind' | 'name' | 'meets'>>(
    `select b.id as "bodyId", b.kind, b.name, b.meets from body_view b where b.node_id = $1 order by b.kind`,
    [nodeId],
  );
  const ids = bodies.map((b) => b.bodyId);
  const terms = await reader.query<TermRow>(`select ${termColumns} from term t where t.body_id = any($1::uuid[]) order by t.valid_from desc`, [ids]);
  const seats = await reader.query<SeatRow>(
    `select ${seatColumns} from seat s left join person_name p on p.person_id = s.person_id
       join term t on t.id = s.term_id and t.valid_from <= $2 and (t.valid_to is null or t.valid_to > $2)
     where s.body_id = any($1::uuid[]) and s.valid_from <= $2`,
    [ids, on],
  );
  return bodies.map((body) => {
    const ofBody = terms.filter((t) => t.bodyId === body.bodyId).map((t) => present(decided(t)));
    const term = ofBody.find((t) => t.from <= on && (t.to === undefined || on < t.to));
    const ofTerm = seats.filter((s) => s.bodyId === body.bodyId).map((s) => present(decided(s)));
    const sitting = ofTerm.filter((s) => s.to === undefined || s.to > on);
    return {
      ...body,
      ...(term ? { term } : {}),
      terms: ofBody,
      vacancies: vacanciesOf(ofTerm, on),
      seats: sitting.toSorted((a, b) => postOrder[a.post] - postOrder[b.post] || a.from.localeCompare(b.from) || a.id.localeCompare(b.id)),
    };
  });
}

/** Every body, or those named, by id. */
export async function snapshotOf(
  reader: Reader,
  input: { ids?: string[] | undefined; cursor?: string | undefined; limit: number },
  today: CalendarDate,
): Promise<Page<BodyRow>> {
  const params: unknown[] = [today, input.limit + 1];
  const after = readCursor(input.cursor, 1);
  const afterSql = after ? `and b.id > $${params.push(after[0])}::uuid` : '';
  const namedSql = input.ids ? `and b.id = any($${params.push(input.ids)}::uuid[])` : '';
  const rows = await reader.query<Omit<BodyRow, 'term'> & { term: BodyRow['term'] | null }>(
    `select b.id, b.version, b.node_id as "nodeId", b.kind, b.name, b.meets,
       (select jsonb_strip_nulls(jsonb_build_object('number', t.number, 'from', t.valid_from, 'to', t.valid_to)) from term t
        where t.body_id = b.id and t.valid_from <= $1 and (t.valid_to is null or t.valid_to > $1) order by t.valid_from desc limit 1) as term,
       coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('personId', s.person_id, 'post', s.post, 'from', s.valid_from, 'to', s.valid_to))
         order by s.valid_from, s.id) from seat s where s.body_id = b.id and (s.valid_to is null or s.valid_to > s.valid_from)), '[]') as seats,
       coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('personId', f.person_id, 'from', f.valid_from, 'to', f.valid_to))
         order by f.valid_from, f.id) from follower f where f.body_id = b.id), '[]') as followers
     from body_view b where true ${afterSql} ${namedSql} order by b.id limit $2`,
    params,
  );
  return pageOf(rows.map(present), input.limit, (r) => [r.id]);
}
