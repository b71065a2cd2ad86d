import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<{ statements: number }>();

/** Runs work and tells how many SQL statements it took: a list must not cost more when it grows. */
export async function counting<T>(work: () => Promise<T>): Promise<{ result: T; statements: number }> {
  const counter = { statements: 0 };
  const result = await storage.run(counter, work);
  return { result, statements: counter.statements };
}

let executed = 0;

/** The SQL statements of this process so far, for its figures. */
export const statementsSoFar = (): number => executed;

export function countStatement(): void {
  executed += 1;
  const counter = storage.getStore();
  if (counter) counter.statements += 1;
}
