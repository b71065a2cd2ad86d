import { attachDocument, downloadDocument } from '@vungmanh/contracts/meetings/document';
import { getMeeting, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { useToast } from '../../ui/toast.js';
import { AttachForm } from './attach-form.js';
import { DocumentList } from './document-list.js';

function Attach({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const toast = useToast();
  const command = useCommand(attachDocument, {
    changes: [getMeeting],
    onDone: () => {
      toast({ text: 'Đã đính kèm tài liệu.' });
      onDone();
    },
  });
  return (
    <AttachForm
      busy={command.isPending}
      problem={command.error}
      onSend={(file) => command.mutate({ input: { meetingId: meeting.id, ...file }, version: meeting.version })}
      onClose={onDone}
    />
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
        {adding && <Attach meeting={meeting} onDone={() => setAdding(false)} />}
      </div>
    </Card>
  );
}
