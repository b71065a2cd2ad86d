import { Injectable } from '@nestjs/common';
import {
  beginMarking,
  closeRound,
  type ContestRound,
  type Entry,
  openRound,
  setJury,
  withdrawEntry,
} from '@vungmanh/contracts/training/contest-round';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { giveOpenQuizzes } from '../quiz/fix-quiz.js';
import { computeResults, quizzesOf } from './compute-results.js';
import { RoundEntity } from './round.entity.js';
import { RoundNumbers } from './round-numbers.js';
import { RoundPage } from './round-page.js';

type Changing = typeof openRound | typeof setJury | typeof withdrawEntry | typeof beginMarking | typeof closeRound;

/** The course of a round, by whoever holds it. */
@Injectable()
export class RoundService {
  constructor(
    private readonly db: Db,
    private readonly page: RoundPage,
    private readonly numbers: RoundNumbers,
  ) {}

  @Rpc(openRound)
  open(call: Call<typeof openRound>): Promise<ContestRound> {
    return this.apply(call, async (_tx, round) => round.open());
  }

  @Rpc(setJury)
  setJury(call: Call<typeof setJury>): Promise<ContestRound> {
    const { jurors } = call.input;
    return this.apply(call, async (tx, round) => {
      round.check('set-jury');
      const ids = jurors.map((one) => one.personId);
      const [unfit] = await tx.query<{ unknown: number; entered: number }>(
        `select (select count(*)::int from unnest($2::uuid[]) as i(id) where not exists (select from person_name p where p.person_id = i.id)) as unknown,
           (select count(*)::int from contest_entry e where e.round_id = $1 and e.person_id = any($2::uuid[]) and e.withdrawn_because is null) as entered`,
        [round.id, ids],
      );
      const chairs = jurors.filter((one) => one.role === 'CHAIR').length;
      if (chairs !== 1 || new Set(ids).size !== ids.length || unfit?.unknown !== 0 || unfit.entered > 0) throw fail(setJury, 'training/jury-unfit');
      await tx.query('delete from contest_juror where round_id = $1', [round.id]);
      await tx.query(
        `insert into contest_juror (round_id, person_id, holder_id, role)
         select $1, j."personId", $2, j.role from jsonb_to_recordset($3::jsonb) as j("personId" uuid, role text)`,
        [round.id, round.nodeId, JSON.stringify(jurors)],
      );
      if (round.state === 'MARKING' && unmarkable((await this.shown(tx, call, round.id)).entries) > 0)
        throw fail(setJury, 'training/nobody-may-mark');
      tx.about({ persons: ids });
    });
  }

  @Rpc(withdrawEntry)
  withdraw(call: Call<typeof withdrawEntry>): Promise<ContestRound> {
    const { entryId, because } = call.input;
    return this.apply(call, async (tx, round) => {
      round.check('withdraw-entry');
      const [gone] = await tx.query<{ person_id: string }>(
        'update contest_entry set withdrawn_because = $3 where id = $2 and round_id = $1 and withdrawn_because is null returning person_id',
        [round.id, entryId, because],
      );
      if (!gone) throw refuse('request/not-found');
      tx.about({ persons: [gone.person_id] });
    });
  }

  @Rpc(beginMarking)
  begin(call: Call<typeof beginMarking>): Promise<ContestRound> {
    return this.apply(call, async (tx, round) => {
      const { entries, jury } = await this.shown(tx, call, round.id);
      round.beginMarking({ entries: entries.length, jurors: jury.length, unmarkable: unmarkable(entries) });
      await giveOpenQuizzes(tx, round.id);
    });
  }

  @Rpc(closeRound)
  close(call: Call<typeof closeRound>): Promise<ContestRound> {
    return this.apply(call, async (tx, round) => {
      const { entries, contest } = await this.shown(tx, call, round.id);
      round.close(tx.clock.today(), {
        missing: entries.filter((one) => one.marked < one.jurors).length,
        quizzes: await quizzesOf(tx, round.id),
        quizMarked: contest.criteria.some((one) => one.part === 'QUIZ'),
      });
      await computeResults(tx, round.id, contest);
      tx.about({ persons: entries.map((one) => one.personId) });
      await this.numbers.ask(tx, round.id);
    });
  }

  private shown(tx: Tx, call: Call<Changing>, roundId: string): Promise<ContestRound> {
    return this.page.of(tx, call.actor, { roundId, today: tx.clock.today() }, () => 'true');
  }

  private apply(call: Call<Changing>, act: (tx: Tx, round: RoundEntity) => Promise<void>): Promise<ContestRound> {
    return this.db.commit(call, async (tx) => {
      const { sql, parameters } = call.scope.where('r.node_id');
      const round = await tx.manager
        .createQueryBuilder(RoundEntity, 'r')
        .setLock('pessimistic_write')
        .where('r.id = :roundId', { roundId: call.input.roundId })
        .andWhere(sql, parameters)
        .getOne();
      if (round === null) throw refuse('request/not-found');
      tx.expectVersion(call, round);
      tx.about({ node: round.nodeId, target: round.id });
      await act(tx, round);
      await tx.update(round);
      return this.shown(tx, call, round.id);
    });
  }
}

/** How many of them nobody on the jury may mark. */
const unmarkable = (entries: readonly Entry[]): number => entries.filter((one) => one.jurors === 0).length;
