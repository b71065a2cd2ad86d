import { Link } from '@tanstack/react-router';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { type Confirmation, confirmMinutes, type Minutes, readBackMinutes } from '@vungmanh/contracts/meetings/minutes';
import type { z } from 'zod';
import { useCommand } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { nameIn } from '../meeting/people.js';
import { Addenda } from './addenda.js';
import { Signing } from './signing.js';

interface TabProps {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  /** There is text that the server does not have. */
  readonly dirty: boolean;
}

type As = z.infer<typeof Confirmation>['as'];

const confirmed: Record<As, { title: string; what: string }> = {
  CHAIR: { title: 'Chủ trì', what: 'Xác nhận kết luận, kết quả biểu quyết và nghị quyết ghi đúng như cuộc họp đã thông qua.' },
  MINUTE_TAKER: { title: 'Người ghi biên bản', what: 'Xác nhận đã ghi trung thực diễn biến, ý kiến và đã đọc lại cho cuộc họp nghe.' },
};

function ReadBack({ meeting, minutes, dirty }: TabProps) {
  const toast = useToast();
  const command = useCommand(readBackMinutes, { onDone: () => toast({ text: 'Đã ghi nhận biên bản được đọc lại.' }) });
  return (
    <Card title="1. Đọc lại biên bản">
      <div className="stack">
        {minutes.readBackAt !== undefined ? (
          <p>
            <Badge tone="done">Đã đọc lại</Badge> <span className="soft">{showInstant(minutes.readBackAt)}</span>
          </p>
        ) : (
          <p>Trước khi bế mạc, người ghi biên bản đọc lại toàn văn cho cuộc họp nghe.</p>
        )}
        {minutes.readBackAt === undefined && meeting.may.includes('read-back') && (
          <>
            {dirty && <Note tone="warning" title="Biên bản còn phần chưa lưu. Hãy lưu biên bản trước." />}
            <div>
              <Button
                look="primary"
                busy={command.isPending}
                disabled={dirty}
                onClick={() => command.mutate({ input: { meetingId: meeting.id }, version: minutes.version })}
              >
                Ghi nhận đã đọc lại
              </Button>
            </div>
          </>
        )}
        <ProblemNote problem={command.error} />
        {meeting.state === 'IN_SESSION' && (
          <div className="row">
            <span className="soft">Đọc lại xong thì bế mạc, sau đó mới xác nhận được.</span>
            <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }} hash="tien-hanh" className={buttonClass()}>
              Đến bước bế mạc
            </Link>
          </div>
        )}
      </div>
    </Card>
  );
}

/** The first of a hash in groups: enough for two people to see that they confirm the same text. */
export const shortHash = (hash: string): string => (hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ').toUpperCase();

function Confirmations({ meeting, minutes, dirty }: TabProps) {
  const session = useSession();
  const toast = useToast();
  const command = useCommand(confirmMinutes, { onDone: () => toast({ text: 'Đồng chí đã xác nhận biên bản.' }) });
  const hash = minutes.contentHash;
  const mine: As | undefined =
    session.personId === undefined
      ? undefined
      : session.personId === meeting.chairId
        ? 'CHAIR'
        : session.personId === meeting.minuteTakerId
          ? 'MINUTE_TAKER'
          : undefined;
  const done = (as: As) => minutes.confirmations.find((c) => c.as === as);
  const may =
    mine !== undefined &&
    meeting.may.includes('confirm-minutes') &&
    done(mine) === undefined &&
    hash !== undefined &&
    minutes.readBackAt !== undefined;
  return (
    <Card title="2. Hai người xác nhận">
      <div className="stack">
        {hash !== undefined && (
          <p>
            Mã nội dung: <span className="hash strong">{shortHash(hash)}</span>{' '}
            <span className="soft small">Hai người thấy cùng một mã là đang xác nhận cùng một nội dung.</span>
          </p>
        )}
        <ul className="confirm-list">
          {(['CHAIR', 'MINUTE_TAKER'] as const).map((as) => {
            const one = done(as);
            const person = one?.name ?? nameIn(meeting.people, as === 'CHAIR' ? meeting.chairId : meeting.minuteTakerId);
            return (
              <li key={as}>
                <span className="row apart">
                  <span>
                    <span className="strong">{confirmed[as].title}</span>
                    {person !== undefined && `: đồng chí ${person}`}
                  </span>
                  {one ? <Badge tone="done">Đã xác nhận</Badge> : <Badge tone="wait">Chờ xác nhận</Badge>}
                </span>
                <span className="soft small">{one ? showInstant(one.at) : confirmed[as].what}</span>
              </li>
            );
          })}
        </ul>
        {may && mine && (
          <>
            <p>Sau khi xác nhận, biên bản không sửa được nữa. Đính chính được ghi thành phần bổ sung.</p>
            <div>
              <Button
                look="primary"
                icon="check"
                busy={command.isPending}
                disabled={dirty}
                onClick={() => command.mutate({ input: { meetingId: meeting.id, contentHash: hash }, version: minutes.version })}
              >
                {mine === 'CHAIR' ? 'Tôi xác nhận với tư cách chủ trì' : 'Tôi xác nhận với tư cách người ghi biên bản'}
              </Button>
            </div>
          </>
        )}
        <ProblemNote problem={command.error} />
      </div>
    </Card>
  );
}

/** From the reading back to the book: read, confirmed by two, signed on paper, then only added to. */
export function ConfirmTab(props: TabProps) {
  const { meeting, minutes } = props;
  return (
    <div className="stack loose">
      <ReadBack {...props} />
      <Confirmations {...props} />
      <Signing meeting={meeting} minutes={minutes} />
      <Addenda meeting={meeting} minutes={minutes} />
    </div>
  );
}
