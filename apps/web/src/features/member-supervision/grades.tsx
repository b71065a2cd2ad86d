import { gradeSheet } from '@vungmanh/contracts/inspection/labor-grade';
import { type MemberSupervision, quarterText, setGradeScale } from '@vungmanh/contracts/inspection/member-supervision';
import { listSupervisionLines } from '@vungmanh/contracts/inspection/supervision-line';
import { useState } from 'react';
import { useCommand, useListOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { DownloadButton } from '../meeting/download-button.js';
import { GradeFile } from './grade-file.js';
import { GradeGrid } from './grade-grid.js';
import { NotSeated } from './line-list.js';
import { marksOf } from './pasted-grades.js';

function ScaleForm({ supervision: s, onClose }: { supervision: MemberSupervision; onClose: () => void }) {
  const toast = useToast();
  const [typed, setTyped] = useState(s.gradeScale.length === 0 ? 'A, B, C' : s.gradeScale.join(', '));
  const command = useCommand(setGradeScale, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã lưu các mức bình xét.' });
    },
  });
  return (
    <form
      className="form"
      onSubmit={(e) => {
        e.preventDefault();
        command.mutate({ input: { supervisionId: s.id, marks: marksOf(typed) }, version: s.version });
      }}
    >
      <TextField
        label="Các mức bình xét"
        hint="Cách nhau bằng dấu phẩy, như cơ quan đang dùng. Để trống nếu chi bộ không bình xét."
        optional
        value={typed}
        onChange={setTyped}
      />
      <ProblemNote problem={command.error} />
      <div className="form-actions">
        <Button type="submit" look="primary" busy={command.isPending}>
          Lưu các mức
        </Button>
        <Button onClick={onClose}>Thôi</Button>
      </div>
    </form>
  );
}

function Sheet({ supervision: s }: { supervision: MemberSupervision }) {
  const [sending, setSending] = useState(false);
  const list = useListOf(listSupervisionLines, { supervisionId: s.id, limit: 200 });
  const close = () => setSending(false);
  if (list.loading) return <Skeleton lines={8} />;
  if (list.problem?.kind === 'not-found') return <NotSeated />;
  if (list.problem) return <ProblemNote problem={list.problem} onRetry={list.reload} />;
  const open = s.may.includes('record-grades');
  return (
    <div className="stack">
      {s.state === 'DRAFT' && (
        <Note>
          <p>Ghi bình xét được sau khi kế hoạch của quý đã thông báo đến đảng viên.</p>
        </Note>
      )}
      <GradeGrid
        key={s.version}
        supervision={s}
        rows={list.rows}
        open={open}
        tools={
          <>
            {open && (
              <Button size="small" icon="upload" onClick={() => setSending(true)}>
                Nhập từ tệp Excel
              </Button>
            )}
            <DownloadButton operation={gradeSheet} input={{ supervisionId: s.id }} name={`Bình xét lao động ${quarterText(s.quarter)}`}>
              Tải bảng Excel
            </DownloadButton>
          </>
        }
      />
      {list.hasMore && (
        <Button look="quiet" busy={list.loadingMore} onClick={list.more}>
          Xem thêm
        </Button>
      )}
      <Dialog open={sending} title="Nhập bình xét từ tệp Excel" onClose={close}>
        <GradeFile supervision={s} onClose={close} />
      </Dialog>
    </div>
  );
}

/** Monthly grades, where the cell keeps them: written down as the cell decided them, and worked out into nothing. */
export function Grades({ supervision: s }: { supervision: MemberSupervision }) {
  const [scaling, setScaling] = useState(false);
  const keeps = s.gradeScale.length > 0;
  const mayScale = s.may.includes('set-scale');
  return (
    <div className="stack">
      {keeps ? (
        <Card
          title={`Bình xét lao động hằng tháng (${s.gradeScale.join(', ')})`}
          aside={
            mayScale && (
              <Button size="small" look="quiet" onClick={() => setScaling(true)}>
                Sửa các mức
              </Button>
            )
          }
        >
          <Sheet supervision={s} />
        </Card>
      ) : (
        <EmptyState
          icon="file"
          title="Chi bộ không ghi bình xét lao động hằng tháng"
          action={mayScale && <Button onClick={() => setScaling(true)}>Đặt các mức bình xét</Button>}
        >
          <p>Nếu cơ quan bình xét hằng tháng (ví dụ công A, B, C), đặt các mức rồi ghi theo tháng. Không bình xét thì bỏ qua mục này.</p>
        </EmptyState>
      )}
      <Dialog open={scaling} title="Các mức bình xét" onClose={() => setScaling(false)}>
        <ScaleForm supervision={s} onClose={() => setScaling(false)} />
      </Dialog>
    </div>
  );
}
