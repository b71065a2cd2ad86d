import { newId } from '@vungmanh/contracts/new-id';
import type { Deviation } from '@vungmanh/contracts/deviation';
import type { CasePart, CaseStepKind } from '@vungmanh/contracts/inspection/case-part';
import type { OpenCase } from './case-change.js';
import { caseText } from './case-text.js';

interface Taken {
  readonly onDay?: string;
  readonly note?: string | undefined;
  readonly deviations?: readonly Deviation[];
}

/** Adds a step to the course of a case: who, when, on which day, why. What deviates from a rule is kept in that day's words. */
export async function tookStep({ tx, entity, person, sealer }: Omit<OpenCase, 'parts'>, kind: CaseStepKind, taken: Taken = {}): Promise<void> {
  const id = newId(tx.clock.millis());
  const { onDay, note, deviations = [] } = taken;
  await tx.query('insert into case_step (id, case_id, at, kind, on_day, by_id, note_sealed, deviations) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    id,
    entity.id,
    tx.clock.now(),
    kind,
    onDay ?? null,
    person,
    caseText.step.write(sealer, id, note),
    JSON.stringify(deviations),
  ]);
}

/** Puts people on the list of a case, each once in a part; whoever is not its subject reads the whole file. */
export async function enlist(
  { tx, entity, person, sealer }: Omit<OpenCase, 'parts'>,
  people: readonly { personId: string; part: CasePart }[],
  reason: string,
): Promise<void> {
  for (const { personId, part } of people) {
    const id = newId(tx.clock.millis());
    await tx.query(
      `insert into case_access (id, case_id, person_id, part, since, by_id, reason_sealed) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (case_id, person_id, part) where until is null do nothing`,
      [id, entity.id, personId, part, tx.clock.now(), person, caseText.access.write(sealer, id, reason)],
    );
  }
  const inner = people.filter((p) => p.part !== 'SUBJECT').map((p) => p.personId);
  entity.listedIds = [...new Set([...entity.listedIds, ...people.map((p) => p.personId)])];
  entity.innerIds = [...new Set([...entity.innerIds, ...inner])];
}

/** Ends rows of the list; who has no other part knows nothing of the case from now on. */
export async function delist({ tx, entity }: Pick<OpenCase, 'tx' | 'entity'>, accessIds: readonly string[]): Promise<void> {
  await tx.query('update case_access set until = $3 where case_id = $1 and id = any($2::uuid[]) and until is null', [
    entity.id,
    accessIds,
    tx.clock.now(),
  ]);
  const left = await tx.query<{ person_id: string; part: CasePart }>('select person_id, part from case_access where case_id = $1 and until is null', [
    entity.id,
  ]);
  entity.listedIds = [...new Set(left.map((l) => l.person_id))];
  entity.innerIds = [...new Set(left.filter((l) => l.part !== 'SUBJECT').map((l) => l.person_id))];
}
