import { Injectable } from '@nestjs/common';
import { disciplineOutlook, openDiscipline, type DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Reader } from '@vungmanh/platform/db/reader';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { workerOf, putOnList } from './discipline-list.js';
import { subjectOf, type FoundSubject } from './discipline-subject.js';
import { DisciplineEntity, violationText } from './discipline.entity.js';
import { knowsCase } from './discipline-source.js';
import { bodiesOf, expectDay, expectOpening, formsFor } from './discipline.rules.js';

type Asking = Call<typeof openDiscipline> | Call<typeof disciplineOutlook>;

/** A case before it is one: what the body may do, and opening it. */
@Injectable()
export class OpenDisciplineService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(disciplineOutlook)
  async outlook(call: Call<typeof disciplineOutlook>): Promise<OutputOf<typeof disciplineOutlook>> {
    const { input } = call;
    const today = this.clock.today();
    const found = await this.subject(this.db, call, today);
    await this.trail.recordRead(call, { persons: found.personId === null ? [] : [found.personId], node: input.nodeId });
    return { subject: found.subject, managedByHigherLevel: found.managedByHigherLevel, forms: formsFor({ ...input, ...found }, today) };
  }

  @Rpc(openDiscipline)
  open(call: Call<typeof openDiscipline>): Promise<DisciplineStanding> {
    const { input, actor } = call;
    return this.db.commit(call, async (tx) => {
      const today = tx.clock.today();
      const by = workerOf(actor);
      await this.expectBody(tx, call);
      const found = await this.subject(tx, call, today);
      const { source } = input;
      if (source?.caseId !== undefined && !(await knowsCase(tx, source.caseId, by))) throw fail(openDiscipline, 'inspection/source-unfit');
      if (found.personId === by) throw fail(openDiscipline, 'inspection/own-case');
      expectDay(input.foundOn, today, input.committedOn);
      expectOpening({ ...input, ...found }, input.gravity, today);
      const opened = this.entity(call, found, { id: newId(tx.clock.millis()), today, by });
      await tx.insert(opened);
      await putOnList(tx, [
        { disciplineId: opened.id, personId: by, part: 'HANDLER', by },
        ...(found.personId === null ? [] : [{ disciplineId: opened.id, personId: found.personId, part: 'SUBJECT' as const, by }]),
      ]);
      tx.about({ node: input.nodeId, target: opened.id, persons: found.personId === null ? [] : [found.personId] });
      return { id: opened.id, version: opened.version, state: opened.state };
    });
  }

  private async expectBody(reader: Reader, { input, scope }: Call<typeof openDiscipline>): Promise<void> {
    const params: unknown[] = [input.nodeId];
    const insideSql = scope.within('n.id', params);
    const [node] = await reader.query<{ traits: NodeTraits }>(`select n.traits from node_view n where n.id = $1 and ${insideSql}`, params);
    if (!bodiesOf(node?.traits).includes(input.actor)) throw fail(openDiscipline, 'inspection/actor-unfit');
  }

  private async subject(reader: Reader, { input }: Asking, day: string): Promise<FoundSubject> {
    const found = await subjectOf(reader, input, day);
    if (!found) throw fail(openDiscipline, 'inspection/subject-outside');
    return found;
  }

  private entity(
    { input }: Call<typeof openDiscipline>,
    found: FoundSubject,
    { id, today, by }: { id: string; today: string; by: string },
  ): DisciplineEntity {
    const { nodeId, actor, assignedBySuperior, gravity, contents, violation, committedOn, foundOn, violationOfDay, source } = input;
    return Object.assign(new DisciplineEntity(), {
      ...nothingYet,
      ...found,
      id,
      version: 1,
      nodeId,
      actor,
      assignedBySuperior,
      gravity,
      contents,
      committedOn,
      foundOn,
      violationOfDay,
      readers: [...new Set([by, ...(found.personId === null ? [] : [found.personId])])],
      violationSealed: violationText.write(this.sealer, id, violation) ?? '',
      sourceKind: source?.kind ?? null,
      sourceCaseId: source?.caseId ?? null,
      sourceOn: source?.on ?? null,
      state: 'OPENED' as const,
      openedOn: today,
    });
  }
}

const nothingYet = {
  hearing: null,
  heardOn: null,
  heardBy: null,
  deferralReason: null,
  deferredUntil: null,
  vote: null,
  proposedToNodeId: null,
  proposedToActor: null,
  proposedOn: null,
  form: null,
  decidedForm: null,
  dismissedFrom: [],
  following: [],
  decidedOn: null,
  effectiveOn: null,
  writtenOn: null,
  signerId: null,
  delivery: null,
  deliveredOn: null,
  endedOn: null,
  appealNodeId: null,
};
