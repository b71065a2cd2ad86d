import { Injectable } from '@nestjs/common';
import type { Command, OutputOf } from '@vungmanh/contracts/operation';
import { submitHistory, submitWholeMeeting } from '@vungmanh/contracts/meetings/whole';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Refusals } from '@vungmanh/contracts/problem';
import { Broken, Problem, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ResolutionNumber } from '../resolution/resolution-number.js';
import { assemble, type Assembled } from './assemble.js';
import { factsOf } from './facts.js';
import { writeWhole } from './write-whole.js';

/** Meetings that are handed in whole: held away from the network, or before the platform came. */
@Injectable()
export class WholeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly number: ResolutionNumber,
  ) {}

  @Rpc(submitWholeMeeting)
  async submit(call: Call<typeof submitWholeMeeting>): Promise<OutputOf<typeof submitWholeMeeting>> {
    const { meeting, origin } = call.input;
    const [facts] = await factsOf(this.db, call.scope, [meeting]);
    if (!facts) throw refuse('request/not-found');
    // The same command sent again finds its own meeting standing; its answer was kept.
    if (facts.standing?.id === meeting.id) {
      const { id, version, deviations } = facts.standing;
      return this.write(call, [], { id, version, deviations });
    }
    const assembled = assemble(meeting, facts, { origin, now: this.clock.now(), sealer: this.sealer });
    return this.write(call, [assembled], { id: meeting.id, version: 1, deviations: assembled.meeting.deviations });
  }

  @Rpc(submitHistory)
  async submitMany(call: Call<typeof submitHistory>): Promise<OutputOf<typeof submitHistory>> {
    const { meetings } = call.input;
    const facts = await factsOf(this.db, call.scope, meetings);
    const assembled: Assembled[] = [];
    const refused: OutputOf<typeof submitHistory>['refused'] = [];
    const now = this.clock.now();
    const periods = new Set<string>();
    let unchanged = 0;
    for (const [i, meeting] of meetings.entries()) {
      const known = facts[i];
      if (known?.standing?.id === meeting.id) {
        unchanged += 1;
        continue;
      }
      try {
        if (!known) throw refuse('request/not-found');
        const one = assemble(meeting, known, { origin: 'HISTORY', now, sealer: this.sealer });
        const period = `${one.meeting.bodyId} ${one.meeting.kind} ${one.meeting.period ?? one.meeting.id}`;
        if (periods.has(period)) throw new Broken('meetings/held-already');
        periods.add(period);
        assembled.push(one);
      } catch (error) {
        refused.push({ id: meeting.id, ...toldOf(error) });
      }
    }
    return this.write(call, assembled, { stored: assembled.length, unchanged, refused });
  }

  private async write<O extends Command>(call: Call<O>, all: readonly Assembled[], answer: OutputOf<O>): Promise<OutputOf<O>> {
    try {
      return await this.db.commitAtOnce(call, (statement) => {
        const [first] = all;
        if (first) {
          writeWhole(statement, all, { actorId: call.actor.id, today: this.clock.today() });
          this.number.awaitAtOnce(
            statement,
            all.filter((a) => a.resolution?.numberAwaited).map((a) => a.meeting.id),
          );
          statement.about({ node: first.meeting.nodeId, target: first.meeting.id });
        }
        return answer;
      });
    } catch (error) {
      // Somebody handed in the same meeting between our reading and our writing.
      if (isTaken(error)) throw new Broken('meetings/held-already');
      throw error;
    }
  }
}

const isTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'constraint' in error && ['meeting_period', 'meeting_pkey'].includes(String(error.constraint));

/** What a refusal of one meeting among many is called. */
function toldOf(error: unknown): { code: string; title: string } {
  if (error instanceof Problem) return { code: error.code, title: error.title };
  const declared: Refusals = submitWholeMeeting.errors;
  const refusal = error instanceof Broken ? declared[error.code] : undefined;
  if (!(error instanceof Broken) || refusal === undefined) throw error;
  return { code: error.code, title: refusal.title };
}
