import { QueryFailedError } from 'typeorm';

/** Whether a statement failed because it broke the constraint or unique index of that name. */
export function broke(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: { constraint?: unknown } = error.driverError;
  return cause.constraint === constraint;
}

/** Whether a statement of the driver itself failed because it broke any constraint: SQLSTATE class 23. */
export const isBroken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && error.code.startsWith('23');
