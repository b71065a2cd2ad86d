import { Injectable } from '@nestjs/common';
import type { CaseStanding } from '@vungmanh/contracts/inspection/case';
import { handInSelfReport, stateOpinion } from '@vungmanh/contracts/inspection/case-subject';
import { newId } from '@vungmanh/contracts/new-id';
import { Files } from '@vungmanh/platform/files';
import { namesSecret } from '@vungmanh/platform/names-secret';
import { Broken, fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { insertDocument } from './attach-file.js';
import { CaseChange } from './case-change.js';
import { isPossible } from './case.rules.js';
import { tookStep } from './case-step.js';
import { caseText } from './case-text.js';

/** What the subject does themselves: hands in the self-report, explains, reserves an opinion. */
@Injectable()
export class CaseSubjectService {
  constructor(
    private readonly change: CaseChange,
    private readonly files: Files,
  ) {}

  @Rpc(handInSelfReport)
  handIn(call: Call<typeof handInSelfReport>): Promise<CaseStanding> {
    const { fileId, name, classification } = call.input;
    if (classification !== 'ORDINARY' || namesSecret(name)) throw fail(handInSelfReport, 'inspection/secret-document');
    return this.change.asSubject(call, async (open) => {
      const { tx, entity } = open;
      if (!isPossible('receive-self-report', entity.state)) throw new Broken('inspection/case-not-in-state');
      const file = await this.files.attach(fileId, call.actor.id);
      if (!file) throw fail(handInSelfReport, 'inspection/file-missing');
      await insertDocument(open, { kind: 'SELF_REPORT', name, file });
      entity.step('SELF_REPORTED', tx.clock.today(), tx.clock.today());
      await tookStep(open, 'receive-self-report', { onDay: tx.clock.today() });
    });
  }

  @Rpc(stateOpinion)
  state(call: Call<typeof stateOpinion>): Promise<CaseStanding> {
    const { kind, text } = call.input;
    return this.change.asSubject(call, async (open) => {
      const { tx, entity, person, sealer } = open;
      entity.checkOpinion();
      const id = newId(tx.clock.millis());
      await tx.query('insert into case_statement (id, case_id, at, by_id, kind, text_sealed) values ($1, $2, $3, $4, $5, $6)', [
        id,
        entity.id,
        tx.clock.now(),
        person,
        kind,
        caseText.statement.write(sealer, id, text),
      ]);
      await tookStep(open, 'state-opinion');
    });
  }
}
