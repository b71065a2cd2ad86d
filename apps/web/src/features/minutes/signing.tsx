import { Link } from '@tanstack/react-router';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { declareSigned, type Minutes } from '@vungmanh/contracts/meetings/minutes';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/queries.js';
import { upload } from '../../api/upload.js';
import { showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { FileField, RadioField } from '../../ui/choice-field.js';
import { ProblemNote, Progress } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';

type How = 'PAPER_IN_BOOK' | 'SCAN';
const howLabel: Record<How, string> = { PAPER_IN_BOOK: 'Bản giấy đã ký, lưu sổ biên bản', SCAN: 'Đính kèm bản chụp biên bản đã ký' };
const options = (['PAPER_IN_BOOK', 'SCAN'] as const).map((value) => ({ value, label: howLabel[value] }));

function SigningForm({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const toast = useToast();
  const [how, setHow] = useState<How | undefined>('PAPER_IN_BOOK');
  const [file, setFile] = useState<File>();
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<ProblemError>();
  const command = useCommand(declareSigned, { onDone: () => toast({ text: 'Đã ghi nhận biên bản được ký. Bước tiếp theo: công bố.' }) });
  const say = async () => {
    if (how === undefined) return;
    setProblem(undefined);
    try {
      if (how === 'SCAN' && file) setShare(0);
      const fileId = how === 'SCAN' && file ? (await upload(file, setShare)).fileId : undefined;
      command.mutate({ input: { meetingId: meeting.id, how, ...(fileId === undefined ? {} : { fileId }) }, version: minutes.version });
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
        void say();
      }}
    >
      <p>In biên bản, hai đồng chí ký vào bản giấy rồi ghi nhận ở đây. Bấm nút không thay cho chữ ký.</p>
      <RadioField label="Bản đã ký" options={options} value={how} onChange={setHow} />
      {how === 'SCAN' && <FileField label="Bản chụp" accept=".pdf,.png,.jpg,.jpeg" hint="PDF hoặc ảnh, không quá 20 MB." onChange={setFile} />}
      {share !== undefined && <Progress label="Đang tải lên" value={share} />}
      <ProblemNote problem={problem ?? command.error} />
      <div>
        <Button type="submit" look="primary" busy={share !== undefined || command.isPending} disabled={how === 'SCAN' && file === undefined}>
          Ghi nhận đã ký
        </Button>
      </div>
    </form>
  );
}

/** The signed paper: in the book, or its picture here. */
export function Signing({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const both = minutes.confirmations.length >= 2;
  return (
    <Card title="3. Ký biên bản">
      {minutes.signed ? (
        <div className="stack">
          <p>
            <Badge tone="done">Đã ký</Badge> {howLabel[minutes.signed.how]} <span className="soft">({showInstant(minutes.signed.at)})</span>
          </p>
          {meeting.may.includes('publish') && (
            <div>
              <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }} hash="cong-bo" className={buttonClass({ look: 'primary' })}>
                Đến bước công bố
              </Link>
            </div>
          )}
        </div>
      ) : both && meeting.may.includes('declare-signed') ? (
        <SigningForm meeting={meeting} minutes={minutes} />
      ) : (
        <p className="soft">Sau khi cả hai đồng chí xác nhận, in biên bản để ký tay và lưu sổ.</p>
      )}
    </Card>
  );
}
