import { Injectable } from '@nestjs/common';
import type {
  dropStudySession,
  finishStudy,
  holdStudySession,
  implementStudy,
  issueOwnProgram,
  reviewStudy,
  StudyLevelLine,
} from '@vungmanh/contracts/training/study-level';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { Call } from '@vungmanh/platform/rpc/call';
import { lockLevel } from './find-study.js';
import { levelLine } from './level-line.js';
import type { StudyCampaignEntity } from './study-campaign.entity.js';
import type { StudyLevelEntity } from './study-level.entity.js';
import { tellLevels } from './study-told.js';

type Working =
  | typeof holdStudySession
  | typeof dropStudySession
  | typeof finishStudy
  | typeof issueOwnProgram
  | typeof implementStudy
  | typeof reviewStudy;

interface Open {
  readonly tx: Tx;
  readonly level: StudyLevelEntity;
  readonly campaign: StudyCampaignEntity;
}

/** Changes where an organization stands, and tells the others once it stands elsewhere. */
@Injectable()
export class LevelChange {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  apply(call: Call<Working>, act: (open: Open) => Promise<void>): Promise<StudyLevelLine> {
    return this.db.commit(call, async (tx) => {
      const { level, campaign } = await lockLevel(tx, call, call.input.levelId);
      tx.expectVersion(call, level);
      tx.about({ node: level.nodeId, target: level.id });
      const { state } = level;
      await act({ tx, level, campaign });
      await tx.update(level);
      if (level.state !== state) tellLevels(tx, campaign.state, [level]);
      return levelLine(tx, level.id, this.clock.today());
    });
  }
}
