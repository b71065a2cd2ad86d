import { listDuties } from '@vungmanh/contracts/training/duty';
import { openTrainingPlan } from '@vungmanh/contracts/training/plan';
import { proposePreparation } from '@vungmanh/contracts/training/preparation';
import type { Person } from '../person.js';
import { eventually } from '../time.js';

/** The year of the plans that the matrix asks about; what it opens itself lies in another. */
const PLAN_YEAR = 2026;

/** A draft of an organization's plan. */
export async function trainingPlan(officer: Person, nodeId: string): Promise<string> {
  return (await officer.doOnceKnown(openTrainingPlan, { nodeId, year: PLAN_YEAR })).id;
}

/** The duty that somebody's seat in an organization has begun, once training knows of the seat. */
export async function dutyOf(officer: Person, nodeId: string, personId: string): Promise<string> {
  const found = async () =>
    (await officer.doOnceKnown(listDuties, { nodeId, limit: 200 })).items.find((d) => d.nodeId === nodeId && d.personId === personId);
  const duty = await eventually(found, (one) => one !== undefined);
  return duty?.id ?? '';
}

/** Somebody who is being prepared for a post in an organization. */
export async function preparedPerson(officer: Person, nodeId: string, personId: string): Promise<string> {
  const period = { term: '2025-2030', from: `${PLAN_YEAR}-01-01`, to: '2030-06-30' };
  return (await officer.doOnceKnown(proposePreparation, { nodeId, personId, post: 'MEMBER', ...period, proposedBy: 'Mô phỏng' })).id;
}
