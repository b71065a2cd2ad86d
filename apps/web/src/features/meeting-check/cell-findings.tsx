import { type CheckCell, type CheckFinding, dropCheckFinding } from '@vungmanh/contracts/inspection/check-cell';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNote } from '../../ui/notes.js';
import { FindingForm } from './finding-form.js';
import { FindingView } from './finding-view.js';
import { Settle } from './settle.js';

function Drop({ cell, finding }: { cell: CheckCell; finding: CheckFinding }) {
  const command = useCommand(dropCheckFinding);
  const { checkId, nodeId, version } = cell;
  return (
    <>
      <Button
        size="small"
        look="quiet"
        busy={command.isPending}
        onClick={() => command.mutate({ input: { checkId, nodeId, findingId: finding.id }, version })}
      >
        Bỏ, ghi nhầm
      </Button>
      <ProblemNote problem={command.error} />
    </>
  );
}

/** What was found about the cell: added to while the check runs, confirmed as mended once the cell has been told. */
export function CellFindings({ cell, told }: { cell: CheckCell; told: boolean }) {
  const confirms = may(useSession(), 'inspection:check-meetings', cell.nodeId);
  const [adding, setAdding] = useState(false);
  return (
    <Card
      title="Ưu điểm, khuyết điểm"
      aside={
        cell.editable && (
          <Button size="small" icon="plus" onClick={() => setAdding(true)}>
            Ghi nhận
          </Button>
        )
      }
    >
      {cell.findings.length === 0 && <p className="soft">Chưa ghi nhận gì.</p>}
      <ul className="check-list ruled">
        {cell.findings.map((f) => (
          <li key={f.id}>
            <FindingView finding={f} told={told}>
              {cell.editable && <Drop cell={cell} finding={f} />}
              {told && confirms && <Settle finding={f} />}
            </FindingView>
          </li>
        ))}
      </ul>
      <Dialog open={adding} title={`Ghi nhận về ${cell.nodeName}`} onClose={() => setAdding(false)}>
        <FindingForm cell={cell} onClose={() => setAdding(false)} />
      </Dialog>
    </Card>
  );
}
