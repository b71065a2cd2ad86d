import { Injectable } from '@nestjs/common';
import { listVotes, recordVote, type Vote } from '@vungmanh/contracts/meetings/vote';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { fail } from '@vungmanh/platform/problem';
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
      return shown(vote);
    });
  }
}

const shown = ({ meetingId: _, recordedAt: __, ...vote }: VoteRow): Vote => ({ ...vote, printed: printedVote(vote.inFavor, vote.denominator) });
