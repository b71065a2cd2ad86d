import type { SupervisionRow } from '@vungmanh/contracts/inspection/supervision-line';
import type { Month } from '@vungmanh/contracts/types';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/notes.js';
import { TextArea } from '../../ui/text-field.js';
import { type PastedGrade, readPasted } from './pasted-grades.js';
import { monthName } from './supervision-text.js';

interface PasteProps {
  readonly rows: readonly SupervisionRow[];
  readonly months: readonly Month[];
  readonly scale: readonly string[];
  readonly onPaste: (grades: readonly PastedGrade[]) => void;
}

/** Takes columns copied out of a spreadsheet into the grid, where they are looked at before they are saved. */
export function PasteGrades({ rows, months, scale, onPaste }: PasteProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const { grades, unread } = readPasted(typed, { rows, months, scale });
  const close = () => {
    setOpen(false);
    setTyped('');
  };
  return (
    <>
      <Button size="small" icon="edit" onClick={() => setOpen(true)}>
        Dán từ Excel
      </Button>
      <Dialog
        open={open}
        title="Dán bình xét từ Excel"
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Thôi</Button>
            <Button
              look="primary"
              disabled={grades.length === 0}
              onClick={() => {
                onPaste(grades);
                close();
              }}
            >
              Đưa {grades.length} ô vào bảng
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>
            Trong Excel, chọn cột họ và tên cùng {months.length === 1 ? 'cột' : 'các cột'} {months.map((m) => monthName(m).toLowerCase()).join(', ')},
            bấm chép, rồi dán vào ô dưới. Chưa lưu gì cho đến khi đồng chí bấm Lưu bình xét.
          </p>
          <TextArea label="Nội dung dán" rows={6} value={typed} onChange={setTyped} />
          {unread.length > 0 && (
            <Note tone="warning" title={`${unread.length} chỗ chưa đọc được`}>
              <ul>
                {unread.slice(0, 8).map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </Note>
          )}
        </div>
      </Dialog>
    </>
  );
}
