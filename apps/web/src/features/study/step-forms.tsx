import { UPLOAD_BYTES, uploadRefusals } from '@vungmanh/contracts/gateway/upload';
import { Classification, classificationLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { issueOwnProgram, reviewStudy, type StudyLevel } from '@vungmanh/contracts/training/study-level';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/queries.js';
import { upload } from '../../api/upload.js';
import { today } from '../../text/dates.js';
import { FileField, RadioField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Note, Progress } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';

interface StepProps {
  readonly level: StudyLevel;
  readonly onClose: () => void;
}

const grades = Classification.options.map((value) => ({ value, label: classificationLabel[value] }));
const secret = issueOwnProgram.errors['training/secret-document'].title;

/** The number and day of the organization's own program, and its file once somebody has said that it is no secret. */
export function IssueProgram({ level, onClose }: StepProps) {
  const toast = useToast();
  const [file, setFile] = useState<File>();
  const [classification, setClassification] = useState<Classification>();
  const [share, setShare] = useState<number>();
  const [failed, setFailed] = useState<ProblemError>();
  const command = useCommand(issueOwnProgram, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi chương trình, kế hoạch.' });
    },
  });
  const start = level.program ? { number: level.program.number, issuedOn: level.program.issuedOn } : { issuedOn: today() };
  const form = useForm(issueOwnProgram.input, { levelId: level.id, ...start }, command.error);
  const tooLarge = file !== undefined && file.size > UPLOAD_BYTES;
  const refused = classification !== undefined && classification !== 'ORDINARY';
  const send = async (input: Parameters<typeof command.mutate>[0]['input']) => {
    if (refused || tooLarge) return;
    setFailed(undefined);
    try {
      if (!file || classification === undefined) return command.mutate({ input, version: level.version });
      setShare(0);
      const { fileId } = await upload(file, setShare);
      const name = file.name.slice(-200);
      command.mutate({ input: { ...input, file: { fileId, name, classification } }, version: level.version });
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      setFailed(thrown);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <Form
      form={form}
      problem={failed ?? command.error}
      onSubmit={(input) => void send(input)}
      actions={<FormButtons submit="Ghi chương trình, kế hoạch" busy={command.isPending || share !== undefined} onClose={onClose} />}
    >
      <TextField label="Số, ký hiệu" hint="Theo sổ văn bản của tổ chức, ví dụ 12-CTr/ĐU" short maxLength={40} {...form.text('number')} />
      <DateField label="Ngày ban hành" {...form.field('issuedOn')} />
      <RadioField label="Độ mật của tệp, nếu đính kèm" options={grades} value={classification} onChange={setClassification} />
      {refused ? (
        <Note tone="error" title={`Không nhận tài liệu ${classificationLabel[classification].toLowerCase()}`}>
          <p>{secret}</p>
        </Note>
      ) : (
        <FileField
          label="Tệp văn bản"
          optional
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
          hint={level.program?.fileName === undefined ? 'PDF, Word hoặc ảnh, không quá 20 MB.' : `Đang có: ${level.program.fileName}`}
          disabled={classification === undefined}
          error={tooLarge ? uploadRefusals['gateway/file-too-large'].title : undefined}
          onChange={setFile}
        />
      )}
      {share !== undefined && <Progress label="Đang tải lên" value={share} />}
    </Form>
  );
}

/** What came of it, in the organization's own words. */
export function ReviewStudy({ level, onClose }: StepProps) {
  const toast = useToast();
  const command = useCommand(reviewStudy, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi sơ kết, tổng kết.' });
    },
  });
  const form = useForm(reviewStudy.input, { levelId: level.id, reviewedOn: today() }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: level.version })}
      actions={<FormButtons submit="Ghi sơ kết, tổng kết" busy={command.isPending} onClose={onClose} />}
    >
      <p>Sau bước này không ghi thêm, không sửa được nữa.</p>
      <DateField label="Ngày sơ kết, tổng kết" {...form.field('reviewedOn')} />
      <TextArea
        label="Kết quả, hạn chế, kinh nghiệm"
        hint="Viết chung của tổ chức, không nêu tên cá nhân"
        rows={6}
        maxLength={4000}
        {...form.text('review')}
      />
    </Form>
  );
}
