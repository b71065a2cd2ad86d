import type { CheckFinding } from '@vungmanh/contracts/inspection/check-cell';
import { settleCheckFinding } from '@vungmanh/contracts/inspection/check-notice';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';

/** The committee has looked again: the cell has mended it. Nothing for what is mended, or asks for nothing. */
export function Settle({ finding }: { finding: CheckFinding }) {
  const toast = useToast();
  const command = useCommand(settleCheckFinding, { onDone: () => toast({ text: 'Đã xác nhận khắc phục.' }) });
  if (finding.kind !== 'SHORTCOMING' || finding.state === 'DONE') return null;
  return (
    <div className="no-print">
      <Button size="small" busy={command.isPending} onClick={() => command.mutate({ input: { findingId: finding.id }, version: finding.version })}>
        Xác nhận đã khắc phục
      </Button>
      <ProblemNote problem={command.error} />
    </div>
  );
}
