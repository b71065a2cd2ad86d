import { Injectable } from '@nestjs/common';
import type { DenunciationStanding } from '@vungmanh/contracts/inspection/denunciation';
import {
  acceptDenunciation,
  explainDenunciation,
  extendDenunciation,
  forwardDenunciation,
  keepDenunciation,
  settleDenunciation,
  shareDenunciation,
  tellDenounced,
} from '@vungmanh/contracts/inspection/denunciation-act';
import type { DenunciationNoteKind } from '@vungmanh/contracts/inspection/denunciation-state';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { type Acting, DenunciationChange } from './denunciation-change.js';
import { DenunciationNumbers } from './denunciation-numbers.js';
import { peopleOn, putOnList } from './denunciation-list.js';
import { addNote } from './denunciation-text.js';

/** A denunciation on its way: classified, settled item by item; whoever is denounced is told and explains. */
@Injectable()
export class DenunciationService {
  constructor(
    private readonly change: DenunciationChange,
    private readonly numbers: DenunciationNumbers,
  ) {}

  @Rpc(shareDenunciation)
  share(call: Call<typeof shareDenunciation>): Promise<DenunciationStanding> {
    const { personId, part, on } = call.input;
    return this.change.apply(call, 'share', async ({ found, tx, by }) => {
      if (personId === found.personId) throw fail(shareDenunciation, 'inspection/own-case');
      if (on) await putOnList(tx, { denunciationId: found.id, personId, part, by });
      else
        await tx.query('update denunciation_access set until = $4 where denunciation_id = $1 and person_id = $2 and part = $3 and until is null', [
          found.id,
          personId,
          part,
          tx.clock.now(),
        ]);
      const people = await peopleOn(tx, found.id);
      if (!people.some((one) => one.part === 'HANDLER')) throw fail(shareDenunciation, 'inspection/last-handler');
      found.readers = [...new Set(people.map((one) => one.personId))];
    });
  }

  @Rpc(acceptDenunciation)
  accept(call: Call<typeof acceptDenunciation>): Promise<DenunciationStanding> {
    return this.change.apply(call, 'accept', async (acting) => {
      acting.found.accept(call.input, acting.today, await ruleContextOf(acting.tx, acting.found.nodeId));
      await this.numbers.ask(acting.tx, acting.found, ['ACCEPTANCE'], call.input.on);
      await this.note(acting, 'CLASSIFICATION', call.input.note);
    });
  }

  @Rpc(keepDenunciation)
  keep(call: Call<typeof keepDenunciation>): Promise<DenunciationStanding> {
    return this.change.apply(call, 'keep', async (acting) => {
      acting.found.keep();
      if (acting.found.signed) await this.numbers.ask(acting.tx, acting.found, ['NOT_ACCEPTED'], acting.today);
      await this.note(acting, 'CLASSIFICATION', call.input.note);
    });
  }

  @Rpc(forwardDenunciation)
  forward(call: Call<typeof forwardDenunciation>): Promise<DenunciationStanding> {
    return this.change.apply(call, 'forward', async (acting) => {
      acting.found.forward();
      if (acting.found.signed) await this.numbers.ask(acting.tx, acting.found, ['FORWARDED'], acting.today);
      await this.note(acting, 'CLASSIFICATION', call.input.note);
    });
  }

  @Rpc(extendDenunciation)
  extend(call: Call<typeof extendDenunciation>): Promise<DenunciationStanding> {
    return this.change.apply(call, 'extend', async (acting) => {
      acting.found.extend(call.input.until, await ruleContextOf(acting.tx, acting.found.nodeId));
      await this.numbers.ask(acting.tx, acting.found, ['EXTENSION'], acting.today);
      await this.note(acting, 'EXTENSION', call.input.note);
    });
  }

  @Rpc(tellDenounced)
  tell(call: Call<typeof tellDenounced>): Promise<DenunciationStanding> {
    return this.change.apply(call, 'tell', async ({ found, tx, by }) => {
      const { personId } = found;
      if (personId === null) throw fail(tellDenounced, 'inspection/not-a-member');
      found.tell();
      await putOnList(tx, { denunciationId: found.id, personId, part: 'SUBJECT', by });
      found.readers = [...new Set([...found.readers, personId])];
    });
  }

  @Rpc(explainDenunciation)
  explain(call: Call<typeof explainDenunciation>): Promise<DenunciationStanding> {
    return this.change.apply(call, 'explain', (acting) => this.note(acting, 'EXPLANATION', call.input.text));
  }

  @Rpc(settleDenunciation)
  settle(call: Call<typeof settleDenunciation>): Promise<DenunciationStanding> {
    const { on, results, note, untold } = call.input;
    return this.change.apply(call, 'settle', async (acting) => {
      const { found, tx, today } = acting;
      found.settle({ on, untold }, today);
      await tx.query(
        `update denunciation_item i set result = r.result from jsonb_to_recordset($2::jsonb) as r("itemId" uuid, result text)
         where i.id = r."itemId" and i.denunciation_id = $1`,
        [found.id, JSON.stringify(results)],
      );
      const [open] = await tx.query('select 1 from denunciation_item where denunciation_id = $1 and result is null limit 1', [found.id]);
      if (open) throw fail(settleDenunciation, 'inspection/result-missing');
      if (!found.told && untold !== undefined) await this.note(acting, 'UNTOLD', untold);
      await this.note(acting, 'SETTLEMENT', note);
      await this.numbers.ask(tx, found, ['CONCLUSION', 'RESULT'], on);
    });
  }

  private note({ found, tx, by }: Acting, kind: DenunciationNoteKind, text: string): Promise<void> {
    return addNote(tx, this.change.sealer, { denunciationId: found.id, kind, by, text });
  }
}
