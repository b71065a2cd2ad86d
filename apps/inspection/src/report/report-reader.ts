import { Injectable } from '@nestjs/common';
import type { InspectionReport, ReportPeriod } from '@vungmanh/contracts/inspection/report';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { refuse } from '@vungmanh/platform/problem';
import { figuresOf, periodOf, type Counted } from './report.rules.js';
import type { UpTree } from '@vungmanh/attendance/telling';

/** A report, and for whom. */
export interface Asked {
  readonly nodeId: string;
  readonly period: ReportPeriod;
  /** Whoever is told what they may read anyway; none: as much as may be told to anybody. */
  readonly asker: string | null;
  /** Narrows an organization to those in scope; appends its parameters. */
  readonly within: (column: string, params: unknown[]) => string;
}

type Row = Counted & { mine: number };
type Planned = InspectionReport['planned'][number];

/** What a body reports for a period, counted from the work itself: three statements, however many organizations there are. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async report(asked: Asked): Promise<InspectionReport> {
    const { nodeId, period } = asked;
    const { year, quarters, from, to } = periodOf(period);
    const [{ tree, name }, planned, rows] = await Promise.all([this.tree(asked), this.planned(asked), this.counted(asked, year - 1, year)]);
    return { nodeId, nodeName: name, period, from, to, planned, figures: figuresOf(rows, tree, { year, quarters }) };
  }

  async tree({ nodeId, within }: Asked): Promise<{ tree: UpTree; name: string }> {
    const params: unknown[] = [nodeId];
    const insideSql = within('t.descendant', params);
    const tree = await this.db.query<UpTree[number] & { name: string }>(
      `select n.id, n.parent_id as "parentId", n.name from tree_now t join node_view n on n.id = t.descendant
       where t.ancestor = $1 and ${insideSql} order by t.depth desc, n.code`,
      params,
    );
    const top = tree.at(-1);
    if (top === undefined) throw refuse('request/not-found');
    return { tree, name: top.name };
  }

  /** Whole years, both included: what can be told of a quarter hangs on what is told of its year. */
  async counted({ nodeId, asker, within }: Asked, fromYear: number, toYear: number): Promise<Counted[]> {
    const params: unknown[] = [nodeId, `${fromYear}-01-01`, `${toYear}-12-31`, this.clock.today(), asker];
    const insideSql = within('c.node_id', params);
    const rows = await this.db.query<Row>(
      `select c.node_id as "nodeId", c.year, c.quarter, c.measure, c.code, c.subject, c.n, c.mine
       from inspection_counts($1, $2, $3, $4, $5) c where ${insideSql} order by c.measure, c.code, c.subject`,
      params,
    );
    return rows.map(({ mine, ...row }) => ({ ...row, others: row.n - mine }));
  }

  private async planned({ nodeId, period, within }: Asked): Promise<Planned[]> {
    const { year, quarters } = periodOf(period);
    const params: unknown[] = [nodeId, year, quarters, this.clock.today()];
    const insideSql = within('g.node_id', params);
    const totals = (yearSql: string): string => `jsonb_build_object('planned', count(*) filter (where l.state = 'PLANNED' and ${yearSql}),
      'inProgress', count(*) filter (where l.state = 'IN_PROGRESS' and ${yearSql}), 'done', count(*) filter (where l.state = 'DONE' and ${yearSql}),
      'overdue', count(*) filter (where l.state in ('PLANNED', 'IN_PROGRESS') and l.due_on < $4::date and ${yearSql}))`;
    const rows = await this.db.query<Pick<Planned, 'kind' | 'subject' | 'before'> & { now: Planned['before'] }>(
      `select l.kind, l.subject, ${totals('g.year = $2')} as now, ${totals('g.year = $2 - 1')} as before
       from tree_now t join program g on g.node_id = t.descendant join plan_line l on l.program_id = g.id
       where t.ancestor = $1 and g.year in ($2, $2 - 1) and g.state in ('PUBLISHED', 'CLOSED') and l.quarter = any($3::smallint[])
         and l.state in ('PLANNED', 'IN_PROGRESS', 'DONE') and ${insideSql}
       group by l.kind, l.subject order by l.kind, l.subject desc`,
      params,
    );
    return rows.map(({ now, ...row }) => ({ ...row, ...now }));
  }
}
