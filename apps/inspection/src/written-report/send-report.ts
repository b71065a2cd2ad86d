import type { InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { newId } from '@vungmanh/contracts/new-id';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { reportText, type Written } from './report-text.js';
import { WrittenReportEntity } from './written-report.entity.js';

interface Sending {
  readonly nodeId: string;
  readonly actor: ProgramActor;
  readonly kind: InspectionKind;
  readonly subject: SubjectKind;
  readonly subjectId: string;
  readonly datedOn: string;
  readonly fromCaseId: string | null;
  readonly toNodeId: string;
  readonly receiverIds: readonly string[];
  readonly by: string;
}

/** Lays a report before those who are to receive it; answers its id. */
export async function sendReport(tx: Tx, sealer: Sealer, { by, receiverIds, ...of }: Sending, written: Written): Promise<string> {
  const id = newId(tx.clock.millis());
  const report: WrittenReportEntity = Object.assign(new WrittenReportEntity(), of, {
    id,
    at: tx.clock.now(),
    byId: by,
    state: 'SENT',
    textSealed: reportText.text.write(sealer, id, JSON.stringify(written)),
    listedIds: [...new Set([by, ...receiverIds])],
    receiverIds: [...receiverIds],
  });
  await tx.insert(report);
  return id;
}
