import { cancelImport, confirmImport, getImport, type Import, listImports } from '@vungmanh/contracts/organization/import';
import { type ImportSheet, importSheetLabel } from '@vungmanh/contracts/organization/import-sheet';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { showCount } from '../../text/numbers.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { CheckField } from '../../ui/choice-field.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { changesAnything, confirmSentence, countsOf, sheetsOf } from './import-text.js';

const changes = [getImport, listImports];

/** What would be written, sheet by sheet, and the two ways on. */
export function ConfirmBar({ run }: { run: Import }) {
  const toast = useToast();
  const whole = sheetsOf(run).filter((sheet) => countsOf(run, sheet)?.errors === 0);
  const [sheets, setSheets] = useState<readonly ImportSheet[]>(whole);
  const [asking, setAsking] = useState<'confirm' | 'cancel'>();
  const close = () => setAsking(undefined);
  const confirm = useCommand(confirmImport, { changes, onDone: close });
  const cancel = useCommand(cancelImport, {
    changes,
    onDone: () => {
      close();
      toast({ text: 'Đã hủy lần nhập này.' });
    },
  });
  const sentence = confirmSentence(run, sheets);
  const nothing = sheets.length > 0 && !changesAnything(run, sheets);
  return (
    <Card title="Xác nhận">
      <div className="stack">
        {sheetsOf(run).map((sheet) => {
          const errors = countsOf(run, sheet)?.errors ?? 0;
          return (
            <CheckField
              key={sheet}
              label={`Nhập trang “${importSheetLabel[sheet]}”`}
              {...(errors > 0 ? { hint: `Còn ${showCount(errors)} dòng có lỗi. Sửa trong tệp rồi gửi lại.` } : {})}
              disabled={errors > 0}
              checked={sheets.includes(sheet)}
              onChange={(on) => setSheets(whole.filter((s) => (s === sheet ? on : sheets.includes(s))))}
            />
          );
        })}
        {nothing && <Note title="Dữ liệu trong tệp trùng với dữ liệu đang có: xác nhận sẽ không thay đổi gì." />}
        <p className="strong">{sentence}</p>
        <div className="row">
          <Button look="primary" disabled={sheets.length === 0} onClick={() => setAsking('confirm')}>
            Xác nhận nhập
          </Button>
          <Button look="danger" onClick={() => setAsking('cancel')}>
            Hủy lần nhập này
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={asking === 'confirm'}
        title="Ghi dữ liệu từ tệp vào hệ thống?"
        confirm="Ghi vào hệ thống"
        busy={confirm.isPending}
        onClose={close}
        onConfirm={() => confirm.mutate({ input: { importId: run.id, sheets: [...sheets] }, version: run.version })}
      >
        <p>{sentence}</p>
        <p className="soft">Mỗi trang tính được ghi trọn vẹn hoặc không ghi gì.</p>
        <ProblemNote problem={confirm.error} />
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'cancel'}
        title="Hủy lần nhập này?"
        confirm="Hủy lần nhập"
        look="danger"
        busy={cancel.isPending}
        onClose={close}
        onConfirm={() => cancel.mutate({ input: { importId: run.id }, version: run.version })}
      >
        <p>Những gì đã đọc từ tệp sẽ bị bỏ; dữ liệu trong hệ thống giữ nguyên.</p>
        <ProblemNote problem={cancel.error} />
      </ConfirmDialog>
    </Card>
  );
}
