import { Injectable } from '@nestjs/common';
import { registerDenunciation, type DenunciationStanding } from '@vungmanh/contracts/inspection/denunciation';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { newId } from '@vungmanh/contracts/new-id';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Reader } from '@vungmanh/platform/db/reader';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { workerOf } from '../discipline/discipline-list.js';
import { subjectOf } from '../discipline/discipline-subject.js';
import { bodiesOf } from '../discipline/discipline.rules.js';
import { Vault } from '../vault/vault.js';
import { putOnList } from './denunciation-list.js';
import { addItems } from './denunciation-text.js';
import { DenunciationEntity } from './denunciation.entity.js';
import { namesDenunciant, settles } from './denunciation.rules.js';

/** The register of denunciations: what is denounced goes into it, who denounces into the vault. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly vault: Vault,
  ) {}

  @Rpc(registerDenunciation)
  register(call: Call<typeof registerDenunciation>): Promise<DenunciationStanding> {
    const { nodeId, actor, receivedOn, way, items, denunciant } = call.input;
    return this.db.commit(call, async (tx) => {
      const today = tx.clock.today();
      const by = workerOf(call.actor);
      await this.expectBody(tx, call);
      const subject = await subjectOf(tx, call.input, today);
      if (!subject) throw fail(registerDenunciation, 'inspection/subject-outside');
      if (subject.personId === by) throw fail(registerDenunciation, 'inspection/own-case');
      if (denunciant !== undefined && namesDenunciant(items, denunciant)) throw fail(registerDenunciation, 'inspection/denunciant-named');
      if (receivedOn > today) throw fail(registerDenunciation, 'inspection/in-the-future');
      const made = Object.assign(new DenunciationEntity(), {
        id: newId(tx.clock.millis()),
        version: 1,
        nodeId,
        actor,
        readers: [by],
        receivedOn,
        way,
        signed: denunciant !== undefined,
        personId: subject.personId,
        subjectNodeId: subject.subjectNodeId,
        state: 'RECEIVED' as const,
        told: false,
        extended: false,
        acceptedOn: null,
        dueOn: null,
        firstDueOn: null,
        settledOn: null,
      });
      await tx.insert(made);
      await putOnList(tx, { denunciationId: made.id, personId: by, part: 'HANDLER', by });
      await addItems(tx, this.sealer, made.id, items);
      if (denunciant !== undefined) await this.vault.lockAway(tx, made.id, denunciant);
      // Of whom it speaks stands in no trail that they could read before they are told.
      tx.about({ node: nodeId, target: made.id });
      return { id: made.id, version: made.version, state: made.state };
    });
  }

  private async expectBody(reader: Reader, { input, scope }: Call<typeof registerDenunciation>): Promise<void> {
    const params: unknown[] = [input.nodeId];
    const insideSql = scope.within('n.id', params);
    const [node] = await reader.query<{ traits: NodeTraits }>(`select n.traits from node_view n where n.id = $1 and ${insideSql}`, params);
    if (!settles(input.actor) || !bodiesOf(node?.traits).includes(input.actor)) throw fail(registerDenunciation, 'inspection/actor-unfit');
  }
}
