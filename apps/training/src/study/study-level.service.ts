import { Injectable } from '@nestjs/common';
import { finishStudy, implementStudy, issueOwnProgram, reviewStudy, type StudyLevelLine } from '@vungmanh/contracts/training/study-level';
import { Clock } from '@vungmanh/platform/clock';
import { Files } from '@vungmanh/platform/files';
import { namesSecret } from '@vungmanh/platform/names-secret';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { LevelChange } from './level-change.js';
import type { ProgramRow } from './study-level.entity.js';

/** An organization's steps with a paper: studied, own program issued, implementing, reviewed. */
@Injectable()
export class StudyLevelService {
  constructor(
    private readonly change: LevelChange,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  @Rpc(finishStudy)
  finishStudy(call: Call<typeof finishStudy>): Promise<StudyLevelLine> {
    return this.change.apply(call, async ({ level, campaign }) => level.finishStudy(campaign, this.clock.today()));
  }

  @Rpc(issueOwnProgram)
  async issueProgram(call: Call<typeof issueOwnProgram>): Promise<StudyLevelLine> {
    const { number, issuedOn, file } = call.input;
    if (namesSecret(number) || (file && (file.classification !== 'ORDINARY' || namesSecret(file.name)))) {
      throw fail(issueOwnProgram, 'training/secret-document');
    }
    return this.change.apply(call, async ({ level, campaign }) => {
      level.issueProgram(campaign, { number, issuedOn, ...(file ? { file: await this.taken(call, file) } : {}) }, this.clock.today());
    });
  }

  @Rpc(implementStudy)
  implement(call: Call<typeof implementStudy>): Promise<StudyLevelLine> {
    return this.change.apply(call, async ({ level, campaign }) => level.implement(campaign, this.clock.today()));
  }

  @Rpc(reviewStudy)
  review(call: Call<typeof reviewStudy>): Promise<StudyLevelLine> {
    return this.change.apply(call, async ({ level, campaign }) => level.finish(campaign, call.input, this.clock.today()));
  }

  private async taken({ actor }: Call, { fileId, name }: { fileId: string; name: string }): Promise<ProgramRow['file']> {
    const found = await this.files.attach(fileId, actor.id);
    if (!found) throw fail(issueOwnProgram, 'training/file-missing');
    return { fileId, name, type: found.type };
  }
}
