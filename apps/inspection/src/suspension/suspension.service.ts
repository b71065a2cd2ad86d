import { Injectable } from '@nestjs/common';
import type { DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import { extendSuspension, liftSuspension, suspendMember } from '@vungmanh/contracts/inspection/discipline-act';
import { suspensionChanged } from '@vungmanh/contracts/inspection/suspension';
import { newId } from '@vungmanh/contracts/new-id';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { DisciplineChange } from '../discipline/discipline-change.js';
import type { DisciplineEntity } from '../discipline/discipline.entity.js';
import { DisciplineNumbers } from '../discipline/discipline-numbers.js';
import { SuspensionEntity } from './suspension.entity.js';
import { endOf, holdsOn, lastDay } from './suspension.rules.js';

/** Times without activities, within a case of discipline. */
@Injectable()
export class SuspensionService {
  constructor(
    private readonly change: DisciplineChange,
    private readonly numbers: DisciplineNumbers,
  ) {}

  @Rpc(suspendMember)
  suspend(call: Call<typeof suspendMember>): Promise<DisciplineStanding> {
    const { from, kind, disciplineId } = call.input;
    return this.change.apply(call, 'suspend', async ({ found, tx, today }) => {
      const { personId } = found;
      if (personId === null) throw fail(suspendMember, 'inspection/not-a-member');
      // Told to the others when it counts, and they know of no tomorrow.
      if (from > today || from < found.foundOn) throw fail(suspendMember, 'inspection/in-the-future');
      if (kind === 'COMMITTEE' && !(await sitsOn(tx, personId, from))) throw fail(suspendMember, 'inspection/no-seat');
      const earlier = await suspensionsIn(tx, disciplineId);
      if (earlier.some((one) => holdsOn(one.term, from) || one.fromOn >= from)) throw fail(suspendMember, 'inspection/suspended-already');
      const untilOn = lastDay(from, await ruleContextOf(tx, found.nodeId));
      // The term is spent, not begun anew.
      if (untilOn === undefined || earlier.some((one) => one.kind === kind && one.liftedOn === null))
        throw fail(suspendMember, 'inspection/suspension-too-long');
      const made = Object.assign(new SuspensionEntity(), {
        id: newId(tx.clock.millis()),
        version: 1,
        disciplineId,
        personId,
        kind,
        fromOn: from,
        untilOn,
        extended: false,
        liftedOn: null,
      });
      await tx.insert(made);
      tell(tx, made);
      await this.number(tx, found, { kind: 'SUSPENSION', aboutId: made.id });
    });
  }

  @Rpc(extendSuspension)
  extend(call: Call<typeof extendSuspension>): Promise<DisciplineStanding> {
    return this.changeLast(call, 'SUSPENSION_EXTENSION', (last, today, context) => last.extend(call.input.until, today, context));
  }

  @Rpc(liftSuspension)
  lift(call: Call<typeof liftSuspension>): Promise<DisciplineStanding> {
    return this.changeLast(call, 'SUSPENSION_END', (last, today) => last.lift(call.input.on, today));
  }

  private changeLast(
    call: Call<typeof extendSuspension> | Call<typeof liftSuspension>,
    kind: 'SUSPENSION_EXTENSION' | 'SUSPENSION_END',
    act: (last: SuspensionEntity, today: string, context: RuleContext) => void,
  ): Promise<DisciplineStanding> {
    return this.change.apply(call, 'suspend', async ({ found, tx, today }) => {
      const last = (await suspensionsIn(tx, found.id)).at(-1);
      if (last === undefined) throw fail(call.contract, 'inspection/discipline-not-in-state');
      act(last, today, await ruleContextOf(tx, found.nodeId));
      await tx.update(last);
      tell(tx, last);
      await this.number(tx, found, { kind, aboutId: last.id });
    });
  }

  /** Each is a decision of its own, dated on the day on which it is taken. */
  private number(
    tx: Tx,
    { id: disciplineId, nodeId, actor }: DisciplineEntity,
    paper: { kind: 'SUSPENSION' | 'SUSPENSION_EXTENSION' | 'SUSPENSION_END'; aboutId: string },
  ): Promise<unknown> {
    return this.numbers.ask(tx, { disciplineId, ...paper, nodeId, actor, date: tx.clock.today() });
  }
}

const suspensionsIn = (tx: Tx, disciplineId: string): Promise<SuspensionEntity[]> =>
  tx.manager.find(SuspensionEntity, { where: { disciplineId }, order: { fromOn: 'ASC' } });

async function sitsOn(tx: Tx, personId: string, day: string): Promise<boolean> {
  const found = await tx.query('select from seat_view where person_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)', [
    personId,
    day,
  ]);
  return found.length > 0;
}

function tell(tx: Tx, { id, version, personId, kind, fromOn, term }: SuspensionEntity): void {
  tx.publish(suspensionChanged, { id, version, personId, kind, from: fromOn, to: endOf(term) });
}
