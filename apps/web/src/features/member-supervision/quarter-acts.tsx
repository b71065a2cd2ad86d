import { closeSupervision, drawUpSupervision, type MemberSupervision, openSupervision } from '@vungmanh/contracts/inspection/member-supervision';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { inQuarter } from './supervision-text.js';

/** What can be done with the quarter as a whole, the next step first. */
export function QuarterActs({ supervision: s }: { supervision: MemberSupervision }) {
  const toast = useToast();
  const [asked, setAsked] = useState<'open' | 'close'>();
  const told = (text: string) => () => {
    setAsked(undefined);
    toast({ text });
  };
  const open = useCommand(openSupervision, { onDone: told('Đã thông báo kế hoạch đến đảng viên.') });
  const close = useCommand(closeSupervision, { onDone: told('Đã kết thúc quý.') });
  const newcomers = useCommand(drawUpSupervision, { onDone: ({ lines }) => toast({ text: `Danh sách có ${lines} đảng viên.` }) });
  const about = { input: { supervisionId: s.id }, version: s.version };
  const { may } = s;
  if (may.length === 0) return null;
  return (
    <>
      {may.includes('open') && (
        <Note title="Đảng viên chưa thấy kế hoạch này">
          <p>Xem lại danh sách, rồi bấm "Thông báo đến đảng viên". Sau đó chi ủy mới ghi nhận xét, nhắc nhở, đề nghị; đảng viên xem và có ý kiến.</p>
        </Note>
      )}
      <div className="row no-print">
        {may.includes('open') && (
          <Button look="primary" onClick={() => setAsked('open')}>
            Thông báo đến đảng viên
          </Button>
        )}
        {may.includes('add-newcomers') && (
          <Button icon="reload" busy={newcomers.isPending} onClick={() => newcomers.mutate({ input: { nodeId: s.nodeId, quarter: s.quarter } })}>
            Cập nhật danh sách
          </Button>
        )}
        {may.includes('close') && <Button onClick={() => setAsked('close')}>Kết thúc quý</Button>}
      </div>
      <ProblemNote problem={newcomers.error} />
      <ConfirmDialog
        open={asked === 'open'}
        title="Thông báo kế hoạch đến đảng viên?"
        confirm="Thông báo"
        busy={open.isPending}
        onConfirm={() => open.mutate(about)}
        onClose={() => setAsked(undefined)}
      >
        <p>Mỗi đảng viên thấy phần của chính mình trên trang Việc của tôi và được nêu ý kiến. Không ai thấy phần của người khác, trừ chi ủy.</p>
        <ProblemNote problem={open.error} />
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'close'}
        title={`Kết thúc ${inQuarter(s.quarter)}?`}
        confirm="Kết thúc quý"
        busy={close.isPending}
        onConfirm={() => close.mutate(about)}
        onClose={() => setAsked(undefined)}
      >
        <p>Số nhiệm vụ đúng hạn, chậm được giữ như hôm nay. Chi ủy không ghi thêm được nữa; đảng viên vẫn được nêu ý kiến.</p>
        <ProblemNote problem={close.error} />
      </ConfirmDialog>
    </>
  );
}
