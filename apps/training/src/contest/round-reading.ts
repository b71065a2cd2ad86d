import { Injectable } from '@nestjs/common';
import type { ContestRound } from '@vungmanh/contracts/training/contest-round';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { RoundPage } from './round-page.js';

/** A round that is read by whoever holds it, and that it was read. */
@Injectable()
export class RoundReading {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly page: RoundPage,
    private readonly trail: ReadTrail,
  ) {}

  async of(call: Call, roundId: string): Promise<ContestRound> {
    const about = { roundId, today: this.clock.today() };
    const found = await this.page.of(this.db, call.actor, about, (params) => call.scope.within('r.node_id', params));
    await this.trail.recordRead(call, { persons: found.entries.map((one) => one.personId), node: found.nodeId, target: found.id });
    return found;
  }
}
