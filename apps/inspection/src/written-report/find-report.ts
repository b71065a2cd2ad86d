import { countStatement } from '@vungmanh/platform/db/counter';
import type { Tx } from '@vungmanh/platform/db/tx';
import { WrittenReportEntity } from './written-report.entity.js';

/** A report to be changed, for who has sent or received it; null for anybody else. */
export function lockReport(tx: Tx, reportId: string, person: string): Promise<WrittenReportEntity | null> {
  countStatement();
  return tx.manager
    .createQueryBuilder(WrittenReportEntity, 'w')
    .setLock('pessimistic_write')
    .where('w.id = :reportId and :person = any(w.listed_ids)', { reportId, person })
    .getOne();
}
