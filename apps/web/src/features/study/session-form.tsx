import { dropStudySession, holdStudySession, type StudyLevel, type StudySession } from '@vungmanh/contracts/training/study-level';
import { StudyAudience, studyAudienceLabel } from '@vungmanh/contracts/training/study-state';
import { useCommand } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { CountField, DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';

const audiences = StudyAudience.options.map((value) => ({ value, label: studyAudienceLabel[value] }));

/** A session that was held: its day, for whom, and counts. */
export function HoldSession({ level, onClose }: { level: StudyLevel; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(holdStudySession, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi buổi học tập.' });
    },
  });
  const form = useForm(holdStudySession.input, { levelId: level.id, heldOn: today(), audience: 'MEMBERS', essays: 0 }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: level.version })}
      actions={<FormButtons submit="Ghi buổi học tập" busy={command.isPending} onClose={onClose} />}
    >
      <p>Chỉ ghi số lượng. Danh sách người dự giữ ở sổ, bảng điểm danh của tổ chức.</p>
      <DateField label="Ngày tổ chức" {...form.field('heldOn')} />
      <SelectField label="Đối tượng" options={audiences} {...form.field('audience')} />
      <TextField label="Nội dung, hình thức" hint="Ví dụ: Học tập toàn văn, kết hợp sinh hoạt thường kỳ" maxLength={300} {...form.text('content')} />
      <CountField label="Số người triệu tập" {...form.field('expected')} />
      <CountField label="Số người dự" {...form.field('attended')} />
      <CountField label="Số bài thu hoạch đã nộp" {...form.field('essays')} />
    </Form>
  );
}

/** Takes back what was written by mistake. */
export function DropSession({ level, session, onClose }: { level: StudyLevel; session: StudySession; onClose: () => void }) {
  const command = useCommand(dropStudySession, { onDone: onClose });
  const form = useForm(dropStudySession.input, { levelId: level.id, sessionId: session.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: level.version })}
      actions={<FormButtons submit="Bỏ buổi này" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>Buổi ghi nhầm không tính vào số liệu nữa; nhật ký vẫn giữ.</p>
      <TextField label="Lý do" maxLength={300} {...form.text('because')} />
    </Form>
  );
}
