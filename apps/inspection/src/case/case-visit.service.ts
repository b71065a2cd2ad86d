import { Injectable } from '@nestjs/common';
import type { CaseStanding } from '@vungmanh/contracts/inspection/case';
import { addCaseNote, attachToCase, raiseFinding, withdrawFinding } from '@vungmanh/contracts/inspection/case-visit';
import { newId } from '@vungmanh/contracts/new-id';
import { Files } from '@vungmanh/platform/files';
import { namesSecret } from '@vungmanh/platform/names-secret';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { insertDocument } from './attach-file.js';
import { CaseChange } from './case-change.js';
import { tookStep } from './case-step.js';
import { caseText, findingOf } from './case-text.js';

/** What the team writes down inside the visit: notes, findings, evidence. */
@Injectable()
export class CaseVisitService {
  constructor(
    private readonly change: CaseChange,
    private readonly files: Files,
  ) {}

  @Rpc(addCaseNote)
  note(call: Call<typeof addCaseNote>): Promise<CaseStanding> {
    return this.change.inside(call, async ({ tx, entity, parts, person, sealer }) => {
      entity.check('note', parts);
      const id = newId(tx.clock.millis());
      await tx.query('insert into case_note (id, case_id, at, by_id, text_sealed) values ($1, $2, $3, $4, $5)', [
        id,
        entity.id,
        tx.clock.now(),
        person,
        caseText.note.write(sealer, id, call.input.text),
      ]);
    });
  }

  @Rpc(raiseFinding)
  raise(call: Call<typeof raiseFinding>): Promise<CaseStanding> {
    const { kind, about, text } = call.input;
    return this.change.inside(call, async ({ tx, entity, parts, person, sealer }) => {
      entity.check('raise-finding', parts);
      const id = newId(tx.clock.millis());
      await tx.query('insert into case_finding (id, case_id, kind, at, by_id, text_sealed) values ($1, $2, $3, $4, $5, $6)', [
        id,
        entity.id,
        kind,
        tx.clock.now(),
        person,
        caseText.finding.write(sealer, id, JSON.stringify({ about, text })),
      ]);
    });
  }

  @Rpc(withdrawFinding)
  withdraw(call: Call<typeof withdrawFinding>): Promise<CaseStanding> {
    const { findingId, reason } = call.input;
    return this.change.inside(call, async (open) => {
      const { tx, entity, parts, sealer } = open;
      entity.check('raise-finding', parts);
      const [found] = await tx.query<{ text_sealed: string }>(
        'select text_sealed from case_finding where id = $1 and case_id = $2 and withdrawn_at is null for update',
        [findingId, entity.id],
      );
      if (!found) throw refuse('request/not-found');
      const text = { ...findingOf(sealer, findingId, found.text_sealed), withdrawn: reason };
      await tx.query('update case_finding set withdrawn_at = $2, text_sealed = $3 where id = $1', [
        findingId,
        tx.clock.now(),
        caseText.finding.write(sealer, findingId, JSON.stringify(text)),
      ]);
      await tookStep(open, 'withdraw-finding', { note: reason });
    });
  }

  @Rpc(attachToCase)
  async attach(call: Call<typeof attachToCase>): Promise<CaseStanding> {
    const { fileId, name, classification, kind, findingId } = call.input;
    if (classification !== 'ORDINARY' || namesSecret(name)) throw fail(attachToCase, 'inspection/secret-document');
    return this.change.inside(call, async (open) => {
      open.entity.check(kind === 'SELF_REPORT' ? 'receive-self-report' : 'raise-finding', open.parts);
      if (findingId !== undefined) {
        const found = await open.tx.query('select 1 from case_finding where id = $1 and case_id = $2', [findingId, open.entity.id]);
        if (found.length === 0) throw refuse('request/not-found');
      }
      // Taking it again changes nothing, so a transaction that is done twice finds it.
      const file = await this.files.attach(fileId, call.actor.id);
      if (!file) throw fail(attachToCase, 'inspection/file-missing');
      await insertDocument(open, { kind, findingId, name, file });
    });
  }
}
