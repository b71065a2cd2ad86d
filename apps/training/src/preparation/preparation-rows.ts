import { personFacts } from '@vungmanh/contracts/membership/recognize';
import type { BodyKind } from '@vungmanh/contracts/organization/body';
import type { Preparation } from '@vungmanh/contracts/training/preparation';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import type { TheoryLevel } from '@vungmanh/contracts/training/report';
import { Injectable } from '@nestjs/common';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { isOfTheBase } from '../duty/duty.rules.js';
import { homeCellSql } from '../past-attendance/home-cell.js';
import { checksOf } from './preparation.rules.js';

interface Row extends Omit<Preparation, 'checks' | 'expired'> {
  sortKey: string;
  body: BodyKind;
  inspectsAs: NodeTraits['inspectsAs'] | null;
  status: 'PROBATIONARY' | 'OFFICIAL' | null;
  taken: Record<string, string>;
}

/** Finished courses of a person by code, with the last day of each: what is in past attendances, classes, and closed duties. */
const TAKEN_SQL = `(select coalesce(jsonb_object_agg(x.code, x.day), '{}') from (
    select t.code, max(y.day) as day from (
      select a.course_id, a.to_on as day from past_attendance a where a.person_id = p.person_id and a.result <> 'FAILED'
      union all select c.course_id, c.to_on from class_enrollment e join training_class c on c.id = e.class_id
        where e.person_id = p.person_id and e.state in ('PASSED', 'CERTIFIED')
      union all select d.course_id, d.closed_on from duty d where d.person_id = p.person_id and d.state = 'DONE'
    ) y join course_type t on t.id = y.course_id group by t.code) x)`;

/** `$1`: today. */
const ROWS_SQL = `
  select p.id, p.version, p.node_id as "nodeId", coalesce(n.name, '') as "nodeName", p.person_id as "personId", coalesce(w.name, '') as "personName",
    coalesce(h.name, '') as "cellName", p.body_id as "bodyId", coalesce(b.name, '') as "bodyName", coalesce(b.kind, 'COMMITTEE') as body, n.traits ->> 'inspectsAs' as "inspectsAs", p.post, p.term,
    p.from_on::text as "from", p.to_on::text as "to", p.proposed_by as "proposedBy", p.state, p.steps, coalesce(w.sort_key, '') as "sortKey",
    (select r.status from roster_line r where r.person_id = p.person_id and r.valid_from <= $1::date and (r.valid_to is null or r.valid_to > $1::date)
     order by r.enrollment = 'TEMPORARY_HERE' limit 1) as status, ${TAKEN_SQL} as taken
  from preparation p left join person_name w on w.person_id = p.person_id left join node_view n on n.id = p.node_id left join body_view b on b.id = p.body_id
  left join node_view h on h.id = ${homeCellSql('p.person_id')}`;

const theoryFrom = (taken: Row['taken']): TheoryLevel =>
  taken['THEORY_ADVANCED'] ? 'ADVANCED' : taken['THEORY_INTERMEDIATE'] ? 'INTERMEDIATE' : taken['THEORY_ELEMENTARY'] ? 'ELEMENTARY' : 'NONE';

/** Entries as a person who has the mandate sees them, with what each has and lacks: three questions, however many they are. */
@Injectable()
export class PreparationRows {
  constructor(
    private readonly db: Db,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
  ) {}

  get today(): string {
    return this.clock.today();
  }

  /** `whereSql` may refer to `p` and `w`; `$1` of `params` is {@link today}. At most 200 rows. */
  async read(whereSql: string, params: readonly unknown[], trace: string): Promise<(Preparation & { sortKey: string })[]> {
    const rows = await this.db.query<Row>(`${ROWS_SQL} where ${whereSql}`, [...params]);
    if (rows.length === 0) return [];
    const personIds = [...new Set(rows.map((row) => row.personId))];
    const [{ people }, context] = await Promise.all([this.rpc.call(personFacts, { personIds }, { trace }), provinceContext(this.db)]);
    const facts = new Map(people.map((one) => [one.personId, one]));
    return rows.map(({ body, inspectsAs, status, taken, ...row }) => {
      const known = { ...facts.get(row.personId), status: status ?? undefined, theory: theoryFrom(taken), taken };
      const aim = { post: row.post, body, from: row.from, ofTheBase: inspectsAs !== null && isOfTheBase(body, inspectsAs) };
      const checks = checksOf(known, aim, this.today, context);
      return { ...row, expired: row.state === 'APPROVED' && row.to < this.today, checks };
    });
  }
}
