import { Inject, Injectable } from '@nestjs/common';
import type { PaperKind } from '@vungmanh/contracts/meetings/paper';
import type { Paper } from '@vungmanh/documents/paper';
import { numberIn } from '@vungmanh/documents/papers/body-names';
import { committeeMinutesWording, minutesWording } from '@vungmanh/documents/papers/minutes-wording';
import { minutesPaper } from '@vungmanh/documents/papers/minutes';
import { noticePaper } from '@vungmanh/documents/papers/notice';
import { resolutionPaper } from '@vungmanh/documents/papers/resolution';
import { rollPaper } from '@vungmanh/documents/papers/roll';
import { Clock } from '@vungmanh/platform/clock';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import { addendaOf } from '../minutes/minutes-page.js';
import { readMinutes } from '../minutes/minutes-paper.js';
import { bothConfirmed } from '../minutes/minutes.rules.js';
import { numberOf } from '../number/number-of.js';
import { readResolution } from '../resolution/load.js';
import { rosterOf } from '../roster/roster-of.js';
import { votesOf } from '../vote/votes-of.js';
import { minutesInput } from './minutes-input.js';
import { noticeInput } from './notice-input.js';
import { adoptingVote, earlierTasks, paperFacts, type PaperFacts } from './paper-facts.js';
import { isReady } from './paper.rules.js';
import { resolutionInput } from './resolution-input.js';
import { rollInput } from './roll-input.js';

/** A paper as its meeting stands now. */
export interface Draft {
  readonly paper: Paper;
  /** Who is named on it. */
  readonly persons: readonly string[];
  /** There once it is issued and can no longer change: how many addenda it has. */
  readonly edition?: number;
}

/** Composes the papers of a meeting whose scope has been checked; undefined while the meeting has not come to them. */
@Injectable()
export class PaperDrafts {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(meeting: MeetingEntity, kind: PaperKind): Promise<Draft | undefined> {
    const resolution = kind === 'RESOLUTION' ? await readResolution(this.db, meeting.id) : undefined;
    const standing = {
      state: meeting.state,
      prepared: meeting.startsAt !== null,
      noticed: meeting.noticedAt !== null,
      adopted: resolution?.state === 'ADOPTED',
    };
    if (!isReady(kind, standing)) return undefined;
    switch (kind) {
      case 'NOTICE':
        return this.notice(meeting);
      case 'ROLL':
        return this.roll(meeting);
      case 'MINUTES':
        return this.minutes(meeting);
      case 'RESOLUTION':
        return this.resolution(meeting);
    }
  }

  private async notice(meeting: MeetingEntity): Promise<Draft> {
    const facts = await this.facts(meeting, []);
    const { printed } = await numberOf(this.db, meeting.id, 'NOTICE');
    return { paper: noticePaper(noticeInput(facts, numberIn(printed))), persons: facts.personIds };
  }

  private async roll(meeting: MeetingEntity): Promise<Draft> {
    const roster = meeting.rollFrozen?.lines ?? (await rosterOf(this.db, meeting.bodyId, meeting.day));
    const facts = await this.facts(
      meeting,
      roster.map((l) => l.personId),
    );
    return { paper: rollPaper(rollInput(facts, roster)), persons: facts.personIds };
  }

  private async minutes(meeting: MeetingEntity): Promise<Draft | undefined> {
    const roll = meeting.rollFrozen;
    if (roll === null) return undefined;
    const minutes = await readMinutes(this.db, this.sealer, meeting.id);
    const addenda = await addendaOf(this.db, this.sealer, meeting.id);
    const resolution = await readResolution(this.db, meeting.id);
    const facts = await this.facts(
      meeting,
      roll.lines.map((l) => l.personId),
    );
    const number = await numberOf(this.db, meeting.id, 'MINUTES');
    const input = minutesInput(facts, {
      roll,
      number: numberIn(number.printed),
      addenda,
      content: minutes.read(this.sealer),
      votes: await votesOf(this.db, meeting.id),
      ...(resolution.state === 'ADOPTED' ? { resolved: resolution.content.items.length } : {}),
    });
    const issued = !number.awaited && (bothConfirmed(minutes.confirmations) || minutes.signedAt !== null);
    return {
      paper: minutesPaper(input, facts.bodyKind === 'CELL' ? minutesWording : committeeMinutesWording),
      persons: facts.personIds,
      ...(issued ? { edition: addenda.length } : {}),
    };
  }

  private async resolution(meeting: MeetingEntity): Promise<Draft | undefined> {
    const resolution = await readResolution(this.db, meeting.id);
    const vote = await adoptingVote(this.db, meeting.id, resolution.voteId);
    if (!vote) return undefined;
    const facts = await this.facts(
      meeting,
      resolution.content.items.flatMap((i) => [...i.doerIds, ...(i.checkerId === undefined ? [] : [i.checkerId])]),
    );
    const input = resolutionInput(facts, { resolution, vote, earlier: await earlierTasks(this.db, meeting), today: this.clock.today() });
    return { paper: resolutionPaper(input), persons: facts.personIds, ...(resolution.number === null ? {} : { edition: 0 }) };
  }

  private facts(meeting: MeetingEntity, more: readonly string[]): Promise<PaperFacts> {
    return paperFacts(this.db, meeting, { more, simulated: this.config.mode === 'trial' });
  }
}
