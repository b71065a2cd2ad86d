import { Injectable } from '@nestjs/common';
import type { DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import { deliverDiscipline, recordFollowing, signDiscipline } from '@vungmanh/contracts/inspection/discipline-act';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { DisciplineChange } from './discipline-change.js';
import { DisciplineNumbers } from './discipline-numbers.js';
import { tellInEffect } from './discipline-told.js';

/** The written decision: signed, numbered, handed to the member. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly change: DisciplineChange,
    private readonly numbers: DisciplineNumbers,
  ) {}

  @Rpc(signDiscipline)
  sign(call: Call<typeof signDiscipline>): Promise<DisciplineStanding> {
    const { on, signerId, disciplineId } = call.input;
    return this.change.apply(call, 'sign', async ({ found, tx, today }) => {
      const { nodeId, actor } = found.deciding;
      const counts = found.sign(on, signerId, today);
      const decisionId = await this.numbers.ask(tx, { disciplineId, kind: 'DECISION', nodeId, actor, date: on });
      if (counts) tellInEffect(tx, found, { decisionId });
    });
  }

  @Rpc(recordFollowing)
  follow(call: Call<typeof recordFollowing>): Promise<DisciplineStanding> {
    return this.change.apply(call, 'record-following', ({ found, today }) => found.recordFollowing(call.input, today));
  }

  @Rpc(deliverDiscipline)
  deliver(call: Call<typeof deliverDiscipline>): Promise<DisciplineStanding> {
    const { on, how } = call.input;
    return this.change.apply(call, 'deliver', ({ found, today }) => found.deliver(how, on, today));
  }
}
