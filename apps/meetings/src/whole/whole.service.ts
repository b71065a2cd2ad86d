import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { submitHistory, submitWholeMeeting } from '@vungmanh/contracts/meetings/whole';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { isTaken } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Decided, OneStatement } from '@vungmanh/platform/db/one-statement';
import { joined, within } from '@vungmanh/platform/db/reach';
import { Together } from '@vungmanh/platform/db/together';
import type { Refusals } from '@vungmanh/contracts/problem';
import { Broken, Problem, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { PaperNumbers } from '../number/paper-numbers.js';
import { assemble, type Assembled } from './assemble.js';
import { alreadyIn, factsOf, type Facts } from './facts.js';
import { writeWhole } from './write-whole.js';

type Submission = Call<typeof submitWholeMeeting>;
type Stored = OutputOf<typeof submitWholeMeeting>;

/** A submission that may stand, with its rows; without any when it stands already. */
interface Accepted extends Decided<typeof submitWholeMeeting> {
  readonly rows: readonly Assembled[];
}

/** Meetings that are handed in whole: held away from the network, or before the platform came. */
@Injectable()
export class WholeService {
  // A group works in the name of its first: it may touch what any of them may, and each is narrowed by itself.
  private readonly together = new Together(
    (calls: readonly Submission[]) => within(joined(calls.map((call) => call.scope.reach)), () => this.submitAll(calls)),
    { atOnce: 2, most: 32 },
  );

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly numbers: PaperNumbers,
  ) {}

  @Rpc(submitWholeMeeting)
  submit(call: Submission): Promise<Stored> {
    return this.together.do(call);
  }

  @Rpc(submitHistory)
  async submitMany(call: Call<typeof submitHistory>): Promise<OutputOf<typeof submitHistory>> {
    const { meetings } = call.input;
    const facts = await factsOf(
      this.db,
      meetings.map((meeting) => ({ meeting, scope: call.scope })),
    );
    const assembled: Assembled[] = [];
    const refused: OutputOf<typeof submitHistory>['refused'] = [];
    const now = this.clock.now();
    const periods = new Set<string>();
    let unchanged = 0;
    for (const [i, meeting] of meetings.entries()) {
      const known = facts[i];
      const submitted = { origin: 'HISTORY', meeting } as const;
      if (alreadyIn(submitted, known)) {
        unchanged += 1;
        continue;
      }
      try {
        if (!known) throw refuse('request/not-found');
        const one = assemble(submitted, known, { by: call.actor.id, now, sealer: this.sealer });
        const period = `${one.meeting.bodyId} ${one.meeting.kind} ${one.meeting.period ?? one.meeting.id}`;
        if (periods.has(period)) throw new Broken('meetings/held-already');
        periods.add(period);
        assembled.push(one);
      } catch (error) {
        refused.push({ id: meeting.id, ...toldOf(error) });
      }
    }
    const answer = { stored: assembled.length, unchanged, refused };
    return this.db.commitAtOnce({ call, answer, ...aboutOf(assembled[0]) }, (st) => this.write(st, assembled)).catch(told);
  }

  /** Each submission stands or is refused by itself; all share the look at the facts and the writing. */
  private async submitAll(calls: readonly Submission[]): Promise<PromiseSettledResult<Stored>[]> {
    const facts = await factsOf(
      this.db,
      calls.map(({ input: { meeting }, scope }) => ({ meeting, scope })),
    );
    const now = this.clock.now();
    const judged = await Promise.allSettled(calls.map(async (call, i) => this.judge(call, facts[i], now)));
    const accepted = judged.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const written = await this.db.commitTogether<typeof submitWholeMeeting, Accepted>(accepted, (statement, some) =>
      this.write(
        statement,
        some.flatMap((one) => one.rows),
      ),
    );
    const outcomes = written.values();
    return Promise.allSettled(
      judged.map(async (one) => {
        const outcome = one.status === 'fulfilled' ? outcomes.next().value : one;
        return outcome?.status === 'fulfilled' ? outcome.value : told(outcome?.reason);
      }),
    );
  }

  private judge(call: Submission, facts: Facts | undefined, now: string): Accepted {
    if (!facts) throw refuse('request/not-found');
    const standing = alreadyIn(call.input, facts);
    if (standing) {
      const { id, version, deviations } = standing;
      return { call, rows: [], answer: { id, version, deviations } };
    }
    const rows = assemble(call.input, facts, { by: call.actor.id, now, sealer: this.sealer });
    return { call, rows: [rows], answer: { id: rows.meeting.id, version: 1, deviations: rows.meeting.deviations }, ...aboutOf(rows) };
  }

  private write(statement: OneStatement, all: readonly Assembled[]): void {
    writeWhole(statement, all, this.clock.today());
    this.numbers.ofResolutions(
      statement,
      all.flatMap(({ resolution }) => (resolution?.numberAwaited === true ? [resolution.documentId] : [])),
    );
  }
}

const aboutOf = (one: Assembled | undefined): Pick<Accepted, 'about'> =>
  one === undefined ? {} : { about: { node: one.meeting.nodeId, target: one.meeting.id } };

/** Somebody handed in the same meeting between our reading and our writing, or used an id of ours again: said as a rule says it. */
function told(error: unknown): never {
  throw isTaken(error) ? new Broken('meetings/held-already') : error;
}

/** What a refusal of one meeting among many is called. */
function toldOf(error: unknown): { code: string; title: string } {
  if (error instanceof Problem) return { code: error.code, title: error.title };
  const declared: Refusals = submitWholeMeeting.errors;
  const refusal = error instanceof Broken ? declared[error.code] : undefined;
  if (!(error instanceof Broken) || refusal === undefined) throw error;
  return { code: error.code, title: refusal.title };
}
