import { Injectable } from '@nestjs/common';
import type { DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import { decideDiscipline, proposeDiscipline, recordDisciplineVote } from '@vungmanh/contracts/inspection/discipline-act';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { outcomeOf } from './ballot.rules.js';
import { DisciplineChange } from './discipline-change.js';
import { DisciplineNumbers } from './discipline-numbers.js';
import { votersOn } from './discipline-subject.js';
import { dismissedBodies } from './held-seats.js';
import { tellInEffect } from './discipline-told.js';
import { bodiesOf, expectForm, proposes } from './discipline.rules.js';

/** The vote on a case, and what follows from it by the competence of the body. */
@Injectable()
export class BallotService {
  constructor(
    private readonly change: DisciplineChange,
    private readonly numbers: DisciplineNumbers,
  ) {}

  @Rpc(recordDisciplineVote)
  vote(call: Call<typeof recordDisciplineVote>): Promise<DisciplineStanding> {
    const { disciplineId, exemptVoting, commissioners, ...ballot } = call.input;
    return this.change.apply(call, 'vote', async ({ found, tx, today }) => {
      const { nodeId, actor, subject } = found;
      const voters = actor === 'INSPECTION_COMMISSION' ? (commissioners ?? ballot.present) : await votersOn(tx, found, ballot.on, exemptVoting);
      const result = outcomeOf(ballot, { ...(await ruleContextOf(tx, nodeId)), actor, subject, voters, on: ballot.on });
      const adopted = result?.form === undefined ? {} : { adopted: result.form };
      found.count({ ...ballot, voters, ...adopted, sums: result?.sums ?? '', rule: result === undefined ? '' : result.rule.says }, today);
      await this.numbers.ask(tx, { disciplineId, kind: 'COUNT', nodeId, actor, date: ballot.on });
    });
  }

  @Rpc(decideDiscipline)
  decide(call: Call<typeof decideDiscipline>): Promise<DisciplineStanding> {
    const { on, dismissedFrom } = call.input;
    return this.change.apply(call, 'decide', async ({ found, tx, today }) => {
      const form = found.adopted;
      const { verdict, says, source } = expectForm(found, form, on);
      if (proposes(verdict)) throw fail(decideDiscipline, 'inspection/propose-instead', { detail: `${says} (${source})` });
      found.decide({ form, on, dismissedFrom: await dismissedBodies(tx, found, { form, on, dismissedFrom }) }, today);
      if (found.state === 'IN_EFFECT') tellInEffect(tx, found);
    });
  }

  @Rpc(proposeDiscipline)
  propose(call: Call<typeof proposeDiscipline>): Promise<DisciplineStanding> {
    const { on, toNodeId, toActor } = call.input;
    return this.change.apply(call, 'propose', async ({ found, tx, today }) => {
      const { verdict } = expectForm(found, found.adopted, on);
      // A committee proposes what is beyond the competence of its level; a cell what the table says.
      if (verdict === 'MAY') throw fail(proposeDiscipline, 'inspection/decide-instead');
      const [above] = await tx.query<{ traits: NodeTraits }>(
        `select n.traits from tree_now t join node_view n on n.id = t.ancestor
         where t.descendant = $1 and t.ancestor = $2 and (t.ancestor <> t.descendant or $3 = 'INSPECTION_COMMISSION')`,
        [found.nodeId, toNodeId, found.actor],
      );
      if (!bodiesOf(above?.traits).includes(toActor)) throw fail(proposeDiscipline, 'inspection/not-above');
      expectForm({ ...found, actor: toActor }, found.adopted, on);
      found.propose({ nodeId: toNodeId, actor: toActor }, on, today);
    });
  }
}
