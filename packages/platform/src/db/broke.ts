import { QueryFailedError } from 'typeorm';

/** Whether a statement failed because it broke the constraint or unique index of that name. */
export function broke(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: { constraint?: unknown } = error.driverError;
  return cause.constraint === constraint;
}

const stateOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether a statement of the driver itself failed because it broke any constraint: SQLSTATE class 23. */
export const isBroken = (error: unknown): boolean => stateOf(error).startsWith('23');

/** Whether it failed because a key or a unique value is there already. */
export const isTaken = (error: unknown): boolean => stateOf(error) === '23505';
