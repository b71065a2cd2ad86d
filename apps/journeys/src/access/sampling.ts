import { type Case, lot, nameOf, oddCases, plainCases } from './cases.js';
import type { Stage } from './stage.js';

/** `npm run test:access` asks everything; any other run a part of this many, another part each day. ACCESS_SEED says which. */
export const PARTS = 20;
export const whole = process.env['ACCESS_MATRIX'] === 'whole';
export const seed = Number(process.env['ACCESS_SEED'] ?? new Date().getUTCDate()) % PARTS;

/** Of the odd forms this part is the whole: each form of each operation by some of everybody, others with another seed. */
const ODD = 10;

/** The cases of this run. */
export function sampled(stage: Stage): Case[] {
  const plain = plainCases(stage).filter((one) => whole || lot(nameOf(one), PARTS) === seed);
  const odd = oddCases(stage, seed).filter((one) => lot(`${seed}${nameOf(one)}`, whole ? ODD : ODD * PARTS) === 0);
  return [...plain, ...odd];
}

/** A few cases in an order of chance, with all of a service's own, which are few; for runs that end with the first that is wrong. */
export function few(stage: Stage, count: number): Case[] {
  const all = plainCases(stage).map((one) => ({ one, at: one.who?.service ? 0 : lot(`${seed}${nameOf(one)}`, 0xff_ff_ff) }));
  return all
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
}
