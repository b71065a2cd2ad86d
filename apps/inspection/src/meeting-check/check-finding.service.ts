import { Injectable } from '@nestjs/common';
import { findingsOfCell, settleCheckFinding } from '@vungmanh/contracts/inspection/check-notice';
import { obligationChanged } from '@vungmanh/contracts/inspection/obligation';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { countStatement } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { In } from 'typeorm';
import { CheckFindingEntity } from './check-finding.entity.js';

interface Row {
  id: string;
  half: string;
  publishedAt: Date;
}

/** What published checks have found about a cell, and what becomes of it. */
@Injectable()
export class CheckFindingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly trail: ReadTrail,
  ) {}

  /** The cell's own, for who answers for it; what was found elsewhere is nowhere in it. */
  @Rpc(findingsOfCell)
  async list(call: Call<typeof findingsOfCell>): Promise<OutputOf<typeof findingsOfCell>> {
    const { nodeId, cursor, limit } = call.input;
    const params: unknown[] = [nodeId];
    const [after] = readCursor(cursor, 1) ?? [];
    const afterSql = after === undefined ? 'true' : `f.id < $${params.push(after)}::uuid`;
    const rows = await this.db.query<Row>(
      `select f.id, c.half, c.published_at as "publishedAt" from check_finding f join meeting_check_told t on t.check_id = f.check_id and t.node_id = f.node_id
         join meeting_check c on c.id = f.check_id
       where f.node_id = $1 and f.dropped_at is null and ${call.scope.within('f.node_id', params)} and ${afterSql}
       order by f.id desc limit $${params.push(limit + 1)}`,
      params,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.id]);
    const found = await this.db.load((manager) => manager.findBy(CheckFindingEntity, { id: In(items.map((row) => row.id)) }));
    const byId = new Map(found.map((finding) => [finding.id, finding]));
    await this.trail.recordRead(call, { persons: [], node: nodeId });
    const shown = items.flatMap(({ id, half, publishedAt }) => {
      const finding = byId.get(id);
      return finding ? [{ ...finding.read(this.sealer), half, publishedAt: publishedAt.toISOString() }] : [];
    });
    return { items: shown, ...(next === undefined ? {} : { next }) };
  }

  @Rpc(settleCheckFinding)
  async settle(call: Call<typeof settleCheckFinding>): Promise<OutputOf<typeof settleCheckFinding>> {
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [call.input.findingId];
      const found = await tx.query(
        `select 1 as found from check_finding f join meeting_check c on c.id = f.check_id
         where f.id = $1 and c.state = 'PUBLISHED' and f.dropped_at is null and ${call.scope.within('c.node_id', params)}`,
        params,
      );
      if (found.length === 0) throw refuse('request/not-found');
      countStatement();
      const finding = await tx.manager.findOneByOrFail(CheckFindingEntity, { id: call.input.findingId });
      tx.expectVersion(call, finding);
      tx.about({ node: finding.nodeId, target: finding.id });
      finding.settle(this.clock.now());
      await tx.update(finding);
      tx.publish(obligationChanged, finding.obligation);
      return { id: finding.id, version: finding.version, state: finding.state };
    });
  }
}
