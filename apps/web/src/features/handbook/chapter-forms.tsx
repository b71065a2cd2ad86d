import { type Chapter, type ChapterDraft, publishChapter, withdrawChapter } from '@vungmanh/contracts/training/chapter';
import { useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';

/** Takes a chapter out of use. */
export function WithdrawForm({ chapter, onClose }: { chapter: Pick<Chapter, 'id' | 'version'>; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(withdrawChapter, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã thu hồi chương.' });
    },
  });
  const form = useForm(withdrawChapter.input, { chapterId: chapter.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: chapter.version })}
      actions={<FormButtons submit="Thu hồi chương" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>Chương trình sinh hoạt soạn từ nay không dẫn được chương này. Chương trình đã dẫn vẫn giữ và vẫn đọc được.</p>
      <TextField label="Lý do thu hồi" maxLength={500} {...form.text('because')} />
    </Form>
  );
}

/** Makes a draft the next edition. */
export function PublishForm({ chapter, onClose, onDone }: { chapter: ChapterDraft; onClose: () => void; onDone: () => void }) {
  const command = useCommand(publishChapter, { onDone });
  const form = useForm(publishChapter.input, { chapterId: chapter.id }, command.error);
  const next = chapter.edition + 1;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: chapter.version })}
      actions={<FormButtons submit={`Ban hành bản ${next}`} busy={command.isPending} onClose={onClose} />}
    >
      <p>Bản ban hành được mọi đảng viên đọc và không sửa được nữa; muốn sửa thì soạn bản tiếp theo.</p>
      {next > 1 && <TextField label="Điểm mới so với bản trước" optional maxLength={300} {...form.text('note')} />}
    </Form>
  );
}
