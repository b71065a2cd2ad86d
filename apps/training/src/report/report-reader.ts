import { Injectable } from '@nestjs/common';
import type { UpTree } from '@vungmanh/attendance/telling';
import type { TrainingReport } from '@vungmanh/contracts/training/report';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Grants } from '@vungmanh/platform/scope/grants';
import { REPORT_YEARS, type getTrainingReport } from '@vungmanh/contracts/training/report';
import { COVERAGE_SQL, MEMBERS_SQL, THEORY_SQL, VOLUMES_SQL } from './report-sql.js';
import { type Counted, Sums, theoryOf, toldAs, volumesOf } from './report.rules.js';

type Asking = Pick<Call<typeof getTrainingReport>, 'actor' | 'scope'> & { input: { nodeId: string; year: number } };

/** What an organization and all below it have learned, counted from the work itself: a constant number of statements. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly grants: Grants,
  ) {}

  async report(call: Asking): Promise<TrainingReport> {
    const { nodeId, year } = call.input;
    const [{ tree, name }, keepsBack, rows, courses] = await Promise.all([
      this.tree(call),
      this.keepsBack(call),
      this.counted(call),
      this.db.query<{ id: string; label: string }>('select id, label from course_type order by position'),
    ]);
    const sums = new Sums(rows, keepsBack ? tree : undefined);
    // What is open adds up over the years: of two years that are told, the small difference would be told too.
    const tellsOpen = !keepsBack || year === Number(this.clock.today().slice(0, 4));
    const duties = courses
      .filter(({ id }) => sums.codes(`DUTY/${id}`).length > 0)
      .map(({ id, label }) => ({
        courseId: id,
        courseLabel: label,
        ...toldAs('open', tellsOpen ? sums.of(`DUTY/${id}`, 'OPEN', year) : undefined),
        ...toldAs('done', sums.of(`DUTY/${id}`, 'DONE', year)),
      }));
    return { nodeId, nodeName: name, year, keepsBack, volumes: volumesOf(sums, year), duties, theory: theoryOf(sums, year) };
  }

  private async tree({ input: { nodeId }, scope }: Asking): Promise<{ tree: UpTree; name: string }> {
    const params: unknown[] = [nodeId];
    const insideSql = scope.within('t.descendant', params);
    const tree = await this.db.query<UpTree[number] & { name: string }>(
      `select n.id, n.parent_id as "parentId", n.name from tree_now t join node_view n on n.id = t.descendant
       where t.ancestor = $1 and ${insideSql} order by t.depth desc, n.code`,
      params,
    );
    const top = tree.at(-1);
    if (!top) throw refuse('request/not-found');
    return { tree, name: top.name };
  }

  /** Whoever may see the persons of everything that is counted is told every number. */
  private async keepsBack({ actor, input: { nodeId } }: Asking): Promise<boolean> {
    const seesPersons = await this.grants.scope(actor, 'training:read');
    const params: unknown[] = [nodeId];
    const insideSql = seesPersons.within('t.descendant', params);
    const [row] = await this.db.query<{ all: boolean }>(`select bool_and(${insideSql}) as all from tree_now t where t.ancestor = $1`, params);
    return row?.all !== true;
  }

  private async counted({ input: { nodeId, year }, scope }: Asking): Promise<Counted[]> {
    const params: unknown[] = [nodeId, `${year - REPORT_YEARS + 1}-01-01`, `${year}-12-31`, `${year}-01-01`, this.clock.today()];
    const insideSql = scope.within('t.descendant', params);
    return this.db.query<Counted>(
      `with below as materialized (select t.descendant as id from tree_now t where t.ancestor = $1 and ${insideSql}),
         member as materialized (${MEMBERS_SQL})
       select r.node_id as "nodeId", r.year, r.measure, r.code, sum(r.n)::int as n
       from (${[VOLUMES_SQL, COVERAGE_SQL, THEORY_SQL].join(' union all ')}) r group by 1, 2, 3, 4`,
      params,
    );
  }
}
