import { UPLOAD_BYTES, uploadRefusals } from '@vungmanh/contracts/gateway/upload';
import { attachDocument } from '@vungmanh/contracts/meetings/document';
import { Classification, classificationLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error.js';
import { upload } from '../../api/upload.js';
import { Button } from '../../ui/button.js';
import { FileField, RadioField } from '../../ui/choice-field.js';
import { Note, ProblemNote, Progress } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';

const options = Classification.options.map((value) => ({ value, label: classificationLabel[value] }));
const secret = attachDocument.errors['meetings/secret-document'].title;

/** A file that has been sent and waits for what it belongs to. */
export interface Uploaded {
  readonly fileId: string;
  readonly name: string;
  readonly classification: 'ORDINARY';
}

interface AttachFormProps {
  readonly busy: boolean;
  readonly problem: ProblemError | null;
  readonly onSend: (file: Uploaded) => void;
  readonly onClose: () => void;
}

/** Takes a file only after somebody has said that it is no secret: a secret one is refused before a byte leaves the machine. */
export function AttachForm({ busy, problem, onSend, onClose }: AttachFormProps) {
  const [file, setFile] = useState<File>();
  const [name, setName] = useState('');
  const [classification, setClassification] = useState<Classification>();
  const [share, setShare] = useState<number>();
  const [failed, setFailed] = useState<ProblemError>();
  const tooLarge = file !== undefined && file.size > UPLOAD_BYTES;
  const refused = classification !== undefined && classification !== 'ORDINARY';
  const ready = file !== undefined && !tooLarge && classification === 'ORDINARY' && name.trim() !== '';
  const send = async () => {
    if (!ready) return;
    setFailed(undefined);
    setShare(0);
    try {
      const { fileId } = await upload(file, setShare);
      onSend({ fileId, name: name.trim(), classification });
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      setFailed(thrown);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <form
      className="form"
      onSubmit={(e) => {
        e.preventDefault();
        void send();
      }}
    >
      <RadioField label="Độ mật của tài liệu" options={options} value={classification} onChange={setClassification} />
      {refused ? (
        <Note tone="error" title={`Không nhận tài liệu ${classificationLabel[classification].toLowerCase()}`}>
          <p>{secret}</p>
        </Note>
      ) : (
        <>
          <FileField
            label="Tệp"
            accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
            hint="PDF, Word, Excel hoặc ảnh, không quá 20 MB."
            disabled={classification === undefined}
            error={tooLarge ? uploadRefusals['gateway/file-too-large'].title : undefined}
            onChange={(next) => {
              setFile(next);
              if (next && name === '') setName(next.name.replace(/\.\w+$/, '').slice(0, 200));
            }}
          />
          <TextField label="Tên tài liệu" value={name} onChange={setName} maxLength={200} />
        </>
      )}
      {share !== undefined && <Progress label="Đang tải lên" value={share} />}
      <ProblemNote problem={failed ?? problem} />
      <div className="form-actions">
        <Button type="submit" look="primary" busy={share !== undefined || busy} disabled={!ready}>
          Đính kèm
        </Button>
        <Button onClick={onClose}>Thôi</Button>
      </div>
    </form>
  );
}
