import { type Meeting, publishMeeting } from '@vungmanh/contracts/meetings/meeting';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Note } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { ReasonAsked } from './reason-asked.js';

/** Opens signed minutes and the resolution to the members and to the committee above. */
export function PublishCard({ meeting }: { meeting: Meeting }) {
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const command = useCommand(publishMeeting, {
    onDone: () => {
      setAsked(false);
      toast({ text: 'Đã công bố kết quả sinh hoạt.' });
    },
  });
  if (meeting.publishedAt === undefined && !meeting.may.includes('publish')) return null;
  return (
    <div id="cong-bo" className="anchor">
      <Card title="Công bố kết quả">
        {meeting.publishedAt !== undefined ? (
          <Note tone="done" title={`Đã công bố lúc ${showInstant(meeting.publishedAt)}`}>
            <p>Biên bản đã ký và nghị quyết đã được công bố trong chi bộ và với cấp ủy cấp trên.</p>
          </Note>
        ) : (
          <div className="stack">
            <p>Biên bản đã ký và nghị quyết được công bố trong chi bộ và với cấp ủy cấp trên. Việc này không rút lại được.</p>
            <div>
              <Button look="primary" onClick={() => setAsked(true)}>
                Công bố kết quả
              </Button>
            </div>
          </div>
        )}
        <ReasonAsked
          open={asked}
          title="Công bố kết quả sinh hoạt?"
          confirm="Công bố"
          busy={command.isPending}
          problem={command.error}
          onConfirm={(reason) =>
            command.mutate({
              input: { meetingId: meeting.id, ...(reason === undefined ? {} : { lateBecause: reason }) },
              version: meeting.version,
            })
          }
          onClose={() => setAsked(false)}
        >
          <p>Sau khi công bố không rút lại được; đính chính được ghi thành phần bổ sung.</p>
        </ReasonAsked>
      </Card>
    </div>
  );
}
