import { lostMutants, mutants } from '../setup/mutants.mjs';

/** The faults themselves are tried by `npm run test:access`. */
it('every fault of the rules that a spec must find can still be made', () => {
  expect(lostMutants()).toEqual([]);
  expect(mutants.length).toBeGreaterThan(50);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});
