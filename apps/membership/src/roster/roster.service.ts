import { Injectable } from '@nestjs/common';
import { rosterOf } from '@vungmanh/contracts/membership/member';
import { rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { rosterLines, SNAPSHOT } from './roster.queries.js';
import { countRoster } from './roster.rules.js';

/** Who belongs to which roll on which day. */
@Injectable()
export class RosterService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(rosterOf)
  async of(call: Call<typeof rosterOf>): Promise<OutputOf<typeof rosterOf>> {
    const { input, scope } = call;
    const asOf = input.asOf ?? this.clock.today();
    const rows = await rosterLines(this.db, scope, { nodeId: input.nodeId, asOf });
    await this.trail.recordPage(call, { persons: rows.map((r) => r.id), node: input.nodeId });
    return { asOf, counts: countRoster(rows), items: rows.map(present) };
  }

  @Rpc(rosterSnapshot)
  async snapshot({ input }: Call<typeof rosterSnapshot>): Promise<Page<RosterRow>> {
    const { ids, cursor, limit } = input;
    const after = readCursor(cursor, 1)?.[0];
    const params = ids ? [ids] : [after ?? null, limit + 1];
    const rows = await this.db.query<{ row: RosterRow }>(ids ? SNAPSHOT.byIds : SNAPSHOT.page, params);
    const items = rows.map((r) => r.row);
    return ids ? { items } : pageOf(items, limit, (r) => [r.id]);
  }
}
