import { Injectable } from '@nestjs/common';
import { countMembers, listMembers, type MemberLine } from '@vungmanh/contracts/membership/member';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { lineOf, listLines } from './line.queries.js';

/** Lists of members: hot, plain SQL, narrowed to the scope. */
@Injectable()
export class ListService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(listMembers)
  async list(call: Call<typeof listMembers>): Promise<Page<MemberLine>> {
    const { input, scope } = call;
    const { items, ...rest } = await listLines(this.db, scope, input, this.clock.today());
    await this.trail.recordPage(call, { persons: items.map((m) => m.id), node: input.nodeId });
    return { items: items.map(lineOf), ...rest };
  }

  @Rpc(countMembers)
  async count({ input, scope }: Call<typeof countMembers>): Promise<OutputOf<typeof countMembers>> {
    const params: unknown[] = [this.clock.today(), input.nodeId];
    const { conditionSql: belowSql } = scope.below('m.node_id', '$2', params);
    const [counts] = await this.db.query<OutputOf<typeof countMembers>>(
      `select count(*)::int as total, (count(*) filter (where m.status = 'OFFICIAL'))::int as official,
         (count(*) filter (where m.status = 'PROBATIONARY'))::int as probationary,
         (count(*) filter (where m.exempt_until > $1))::int as exempt, (count(*) filter (where m.away_until > $1))::int as away
       from member_now m where m.active and ${belowSql}`,
      params,
    );
    if (!counts) throw new Error('A count answers one row');
    return counts;
  }
}
