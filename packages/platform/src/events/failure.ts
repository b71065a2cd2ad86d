import { QueryFailedError } from 'typeorm';
import { ZodError } from 'zod';
import { Broken, Problem } from '../problem.js';

const code = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');
/** Connection lost, shutdown of the server, deadlock, serialization, lock not available, out of resources. */
const PASSING_SQL = /^(08|57P|40|55P03|53)/;
const PASSING_NET = /^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_AGAIN)/;

/** Whether the same work may well succeed in a while: another service, the broker or the database is away. Says nothing against the event. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Problem) return error.kind === 'unavailable' || error.kind === 'timeout';
  const driverCode = error instanceof QueryFailedError ? code(error.driverError) : code(error);
  if (PASSING_SQL.test(driverCode) || PASSING_NET.test(driverCode)) return true;
  return error instanceof Error && /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(error.message);
}

/** What went wrong, without the data it went wrong with: it is stored, and shown to the operator. */
export function describe(error: unknown): string {
  if (error instanceof Problem || error instanceof Broken) return error.code;
  if (error instanceof ZodError) return `payload refused: ${error.issues.map((i) => `${i.path.join('.')} ${i.code}`).join('; ')}`.slice(0, 500);
  if (error instanceof QueryFailedError) {
    const driver: { code?: string; constraint?: string; table?: string } = error.driverError;
    return ['SQL', driver.code, driver.table, driver.constraint].filter(Boolean).join(' ');
  }
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'failed';
}
