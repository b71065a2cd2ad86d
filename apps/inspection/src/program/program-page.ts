import { Injectable } from '@nestjs/common';
import type { Program, ProgramActor, ProgramState, SensitiveMark } from '@vungmanh/contracts/inspection/program';
import type { Post } from '@vungmanh/contracts/organization/body';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { Clock } from '@vungmanh/platform/clock';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';
import { Grants } from '@vungmanh/platform/scope/grants';
import { actsFor, isRegistered } from './program.rules.js';

interface ProgramRow {
  id: string;
  version: number;
  nodeId: string;
  nodeName: string;
  actor: ProgramActor;
  year: number;
  state: ProgramState;
  approved_on: string | null;
  approved_in: string | null;
  number: string | null;
  published_at: Date | null;
  closed_at: Date | null;
  quarters: Program['quarters'];
  sensitive: (Omit<SensitiveMark, 'post'> & { post: Post | null })[];
}

/** Draws a program as a person sees it, with what that person may do. */
@Injectable()
export class ProgramPage {
  constructor(
    private readonly grants: Grants,
    private readonly clock: Clock,
  ) {}

  /** The program with this id; `insideSql` appends the parameters that narrow it. `reader` is the open transaction where there is one. */
  async of(reader: Reader, actor: Actor, programId: string, insideSql: (params: unknown[]) => string): Promise<Program> {
    const params: unknown[] = [programId, this.clock.today()];
    const narrowedSql = insideSql(params);
    const [row] = await reader.query<ProgramRow>(
      `select p.id, p.version, p.node_id as "nodeId", coalesce(n.name, '') as "nodeName", p.actor, p.year, p.state, p.approved_on::text, p.approved_in,
         p.number, p.published_at, p.closed_at,
         (select jsonb_agg(q order by q.quarter) from (select s.quarter,
            count(l.id) filter (where l.state = 'PLANNED')::int as planned, count(l.id) filter (where l.state = 'IN_PROGRESS')::int as "inProgress",
            count(l.id) filter (where l.state = 'DONE')::int as done,
            count(l.id) filter (where l.state in ('PLANNED', 'IN_PROGRESS') and l.due_on < $2::date)::int as overdue
          from generate_series(1, 4) s(quarter) left join plan_line l on l.program_id = p.id and l.quarter = s.quarter group by s.quarter) q) as quarters,
         coalesce((select jsonb_agg(jsonb_build_object('nodeId', m.node_id, 'nodeName', coalesce(mn.name, ''), 'post', m.post, 'reason', m.reason)
            order by mn.code, m.post) from sensitive_mark m left join node_view mn on mn.id = m.node_id where m.program_id = p.id), '[]') as sensitive
       from program p left join node_view n on n.id = p.node_id where p.id = $1 and ${narrowedSql}`,
      params,
    );
    if (!row) throw refuse('request/not-found');
    return shown(row, await this.grants.permissionsAt(actor, row.nodeId, reader));
  }
}

function shown(row: ProgramRow, held: ReadonlySet<string>): Program {
  const { id, version, nodeId, nodeName, actor, year, state, quarters, number } = row;
  const sum = (of: (q: Program['quarters'][number]) => number): number => quarters.reduce((total, q) => total + of(q), 0);
  return {
    id,
    version,
    nodeId,
    nodeName,
    actor,
    year,
    state,
    quarters,
    lines: { planned: sum((q) => q.planned), inProgress: sum((q) => q.inProgress), done: sum((q) => q.done), overdue: sum((q) => q.overdue) },
    ...(row.approved_on === null
      ? {}
      : {
          approval: {
            on: row.approved_on,
            meeting: row.approved_in ?? '',
            ...(number === null ? {} : { number }),
            numberAwaited: number === null && isRegistered(actor),
          },
        }),
    ...(row.published_at === null ? {} : { publishedAt: row.published_at.toISOString() }),
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at.toISOString() }),
    sensitive: row.sensitive.map(present),
    may: actsFor(state, held),
  };
}
