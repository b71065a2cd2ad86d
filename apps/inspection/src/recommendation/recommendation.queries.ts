import { Injectable } from '@nestjs/common';
import {
  downloadRecommendationEvidence,
  myRecommendations,
  overdueRecommendations,
  type Recommendation,
} from '@vungmanh/contracts/inspection/recommendation';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { told } from '@vungmanh/attendance/few';
import { RecommendationFiles } from './recommendation-files.js';
import { isDoerSql, RecommendationPage } from './recommendation-page.js';

/** What is read of recommendations: one's own with everything in it, and by the bodies above how many are late. */
@Injectable()
export class RecommendationQueries {
  constructor(
    private readonly db: Db,
    private readonly page: RecommendationPage,
    private readonly files: RecommendationFiles,
    private readonly clock: Clock,
  ) {}

  @Rpc(myRecommendations)
  async mine(call: Call<typeof myRecommendations>): Promise<Page<Recommendation>> {
    const { cursor, limit, open } = call.input;
    const after = readCursor(cursor, 2);
    const rows = await this.page.of(call.actor.person, (params) => {
      const afterSql = after ? `and (r.due_on, r.id) > ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
      return `where ${isDoerSql} and r.state ${open ? '<>' : '='} 'CLOSED' ${afterSql} order by r.due_on, r.id limit $${params.push(limit + 1)}`;
    });
    return pageOf(rows, limit, (r) => [r.dueOn, r.id]);
  }

  @Rpc(downloadRecommendationEvidence)
  download(call: Call<typeof downloadRecommendationEvidence>): Promise<OutputOf<typeof downloadRecommendationEvidence>> {
    return this.files.download(call);
  }

  @Rpc(overdueRecommendations)
  async overdue(call: Call<typeof overdueRecommendations>): Promise<OutputOf<typeof overdueRecommendations>> {
    const { nodeId, cursor, limit } = call.input;
    const params: unknown[] = [nodeId, this.clock.today()];
    const { conditionSql } = call.scope.below('d.node_id', '$1', params);
    const after = readCursor(cursor, 1);
    const afterSql = after ? `and d.node_id > $${params.push(after[0])}::uuid` : '';
    const rows = await this.db.query<{ nodeId: string; nodeName: string; late: number; since: string }>(
      `select d.node_id as "nodeId", coalesce(n.name, '') as "nodeName", count(*)::int as late, min(d.due_on)::text as since
       from recommendation_due d left join node_view n on n.id = d.node_id
       where d.owed and d.due_on < $2::date and ${conditionSql} ${afterSql} group by 1, 2 order by 1 limit $${params.push(limit + 1)}`,
      params,
    );
    return pageOf(
      rows.map(({ late, ...row }) => ({ ...row, fewer: told(late) === undefined })),
      limit,
      (row) => [row.nodeId],
    );
  }
}
