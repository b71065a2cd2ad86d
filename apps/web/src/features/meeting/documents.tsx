import { UPLOAD_BYTES, uploadRefusals } from '@vungmanh/contracts/gateway/upload';
import { attachDocument, downloadDocument } from '@vungmanh/contracts/meetings/document';
import { Classification, classificationLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { getMeeting, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/queries.js';
import { upload } from '../../api/upload.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { FileField, RadioField } from '../../ui/choice-field.js';
import { Note, ProblemNote, Progress } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { DocumentList } from './document-list.js';

const options = Classification.options.map((value) => ({ value, label: classificationLabel[value] }));
const secret = attachDocument.errors['meetings/secret-document'].title;

/** Takes a file only after somebody has said that it is no secret: a secret one is refused before a byte leaves the machine. */
function AttachForm({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const toast = useToast();
  const [file, setFile] = useState<File>();
  const [name, setName] = useState('');
  const [classification, setClassification] = useState<Classification>();
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<ProblemError>();
  const command = useCommand(attachDocument, {
    changes: [getMeeting],
    onDone: () => {
      toast({ text: 'Đã đính kèm tài liệu.' });
      onDone();
    },
  });
  const tooLarge = file !== undefined && file.size > UPLOAD_BYTES;
  const refused = classification !== undefined && classification !== 'ORDINARY';
  const ready = file !== undefined && !tooLarge && classification === 'ORDINARY' && name.trim() !== '';
  const send = async () => {
    if (!ready) return;
    setProblem(undefined);
    setShare(0);
    try {
      const { fileId } = await upload(file, setShare);
      command.mutate({ input: { meetingId: meeting.id, fileId, name: name.trim(), classification }, version: meeting.version });
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      setProblem(thrown);
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
      <ProblemNote problem={problem ?? command.error} />
      <div className="form-actions">
        <Button type="submit" look="primary" busy={share !== undefined || command.isPending} disabled={!ready}>
          Đính kèm
        </Button>
        <Button onClick={onDone}>Thôi</Button>
      </div>
    </form>
  );
}

export function DocumentsCard({ meeting }: { meeting: Meeting }) {
  const [adding, setAdding] = useState(false);
  const may = meeting.may.includes('attach-document');
  if (!may && meeting.documents.length === 0) return null;
  return (
    <Card
      title="Tài liệu"
      aside={
        may &&
        !adding && (
          <Button size="small" icon="upload" onClick={() => setAdding(true)}>
            Đính kèm
          </Button>
        )
      }
    >
      <div className="stack">
        {meeting.documents.length > 0 ? (
          <DocumentList documents={meeting.documents} from={downloadDocument} meetingId={meeting.id} />
        ) : (
          !adding && <p className="soft">Chưa có tài liệu kèm theo. Không đính kèm tài liệu có độ mật.</p>
        )}
        {adding && <AttachForm meeting={meeting} onDone={() => setAdding(false)} />}
      </div>
    </Card>
  );
}
