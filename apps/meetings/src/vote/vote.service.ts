import { Injectable } from '@nestjs/common';
import { listVotes, recordVote, withdrawVote, type Vote } from '@vungmanh/contracts/meetings/vote';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { lockMeeting } from '../meeting/load.js';
import { readMeeting } from '../meeting/read.js';
import { insertVotes, type VoteRow } from './insert-votes.js';
import { checkBallot, checkOfficial, judgeVote, printedVote } from './vote.rules.js';
import { votesOf } from './votes-of.js';
import { votingBodyOf } from './voting-body.js';

/** Votes of a meeting: counts against the denominator that was frozen when the roll was closed. */
@Injectable()
export class VoteService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(listVotes)
  async list(call: Call<typeof listVotes>): Promise<OutputOf<typeof listVotes>> {
    const meeting = await readMeeting(this.db, call, call.input.meetingId);
    return { items: await votesOf(this.db, meeting.id) };
  }

  @Rpc(recordVote)
  async record(call: Call<typeof recordVote>): Promise<Vote> {
    const { meetingId, ...ballot } = call.input;
    return this.db.commit(call, async (tx) => {
      const meeting = await lockMeeting(tx, call, meetingId);
      meeting.check('record-vote');
      const roll = meeting.rollFrozen;
      if (roll === null) throw fail(recordVote, 'meetings/roll-open');
      const body = await votingBodyOf(tx, meeting);
      const electorate = { official: roll.counts.official, denominator: roll.denominator, voters: roll.voters.length };
      checkOfficial(body, electorate.official);
      checkBallot(ballot, electorate);
      const vote: VoteRow = {
        id: newId(this.clock.millis()),
        meetingId,
        ...ballot,
        ...judgeVote(body, ballot, electorate),
        recordedAt: this.clock.now(),
      };
      await insertVotes(tx, [vote]);
      const { meetingId: _meeting, recordedAt: _at, ...shown } = vote;
      return { ...shown, printed: printedVote(vote.inFavor, vote.denominator) };
    });
  }

  @Rpc(withdrawVote)
  async withdraw(call: Call<typeof withdrawVote>): Promise<OutputOf<typeof withdrawVote>> {
    const { meetingId, voteId, reason } = call.input;
    return this.db.commit(call, async (tx) => {
      const meeting = await lockMeeting(tx, call, meetingId);
      meeting.check('record-vote');
      const used = await tx.query('select 1 from resolution where id = $1 and vote_id = $2', [meetingId, voteId]);
      if (used.length > 0) throw fail(withdrawVote, 'meetings/vote-used');
      const withdrawn = await tx.query(
        'update vote set withdrawn_because = $3 where meeting_id = $1 and id = $2 and withdrawn_because is null returning id',
        [meetingId, voteId, reason],
      );
      if (withdrawn.length === 0) throw refuse('request/not-found');
      return { items: await votesOf(tx, meetingId) };
    });
  }
}
