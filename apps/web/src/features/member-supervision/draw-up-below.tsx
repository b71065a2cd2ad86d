import { drawUpSupervisionsBelow, type Quarter } from '@vungmanh/contracts/inspection/member-supervision';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { today } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import type { Unit } from '../plan/units.js';
import { inQuarter, quarterAt, quarterOn } from './supervision-text.js';

interface BelowProps {
  readonly unit: Unit;
  readonly quarter: Quarter;
  /** Cells that have drawn up nothing yet. */
  readonly without: number;
}

/** Draws up the lists of all cells that have none, so that their committees need only look at them. */
export function DrawUpBelow({ unit, quarter, without }: BelowProps) {
  const session = useSession();
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const command = useCommand(drawUpSupervisionsBelow, {
    onDone: ({ cells, lines }) => {
      setAsked(false);
      toast({ text: `Đã lập danh sách cho ${showCount(cells)} chi bộ, ${showCount(lines)} đảng viên.` });
    },
  });
  const inTime = [-1, 0, 1].some((n) => quarterOn(quarterAt(today()), n) === quarter);
  if (!unit.below || without === 0 || !inTime || !may(session, 'inspection:plan', unit.nodeId)) return null;
  return (
    <>
      <Button look="primary" onClick={() => setAsked(true)}>
        Lập danh sách cho {showCount(without)} chi bộ
      </Button>
      <ConfirmDialog
        open={asked}
        title={`Lập danh sách giám sát ${inQuarter(quarter)}?`}
        confirm="Lập danh sách"
        busy={command.isPending}
        onConfirm={() => command.mutate({ input: { nodeId: unit.nodeId, quarter } })}
        onClose={() => setAsked(false)}
      >
        <p>
          {showCount(without)} chi bộ chưa lập có sẵn danh sách đảng viên để chi ủy xem lại và thông báo. Chi bộ đã lập thì giữ nguyên. Cấp trên không
          thấy phần của từng đảng viên.
        </p>
        <ProblemNote problem={command.error} />
      </ConfirmDialog>
    </>
  );
}
