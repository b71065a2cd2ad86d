import type { Reader } from '../roster/roster-of.js';

/** How a notice or minutes stand in the register. */
export interface NumberStanding {
  /** As printed: `Số 05-BB/CB`. */
  readonly printed?: string;
  /** Asked for and not yet there. */
  readonly awaited: boolean;
}

/** The number of the latest notice, or of the minutes. Neither there nor awaited: what came before the platform keeps its own. */
export async function numberOf(reader: Reader, meetingId: string, kind: 'NOTICE' | 'MINUTES'): Promise<NumberStanding> {
  const [row] = await reader.query<{ printed: string | null }>(
    'select printed from paper_number where meeting_id = $1 and kind = $2 order by document_id desc limit 1',
    [meetingId, kind],
  );
  return { awaited: row?.printed === null, ...(row?.printed ? { printed: row.printed } : {}) };
}
