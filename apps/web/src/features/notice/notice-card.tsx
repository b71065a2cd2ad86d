import { giveNotice, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { useToast } from '../../ui/toast.js';
import { ReasonAsked } from '../meeting/reason-asked.js';
import { NoticePaper } from './notice-paper.js';

/** What will be sent, as members will read it, and the sending. */
export function NoticeCard({ meeting }: { meeting: Meeting }) {
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const [shown, setShown] = useState(false);
  const command = useCommand(giveNotice, {
    onDone: () => {
      setAsked(false);
      toast({ text: 'Đã gửi thông báo sinh hoạt đến đảng viên và cấp ủy viên theo dõi chi bộ.' });
    },
  });
  const may = meeting.may.includes('give-notice');
  if (!may && meeting.noticedAt === undefined) return null;
  const paper = may || shown;
  return (
    <div id="thong-bao" className="anchor">
      <Card title="Thông báo" aside={meeting.noticedAt !== undefined && <span className="soft">Đã gửi lúc {showInstant(meeting.noticedAt)}</span>}>
        <div className="stack">
          {may && <p className="soft">Đảng viên của chi bộ và cấp ủy viên được phân công theo dõi sẽ đọc được đúng như dưới đây.</p>}
          {paper && <NoticePaper told={meeting} />}
          <div className="row">
            {may ? (
              <Button look="primary" onClick={() => setAsked(true)}>
                Gửi thông báo
              </Button>
            ) : (
              <Button size="small" icon="eye" aria-expanded={shown} onClick={() => setShown(!shown)}>
                {shown ? 'Ẩn thông báo' : 'Xem thông báo đã gửi'}
              </Button>
            )}
          </div>
        </div>
        <ReasonAsked
          open={asked}
          title="Gửi thông báo sinh hoạt?"
          confirm="Gửi thông báo"
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
          <p>Thông báo được gửi đến mọi đảng viên trong danh sách và cấp ủy viên theo dõi chi bộ. Sửa sau khi gửi thì phải gửi lại.</p>
        </ReasonAsked>
      </Card>
    </div>
  );
}
