import { cancelPastImport, confirmPastImport, getPastImport, listPastImports, type PastImport } from '@vungmanh/contracts/training/past-import';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { ProblemNote } from '../../ui/notes.js';
import { confirmSentence } from './past-text.js';

const changes = [getPastImport, listPastImports];

/** What would be written, and the two ways on. */
export function PastConfirm({ run }: { run: PastImport }) {
  const [asking, setAsking] = useState<'confirm' | 'cancel'>();
  const close = () => setAsking(undefined);
  const confirm = useCommand(confirmPastImport, { changes, onDone: close });
  const cancel = useCommand(cancelPastImport, { changes, onDone: close });
  const sentence = confirmSentence(run);
  const order = { input: { pastImportId: run.id }, version: run.version };
  return (
    <Card title="Xác nhận">
      <div className="stack">
        <p className="strong">{sentence}</p>
        <div className="row">
          <Button look="primary" disabled={(run.counts?.errors ?? 1) > 0} onClick={() => setAsking('confirm')}>
            Xác nhận nhập
          </Button>
          <Button look="danger" onClick={() => setAsking('cancel')}>
            Hủy lần nhập này
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={asking === 'confirm'}
        title="Ghi lượt học từ tệp vào hệ thống?"
        confirm="Ghi vào hệ thống"
        busy={confirm.isPending}
        onClose={close}
        onConfirm={() => confirm.mutate(order)}
      >
        <p>{sentence}</p>
        <p className="soft">Tệp được ghi trọn vẹn hoặc không ghi gì. Người được ghi lượt học thấy việc này trong hồ sơ của mình.</p>
        <ProblemNote problem={confirm.error} />
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'cancel'}
        title="Hủy lần nhập này?"
        confirm="Hủy lần nhập"
        look="danger"
        busy={cancel.isPending}
        onClose={close}
        onConfirm={() => cancel.mutate(order)}
      >
        <p>Những gì đã đọc từ tệp sẽ bị bỏ; dữ liệu trong hệ thống giữ nguyên.</p>
        <ProblemNote problem={cancel.error} />
      </ConfirmDialog>
    </Card>
  );
}
