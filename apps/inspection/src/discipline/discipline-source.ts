import type { Reader } from '@vungmanh/platform/db/reader';

/** Whether the person works on an inspection case: nobody else is told that a case of discipline rests on it. */
export async function knowsCase(reader: Reader, caseId: string, person: string | undefined): Promise<boolean> {
  const found = await reader.query('select 1 from inspection_case c where c.id = $1 and $2 = any(c.inner_ids)', [caseId, person ?? null]);
  return found.length > 0;
}
