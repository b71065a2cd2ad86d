import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { nominate, nominateForDuty } from '@vungmanh/contracts/training/enrollment';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, Problem, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import type { ClassEntity } from '../class/class.entity.js';
import { openClassFor } from '../class/find-class.js';
import { decidedLimits, deviationsOf } from './enrollment.rules.js';
import { owedBy } from './duty-owed.js';
import { cellBefore, nomineesOf, type Nominee } from './nominees.js';

/** Who is named by which cell for which class. */
interface Naming {
  readonly classId: string;
  readonly nodeId: string;
  readonly personIds: readonly string[];
  readonly reason?: string | undefined;
}

/** Cells name their people for a class that is held above them. */
@Injectable()
export class NominationService {
  constructor(private readonly db: Db) {}

  @Rpc(nominate)
  async nominate(call: Call<typeof nominate>): Promise<OutputOf<typeof nominate>> {
    return naming(() =>
      this.db.commit(call, async (tx) => {
        const found = await openClassFor(tx, call.input.classId, call.input.nodeId);
        const persons = await this.name(tx, found, call.input);
        tx.about({ node: call.input.nodeId, target: found.id, persons });
        return { nominated: persons.length };
      }),
    );
  }

  @Rpc(nominateForDuty)
  async forDuty(call: Call<typeof nominateForDuty>): Promise<OutputOf<typeof nominateForDuty>> {
    const { dutyId, classId, reason } = call.input;
    return naming(() =>
      this.db.commit(call, async (tx) => {
        const duty = await owedBy(tx, call.scope, dutyId);
        if (duty.state !== 'OPEN') throw fail(nominateForDuty, 'training/duty-not-open');
        const found = await openClassFor(tx, classId, duty.cellId).catch(unlessMissing);
        if (found?.courseId !== duty.courseId) throw fail(nominateForDuty, 'training/other-course');
        const persons = await this.name(tx, found, { classId, nodeId: duty.cellId, personIds: [duty.personId], reason });
        tx.about({ node: duty.cellId, target: dutyId, persons });
        return { nominated: persons.length };
      }),
    );
  }

  private async name(tx: Tx, found: ClassEntity, about: Naming): Promise<string[]> {
    if (found.state !== 'ENROLLING') throw fail(nominate, 'training/class-state');
    const unique = [...new Set(about.personIds)];
    const nominees = await nomineesOf(tx, found, about.nodeId, unique);
    checkAll(about, nominees);
    await this.write(tx, about, found, nominees);
    return unique;
  }

  private async write(tx: Tx, { nodeId, reason }: Naming, found: ClassEntity, nominees: readonly Nominee[]): Promise<void> {
    const { members, away } = await cellBefore(tx, found, nodeId);
    const where = await ruleContextOf(tx, nodeId);
    const overrides = decidedLimits(found.limits, { nodeId: found.nodeId, from: found.fromOn, title: found.title });
    const context = { ...where, overrides, ...(reason === undefined ? {} : { reason }) };
    const awayOfCell = away + nominees.filter((one) => one.courses === 1).length;
    const rows = nominees.map(({ personId, courses }, i) => ({
      id: newId(tx.clock.millis() + i),
      personId,
      deviations: deviationsOf({ courses, awayOfCell, members }, found.fromOn, context),
    }));
    const [against] = rows.flatMap((row) => row.deviations);
    if (against !== undefined && reason === undefined)
      throw fail(nominate, 'training/reason-needed', { detail: `${against.says} Hiện là ${against.actual}.` });
    await tx.query(
      `insert into class_enrollment (id, version, class_id, holder_id, node_id, person_id, state, deviations)
       select r.id, 1, $1, $2, $3, r."personId", 'NOMINATED', r.deviations
       from jsonb_to_recordset($4::jsonb) as r(id uuid, "personId" uuid, deviations jsonb)`,
      [found.id, found.nodeId, nodeId, JSON.stringify(rows)],
    );
  }
}

/** Refuses all of them where one cannot be named, and says which. */
function checkAll(input: Naming, nominees: readonly Nominee[]): void {
  const errorsOf = (wrong: (one: Nominee) => boolean) =>
    nominees.filter(wrong).map(({ personId, name, ofCell }) => ({
      pointer: `/personIds/${input.personIds.indexOf(personId)}`,
      // Of somebody who is not of the cell no name is told.
      detail: ofCell ? name : 'Không có trong danh sách của tổ chức này',
    }));
  const strangers = errorsOf((one) => !one.ofCell);
  if (strangers.length > 0) throw fail(nominate, 'training/not-of-cell', { errors: strangers });
  const already = errorsOf((one) => one.already);
  if (already.length > 0) throw fail(nominate, 'training/already-nominated', { errors: already });
  const clashing = errorsOf((one) => one.clashes);
  if (clashing.length > 0) throw fail(nominate, 'training/lessons-clash', { errors: clashing });
  if (nominees.length === 0) throw refuse('request/invalid');
}

async function naming<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw broke(error, 'enrollment_once') ? fail(nominate, 'training/already-nominated') : error;
  }
}

/** A class that is not there is one of another course: what is missing is not the duty. */
function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Problem) || error.code !== 'request/not-found') throw error;
}
