import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import type { Minutes } from '@vungmanh/contracts/meetings/minutes';
import { showInstant } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { Note } from '../../ui/notes.js';
import { readable } from './minutes-text.js';

/** Minutes to read: what was confirmed, and what was added afterwards beside it. */
export function MinutesView({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const said = readable(minutes.content, meeting.agenda).filter(([, text]) => text !== '' && text !== '0');
  return (
    <div className="stack">
      {minutes.confirmations.length > 0 && (
        <Note title="Biên bản đã được xác nhận, không sửa được nữa">
          <p>Nội dung cần đính chính được ghi thành phần bổ sung ở thẻ Xác nhận, ký.</p>
        </Note>
      )}
      <Card title="Nội dung biên bản">
        {said.length === 0 ? (
          <p className="soft">Biên bản chưa có nội dung.</p>
        ) : (
          <div className="stack prose">
            {said.map(([label, text]) => (
              <section key={label} className="stack tight">
                <h3>{label}</h3>
                <p className="pre-line">{text}</p>
              </section>
            ))}
          </div>
        )}
      </Card>
      {minutes.addenda.map((a) => (
        <Card key={a.at} title={`Bổ sung lúc ${showInstant(a.at)}`}>
          <p className="pre-line">{a.text}</p>
          <p className="soft small">Người ghi: {a.by}</p>
        </Card>
      ))}
    </div>
  );
}
