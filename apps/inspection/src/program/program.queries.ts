import { Injectable } from '@nestjs/common';
import { getProgram, listPrograms, programChoices, type Program, type ProgramActor, type ProgramLine } from '@vungmanh/contracts/inspection/program';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ProgramPage } from './program-page.js';
import { actorsOf } from './program.rules.js';

/** Programs as lists and as pages: what lies in the scope of who asks. */
@Injectable()
export class ProgramQueries {
  constructor(
    private readonly db: Db,
    private readonly page: ProgramPage,
    private readonly clock: Clock,
  ) {}

  @Rpc(getProgram)
  get(call: Call<typeof getProgram>): Promise<Program> {
    return this.page.of(this.db, call.actor, call.input.programId, (params) => call.scope.within('p.node_id', params));
  }

  /** By the organization's code. */
  @Rpc(listPrograms)
  async list(call: Call<typeof listPrograms>): Promise<Page<ProgramLine>> {
    const { nodeId, year, below, cursor, limit } = call.input;
    const params: unknown[] = [nodeId, year, this.clock.today()];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const whereSql = below ? 'p.node_id in (select t.descendant from tree_now t where t.ancestor = $1)' : 'p.node_id = $1';
    const insideSql = call.scope.within('p.node_id', params);
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (n.code, p.id) > (${p(after[0])}, ${p(after[1])}::uuid)` : '';
    const rows = await this.db.query<ProgramLine & { code: string }>(
      `with found as (
         select p.*, n.name as node_name, n.code from program p join node_view n on n.id = p.node_id
         where p.year = $2 and ${whereSql} and ${insideSql} ${afterSql} order by n.code, p.id limit ${p(limit + 1)})
       select f.id, f.version, f.node_id as "nodeId", f.node_name as "nodeName", f.actor, f.year, f.state, f.code, t.lines
       from found f cross join lateral (select jsonb_build_object('planned', count(*) filter (where l.state = 'PLANNED'),
         'inProgress', count(*) filter (where l.state = 'IN_PROGRESS'), 'done', count(*) filter (where l.state = 'DONE'),
         'overdue', count(*) filter (where l.state in ('PLANNED', 'IN_PROGRESS') and l.due_on < $3::date)) as lines
         from plan_line l where l.program_id = f.id) t
       order by f.code, f.id`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.code, row.id]);
  }

  @Rpc(programChoices)
  async choices(call: Call<typeof programChoices>): Promise<OutputOf<typeof programChoices>> {
    const { nodeId, year } = call.input;
    const params: unknown[] = [nodeId, year];
    const insideSql = call.scope.within('n.id', params);
    const rows = await this.db.query<{ traits: NodeTraits; actor: ProgramActor | null; id: string | null }>(
      `select n.traits, p.actor, p.id from node_view n left join program p on p.node_id = n.id and p.year = $2 where n.id = $1 and ${insideSql}`,
      params,
    );
    const known = new Map(rows.map((row) => [row.actor, row.id]));
    const actors = rows[0] ? actorsOf(rows[0].traits) : [];
    return {
      items: actors.map((actor) => {
        const programId = known.get(actor);
        return { actor, ...(programId ? { programId } : {}) };
      }),
    };
  }
}
