import { QueryFailedError } from 'typeorm';

/** Whether a statement failed because it broke the constraint or unique index of that name. */
export function broke(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: { constraint?: unknown } = error.driverError;
  return cause.constraint === constraint;
}
