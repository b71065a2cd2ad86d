import { Injectable } from '@nestjs/common';
import { endManagement, recordManagement, type MemberVersion } from '@vungmanh/contracts/membership/member-change';
import { broke } from '@vungmanh/platform/db/broke';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { expectBegun, expectMember } from './member.rules.js';
import { MemberStore } from './member.store.js';

/** Who is managed by a committee above their cell, and since when. */
@Injectable()
export class ManagementService {
  constructor(private readonly store: MemberStore) {}

  @Rpc(recordManagement)
  async record(call: Call<typeof recordManagement>): Promise<MemberVersion> {
    const { personId, nodeId, from, to } = call.input;
    try {
      return await this.store.change(call, async (record, tx) => {
        const { id, today } = this.store.act;
        expectMember(record.standing.status);
        expectBegun({ from, to }, today);
        const above = await tx.query('select 1 from tree_now where descendant = $1 and ancestor = $2 and depth > 0', [record.home.nodeId, nodeId]);
        if (above.length === 0) throw fail(recordManagement, 'membership/manager-not-above');
        await tx.query('insert into management (id, person_id, node_id, valid_from, valid_to) values ($1, $2, $3, $4, $5)', [
          id,
          personId,
          nodeId,
          from,
          to ?? null,
        ]);
      });
    } catch (error) {
      if (broke(error, 'management_once')) throw fail(recordManagement, 'membership/managed-already');
      throw error;
    }
  }

  @Rpc(endManagement)
  end(call: Call<typeof endManagement>): Promise<MemberVersion> {
    const { personId, periodId, to } = call.input;
    return this.store.change(call, async (_record, tx) => {
      const [period] = await tx.query<{ from: string; to: string | null }>(
        'select valid_from::text as "from", valid_to::text as "to" from management where id = $1 and person_id = $2 for update',
        [periodId, personId],
      );
      if (!period) throw refuse('request/not-found');
      if (to <= period.from || (period.to !== null && period.to < to)) throw fail(endManagement, 'membership/dates-out-of-order');
      await tx.query('update management set valid_to = $2 where id = $1', [periodId, to]);
    });
  }
}
