import { Injectable } from '@nestjs/common';
import { linesOnOrganization, myPlanLines, type SubjectLine } from '@vungmanh/contracts/inspection/subject-line';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present, type Present } from '@vungmanh/platform/db/present';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';

type Nulled = 'fromOn' | 'toOn' | 'doneOn';
type SubjectRow = Omit<SubjectLine, Nulled> & Record<Nulled, string | null>;

/** What published programs tell their subjects. Of an inspection on suspicion they hear when it begins, not before. */
@Injectable()
export class ToldQueries {
  constructor(private readonly db: Db) {}

  @Rpc(myPlanLines)
  mine(call: Call<typeof myPlanLines>): Promise<Page<SubjectLine>> {
    return this.told(call.input, `l.subject = 'MEMBER' and l.subject_id = $1`, [call.actor.person]);
  }

  @Rpc(linesOnOrganization)
  onOrganization(call: Call<typeof linesOnOrganization>): Promise<Page<SubjectLine>> {
    const params: unknown[] = [call.input.nodeId];
    const insideSql = call.scope.within('l.subject_id', params);
    return this.told(call.input, `l.subject = 'ORGANIZATION' and l.subject_id = $1 and ${insideSql}`, params);
  }

  /** The latest quarter first. */
  private async told(input: { cursor?: string | undefined; limit: number }, whoseSql: string, params: unknown[]): Promise<Page<SubjectLine>> {
    const p = (value: unknown): string => `$${params.push(value)}`;
    const after = readCursor(input.cursor, 3);
    const afterSql = after ? `and (l.year, l.quarter, l.id) < (${p(after[0])}::smallint, ${p(after[1])}::smallint, ${p(after[2])}::uuid)` : '';
    const rows = await this.db.query<SubjectRow>(
      `select l.id, l.year, l.quarter, l.kind, g.actor, coalesce(n.name, '') as "actorNodeName", l.content, l.from_on::text as "fromOn", l.to_on::text as "toOn",
         l.state, l.done_on::text as "doneOn"
       from plan_line l join program g on g.id = l.program_id left join node_view n on n.id = l.actor_node_id
       where ${whoseSql} and g.state in ('PUBLISHED', 'CLOSED') and l.state <> 'MOVED'
         and (l.kind <> 'SUSPECTED_VIOLATION_INSPECTION' or l.state in ('IN_PROGRESS', 'DONE')) ${afterSql}
       order by l.year desc, l.quarter desc, l.id desc limit ${p(input.limit + 1)}`,
      params,
    );
    return pageOf<Present<SubjectRow>>(rows.map(present), input.limit, (row) => [String(row.year), String(row.quarter), row.id]);
  }
}
