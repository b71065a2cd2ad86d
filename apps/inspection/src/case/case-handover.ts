import type { EscalationTarget, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Broken } from '@vungmanh/platform/problem';
import { lockReport } from '../written-report/find-report.js';
import { leadersOf } from '../written-report/receivers.js';
import { sendReport } from '../written-report/send-report.js';
import type { OpenCase } from './case-change.js';

interface Handover {
  readonly target: EscalationTarget;
  readonly toNodeId?: string | undefined;
  readonly summary?: string | undefined;
  readonly reason: string;
}

/**
 * Lays a case that ends here before the body that goes on with it. Its list stays its own: the receivers get the summary and no more.
 * Throws `inspection/receiver-unfit`, `inspection/nobody-to-tell`.
 */
export async function handOn({ tx, entity, person, sealer }: OpenCase, { target, toNodeId, summary, reason }: Handover): Promise<void> {
  if (target === 'DISCIPLINE') {
    if (toNodeId !== undefined) throw new Broken('inspection/receiver-unfit');
    return;
  }
  const to = toNodeId ?? (target === 'SUSPECTED_VIOLATION' ? entity.nodeId : undefined);
  // An authority outside the Party's organizations gets it on paper.
  if (to === undefined) return;
  const own = to === entity.nodeId;
  const above = await tx.query('select 1 from tree_now where ancestor = $1 and descendant = $2', [to, entity.nodeId]);
  if (above.length === 0 || (own && target === 'AUTHORITY')) throw new Broken('inspection/receiver-unfit');
  const today = tx.clock.today();
  const leaders = await leadersOf(tx, { nodeId: to, subjectId: entity.subjectId, today });
  const receiverIds = own ? [...new Set([person, ...leaders])] : leaders;
  if (receiverIds.length === 0) throw new Broken('inspection/nobody-to-tell');
  const { nodeId, actor, kind, subject, subjectId } = entity;
  const about = { nodeId, actor, kind, subject, subjectId, datedOn: today, fromCaseId: entity.id };
  await sendReport(tx, sealer, { ...about, toNodeId: to, receiverIds, by: person }, { signs: summary ?? reason });
}

/** Marks the report from which a case is opened; refuses one that is not this person's, this body's or this subject's: `inspection/report-unfit`. */
export async function takeUpReport(
  tx: Tx,
  reportId: string,
  of: { nodeId: string; subject: SubjectKind; subjectId: string; person: string },
): Promise<void> {
  const report = await lockReport(tx, reportId, of.person);
  const same = report?.toNodeId === of.nodeId && report.subject === of.subject && report.subjectId === of.subjectId;
  if (!report || !same || !report.takesCaseOf(of.person)) throw new Broken('inspection/report-unfit');
  report.takeUp(of.person);
  await tx.update(report);
}
