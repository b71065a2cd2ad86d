import { approveProgram, closeProgram, type Program, type ProgramActor, publishProgram } from '@vungmanh/contracts/inspection/program';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog, Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { AddLines } from './add-lines.js';
import { paperName } from './inspection-text.js';

const bookOf: Partial<Record<ProgramActor, string>> = { CELL: 'chi bộ', INSPECTION_COMMISSION: 'ủy ban kiểm tra' };

type Doing = 'add' | 'approve' | 'publish' | 'close';

function ApproveForm({ program, onClose }: { program: Program; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(approveProgram, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi việc phê duyệt.' });
    },
  });
  const form = useForm(approveProgram.input, { programId: program.id }, command.error);
  const ownBook = program.actor === 'ADVISORY_ORGAN';
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: program.version })}
      actions={
        <>
          <Button type="submit" look="primary" busy={command.isPending}>
            Ghi phê duyệt
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <p>Sau khi phê duyệt, mọi thay đổi là điều chỉnh có ghi lý do, không sửa trực tiếp được nữa.</p>
      <TextField label="Phê duyệt tại" hint="Ví dụ: Hội nghị Ban Chấp hành tháng 12" maxLength={200} {...form.text('meeting')} />
      <DateField label="Ngày phê duyệt" {...form.field('approvedOn')} />
      {ownBook ? (
        <TextField label="Số văn bản" hint="Theo sổ văn bản của cơ quan, ví dụ Số 05-CTr/BTCTU" optional maxLength={40} {...form.text('number')} />
      ) : (
        <p className="soft">Số văn bản được lấy từ sổ văn bản của {bookOf[program.actor] ?? 'cấp ủy'}.</p>
      )}
    </Form>
  );
}

function Confirmed({ program, doing, onClose }: { program: Program; doing: 'publish' | 'close' | undefined; onClose: () => void }) {
  const toast = useToast();
  const told = (text: string) => () => {
    onClose();
    toast({ text });
  };
  const publish = useCommand(publishProgram, { onDone: told('Đã thông báo đến đối tượng kiểm tra, giám sát.') });
  const close = useCommand(closeProgram, { onDone: told('Đã kết thúc chương trình.') });
  const about = { input: { programId: program.id }, version: program.version };
  return (
    <>
      <ConfirmDialog
        open={doing === 'publish'}
        title="Thông báo đến đối tượng?"
        confirm="Thông báo"
        busy={publish.isPending}
        onConfirm={() => publish.mutate(about)}
        onClose={onClose}
      >
        <p>Mỗi đảng viên thấy cuộc kiểm tra, giám sát đối với mình; bí thư chi bộ thấy cuộc đối với chi bộ. Không ai thấy cuộc của người khác.</p>
        <p>Cuộc kiểm tra khi có dấu hiệu vi phạm chỉ hiện với đối tượng khi bắt đầu tiến hành.</p>
        <ProblemNote problem={publish.error} />
      </ConfirmDialog>
      <ConfirmDialog
        open={doing === 'close'}
        title="Kết thúc chương trình của năm?"
        confirm="Kết thúc"
        busy={close.isPending}
        onConfirm={() => close.mutate(about)}
        onClose={onClose}
      >
        <p>Sau khi kết thúc không ghi thêm, không điều chỉnh được nữa.</p>
        <ProblemNote problem={close.error} />
      </ConfirmDialog>
    </>
  );
}

/** What the person may do with the program now, the next step first. */
export function ProgramActs({ program }: { program: Program }) {
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const { may } = program;
  if (may.length === 0) return null;
  const empty = program.lines.planned === 0 && program.state === 'DRAFT';
  return (
    <>
      {empty && (
        <Note title={`${paperName(program.actor)} chưa có cuộc nào`}>
          <p>Bấm "Thêm cuộc kiểm tra, giám sát", chọn quý, hình thức và đối tượng.</p>
        </Note>
      )}
      <div className="row no-print">
        {(may.includes('plan') || may.includes('amend')) && (
          <Button look={may.includes('plan') ? 'primary' : 'plain'} icon="plus" onClick={() => setDoing('add')}>
            {may.includes('plan') ? 'Thêm cuộc kiểm tra, giám sát' : 'Điều chỉnh: bổ sung cuộc'}
          </Button>
        )}
        {may.includes('approve') && !empty && <Button onClick={() => setDoing('approve')}>Ghi phê duyệt</Button>}
        {may.includes('publish') && (
          <Button look="primary" onClick={() => setDoing('publish')}>
            Thông báo đến đối tượng
          </Button>
        )}
        {may.includes('close') && <Button onClick={() => setDoing('close')}>Kết thúc chương trình</Button>}
      </div>
      <Dialog open={doing === 'approve'} title="Ghi việc phê duyệt" onClose={close}>
        <ApproveForm program={program} onClose={close} />
      </Dialog>
      <Dialog
        open={doing === 'add'}
        title={may.includes('plan') ? 'Thêm cuộc kiểm tra, giám sát' : 'Bổ sung cuộc kiểm tra, giám sát'}
        onClose={close}
      >
        <AddLines program={program} onClose={close} />
      </Dialog>
      <Confirmed program={program} doing={doing === 'publish' || doing === 'close' ? doing : undefined} onClose={close} />
    </>
  );
}
