import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { explainDiscipline } from '@vungmanh/contracts/inspection/discipline-act';
import { disciplineNoteLabel, hearingLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { useState } from 'react';
import { showDate, showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea } from '../../ui/text-field.js';
import { CaseForm } from './case-form.js';

/** Hearing and explanation: whether the rights of the member were kept, in their own words and those of who heard them. */
export function RightsCard({ found }: { found: Discipline }) {
  const [writing, setWriting] = useState(false);
  const close = () => setWriting(false);
  const { hearing, notes } = found;
  return (
    <Card
      title={found.personId === undefined ? 'Trình bày, giải trình' : 'Quyền trình bày, giải trình của đảng viên'}
      aside={
        hearing ? (
          <Badge tone={hearing.how === 'MET' ? 'done' : 'late'}>{hearingLabel[hearing.how]}</Badge>
        ) : (
          <Badge tone="wait">Chưa gặp, nghe trình bày</Badge>
        )
      }
    >
      <div className="stack">
        {hearing && (
          <p>
            {hearingLabel[hearing.how]}, ngày {showDate(hearing.on)}
            {hearing.by !== '' && `, đại diện: ${hearing.by}`}.
          </p>
        )}
        {notes.length === 0 ? (
          <p className="soft">Chưa có ý kiến nào. Không bỏ phiếu khi chưa gặp, nghe trình bày hoặc chưa ghi rõ lý do không gặp được.</p>
        ) : (
          <ul className="discipline-list">
            {notes.map((note) => (
              <li key={note.id} className="stack tight">
                <span className="strong">{disciplineNoteLabel[note.kind]}</span>
                <p className="pre-line">{note.text}</p>
                <span className="soft small">
                  {note.by} · {showInstant(note.at)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {found.may.includes('explain') && (
          <div>
            <Button look="primary" icon="plus" onClick={() => setWriting(true)}>
              Gửi ý kiến giải trình
            </Button>
          </div>
        )}
      </div>
      <Dialog open={writing} title="Ý kiến giải trình" onClose={close}>
        <CaseForm operation={explainDiscipline} found={found} submit="Gửi" done="Đã gửi ý kiến giải trình vào hồ sơ." onClose={close}>
          {(form) => (
            <TextArea
              label="Ý kiến của đồng chí"
              hint="Sau khi gửi không sửa được; có thể gửi thêm ý kiến khác. Chỉ người có tên trong hồ sơ đọc được."
              rows={8}
              maxLength={8000}
              {...form.text('text')}
            />
          )}
        </CaseForm>
      </Dialog>
    </Card>
  );
}
