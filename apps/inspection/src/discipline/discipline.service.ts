import { Injectable } from '@nestjs/common';
import type { DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import {
  deferDiscipline,
  dismissDiscipline,
  endDiscipline,
  explainDiscipline,
  hearSubject,
  resumeDiscipline,
  shareDiscipline,
} from '@vungmanh/contracts/inspection/discipline-act';
import type { DisciplineNoteKind } from '@vungmanh/contracts/inspection/discipline-state';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { type Acting, DisciplineChange } from './discipline-change.js';
import { peopleOn, putOnList } from './discipline-list.js';
import { addNote } from './discipline-note.js';
import { tellEnded } from './discipline-told.js';

/** A case on its way to a decision: who works on it, the member's rights, waiting, and the end without discipline. */
@Injectable()
export class DisciplineService {
  constructor(private readonly change: DisciplineChange) {}

  @Rpc(shareDiscipline)
  share(call: Call<typeof shareDiscipline>): Promise<DisciplineStanding> {
    const { personId, part, on } = call.input;
    return this.change.apply(call, 'share', async ({ found, tx, by }) => {
      if (personId === found.personId) throw fail(shareDiscipline, 'inspection/own-case');
      if (on) {
        await putOnList(tx, [{ disciplineId: found.id, personId, part, by }]);
      } else {
        await tx.query('update discipline_access set until = $4 where case_id = $1 and person_id = $2 and part = $3 and until is null', [
          found.id,
          personId,
          part,
          tx.clock.now(),
        ]);
      }
      const people = await peopleOn(tx, found.id);
      if (!people.some((one) => one.part === 'HANDLER')) throw fail(shareDiscipline, 'inspection/last-handler');
      found.readers = [...new Set(people.map((one) => one.personId))];
    });
  }

  @Rpc(hearSubject)
  hear(call: Call<typeof hearSubject>): Promise<DisciplineStanding> {
    const { how, on, byPersonId, text } = call.input;
    return this.change.apply(call, 'hear', async (acting) => {
      acting.found.hear(how, on, byPersonId, acting.today);
      await this.note(acting, 'HEARING', text);
    });
  }

  @Rpc(explainDiscipline)
  explain(call: Call<typeof explainDiscipline>): Promise<DisciplineStanding> {
    return this.change.apply(call, 'explain', (acting) => this.note(acting, 'EXPLANATION', call.input.text));
  }

  @Rpc(deferDiscipline)
  defer(call: Call<typeof deferDiscipline>): Promise<DisciplineStanding> {
    const { reason, until, note } = call.input;
    return this.change.apply(call, 'defer', async (acting) => {
      acting.found.defer(reason, until, acting.today);
      await this.note(acting, 'DEFERRAL', note);
    });
  }

  @Rpc(resumeDiscipline)
  resume(call: Call<typeof resumeDiscipline>): Promise<DisciplineStanding> {
    return this.change.apply(call, 'resume', ({ found }) => found.resume());
  }

  /** By the body itself, or where it has proposed a form, by the one that decides. */
  @Rpc(dismissDiscipline)
  dismiss(call: Call<typeof dismissDiscipline>): Promise<DisciplineStanding> {
    return this.change.apply(
      call,
      (found) => (found.state === 'PROPOSED' ? 'dismiss-proposal' : 'dismiss'),
      async (acting) => {
        acting.found.dismiss();
        await this.note(acting, 'DISMISSAL', call.input.reason);
      },
    );
  }

  @Rpc(endDiscipline)
  end(call: Call<typeof endDiscipline>): Promise<DisciplineStanding> {
    const { on, reason } = call.input;
    return this.change.apply(call, 'end', async (acting) => {
      acting.found.end(on, acting.today);
      await this.note(acting, 'ENDING', reason);
      tellEnded(acting.tx, acting.found, false);
    });
  }

  private note({ found, tx, by }: Acting, kind: DisciplineNoteKind, text: string): Promise<void> {
    return addNote(tx, this.change.sealer, { disciplineId: found.id, kind, by, text });
  }
}
