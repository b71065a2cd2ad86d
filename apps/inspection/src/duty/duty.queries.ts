import { Injectable } from '@nestjs/common';
import { type Duty, inspectionDuties } from '@vungmanh/contracts/inspection/duty';
import type { Quarter, SupervisionState } from '@vungmanh/contracts/inspection/member-supervision';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { addDays, quarterOf } from '@vungmanh/regulations/calendar';
import { daysOf } from '../member-supervision/supervision.rules.js';
import { actorsOf } from '../program/program.rules.js';
import {
  checkDuties,
  type CheckFact,
  lineDuties,
  mostPressing,
  programDuties,
  type ProgramFact,
  quarterDuties,
  quartersAround,
} from './duty.rules.js';

/** What an organization owes today. Nothing of it is stored: what was done a moment ago is no duty any more. */
@Injectable()
export class DutyQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly grants: Grants,
  ) {}

  @Rpc(inspectionDuties)
  async list(call: Call<typeof inspectionDuties>): Promise<OutputOf<typeof inspectionDuties>> {
    const { nodeId } = call.input;
    const today = this.clock.today();
    const params: unknown[] = [nodeId];
    const [node] = await this.db.query<{ name: string; active: boolean; traits: NodeTraits }>(
      `select n.name, n.status = 'ACTIVE' as active, n.traits from node_view n where n.id = $1 and ${call.scope.within('n.id', params)}`,
      params,
    );
    if (!node?.active) return { nodeName: node?.name ?? '', items: [] };
    const checks =
      node.traits.inspectsAs === 'GRASSROOTS_COMMITTEE' && (await this.grants.permissionsAt(call.actor, nodeId)).has('inspection:check-meetings');
    const [programs, ofCell, ofChecks] = await Promise.all([
      this.programs(nodeId, today),
      node.traits.meetsAsCell ? this.ofCell(nodeId, today) : [],
      checks ? this.ofChecks(nodeId, today) : [],
    ]);
    const items = mostPressing([...programDuties(actorsOf(node.traits), programs, today), ...lineDuties(programs), ...ofCell, ...ofChecks]);
    return { nodeName: node.name, items };
  }

  private programs(nodeId: string, today: string): Promise<ProgramFact[]> {
    const quarterEnds = addDays(daysOf(quarterOf(today)).to, -1);
    return this.db.query<ProgramFact>(
      `select p.id, p.actor, p.year, p.state, l.due, l.overdue, l.first_due as "firstDue" from program p cross join lateral (
         select count(*)::int as due, (count(*) filter (where l.due_on < $2::date))::int as overdue, min(l.due_on)::text as first_due from plan_line l
         where l.program_id = p.id and p.state = 'PUBLISHED' and l.state in ('PLANNED', 'IN_PROGRESS') and l.due_on <= $3::date) l
       where p.node_id = $1 and p.state <> 'CLOSED'`,
      [nodeId, today, quarterEnds],
    );
  }

  private async ofCell(nodeId: string, today: string): Promise<Duty[]> {
    const [quarters, [open]] = await Promise.all([
      this.db.query<{ quarter: Quarter; state: SupervisionState }>(
        'select quarter, state from member_supervision where node_id = $1 and quarter = any($2::text[])',
        [nodeId, quartersAround(today)],
      ),
      this.db.query<{ findings: number; on: string | null }>(
        `select count(*)::int as findings, min(f.due)::text as "on" from check_finding f
           join meeting_check_told t on t.check_id = f.check_id and t.node_id = f.node_id
         where f.node_id = $1 and f.kind = 'SHORTCOMING' and f.state = 'OPEN' and f.dropped_at is null`,
        [nodeId],
      ),
    ]);
    const mend: Duty[] = open?.on ? [{ kind: 'FINDINGS', findings: open.findings, on: open.on, late: open.on < today }] : [];
    return [...quarterDuties(new Map(quarters.map((q) => [q.quarter, q.state])), today), ...mend];
  }

  private async ofChecks(nodeId: string, today: string): Promise<Duty[]> {
    const rows = await this.db.query<CheckFact & { publishedOn: string | null }>(
      `select c.id, c.half, c.state, c.planned_end::text as "plannedEnd", (c.published_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "publishedOn",
         (select count(*)::int from check_cell l where l.check_id = c.id and l.recorded_at is null) as left
       from meeting_check c where c.node_id = $1 order by c.half`,
      [nodeId],
    );
    const last = rows
      .flatMap(({ publishedOn }) => publishedOn ?? [])
      .toSorted()
      .at(-1);
    return checkDuties(rows, last, today);
  }
}
