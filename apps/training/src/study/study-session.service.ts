import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import { dropStudySession, holdStudySession, MOST_SESSIONS, type StudyLevelLine } from '@vungmanh/contracts/training/study-level';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { LevelChange } from './level-change.js';
import { expectDay, type StudyLevelEntity } from './study-level.entity.js';
import { isCounted } from './study.rules.js';

/** The sessions at which an organization studied a paper: days and counts, nobody by name. */
@Injectable()
export class StudySessionService {
  constructor(private readonly change: LevelChange) {}

  @Rpc(holdStudySession)
  hold(call: Call<typeof holdStudySession>): Promise<StudyLevelLine> {
    const { heldOn, audience, content, expected, attended, essays } = call.input;
    if (!isCounted(call.input)) throw fail(holdStudySession, 'training/study-attended');
    return this.change.apply(call, async ({ tx, level, campaign }) => {
      level.check('hold-session', campaign);
      expectDay(heldOn, campaign, tx.clock.today());
      if (level.sessions >= MOST_SESSIONS) throw fail(holdStudySession, 'training/study-sessions-full');
      await tx.query(
        `insert into study_session (id, level_id, held_on, audience, content, expected, attended, essays) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [newId(tx.clock.millis()), level.id, heldOn, audience, content, expected, attended, essays],
      );
      await sumUp(tx, level);
    });
  }

  @Rpc(dropStudySession)
  drop(call: Call<typeof dropStudySession>): Promise<StudyLevelLine> {
    const { sessionId, because } = call.input;
    return this.change.apply(call, async ({ tx, level, campaign }) => {
      level.check('hold-session', campaign);
      const dropped = await tx.query(
        `update study_session set dropped_on = $3, dropped_because = $4 where id = $1 and level_id = $2 and dropped_on is null returning id`,
        [sessionId, level.id, tx.clock.today(), because],
      );
      if (dropped.length === 0) throw refuse('request/not-found');
      await sumUp(tx, level);
      // What was studied rests on a session that was held.
      if (level.sessions === 0 && level.state !== 'RECEIVED') throw fail(dropStudySession, 'training/study-not-in-state');
    });
  }
}

/** The sums of its sessions, which lists and figures above read. */
async function sumUp(tx: Tx, level: StudyLevelEntity): Promise<void> {
  const [sums] = await tx.query<Pick<StudyLevelEntity, 'sessions' | 'expected' | 'attended' | 'essays'>>(
    `select count(*)::int as sessions, coalesce(sum(expected), 0)::int as expected, coalesce(sum(attended), 0)::int as attended,
       coalesce(sum(essays), 0)::int as essays
     from study_session where level_id = $1 and dropped_on is null`,
    [level.id],
  );
  Object.assign(level, sums);
}
