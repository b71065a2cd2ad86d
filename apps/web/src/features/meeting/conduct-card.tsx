import { Link } from '@tanstack/react-router';
import { closeMeeting, type Meeting, openMeeting } from '@vungmanh/contracts/meetings/meeting';
import { getRoll } from '@vungmanh/contracts/meetings/roll';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { showDate, showInstant, today } from '../../text/dates.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { TimeField } from '../../ui/parsed-field.js';
import { useToast } from '../../ui/toast.js';
import { dayAndTime, dayOfAct, instantOf } from './agenda.js';
import { ReasonAsked } from './reason-asked.js';

/** An act that says at which hour it happened: opening, closing. */
function HourAct({ meeting, act, onSaid }: { meeting: Meeting; act: 'open' | 'close'; onSaid?: () => void }) {
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const [time, setTime] = useState<string | undefined>(() => dayAndTime(new Date().toISOString()).time);
  const done = (text: string) => () => {
    setAsked(false);
    toast({ text });
    onSaid?.();
  };
  const opening = useCommand(openMeeting, { onDone: done('Đã ghi giờ khai mạc. Mời điểm danh.') });
  const closing = useCommand(closeMeeting, { onDone: done('Đã bế mạc. Bước tiếp theo: xác nhận và ký biên bản.') });
  const on = dayOfAct(meeting, act, time, today());
  const say = (reason: string | undefined) => {
    if (time === undefined) return;
    const at = instantOf(on, time);
    const input = { meetingId: meeting.id };
    if (act === 'open') opening.mutate({ input: { ...input, startedAt: at }, version: meeting.version });
    else closing.mutate({ input: { ...input, endedAt: at, ...(reason === undefined ? {} : { shortBecause: reason }) }, version: meeting.version });
  };
  const [title, verb] = act === 'open' ? ['Khai mạc buổi sinh hoạt?', 'Khai mạc'] : ['Bế mạc buổi sinh hoạt?', 'Bế mạc'];
  return (
    <>
      <Button look={act === 'open' || meeting.rollClosedAt !== undefined ? 'primary' : 'plain'} onClick={() => setAsked(true)}>
        {verb}
      </Button>
      <ReasonAsked
        open={asked}
        title={title}
        confirm={verb}
        busy={opening.isPending || closing.isPending}
        problem={act === 'open' ? opening.error : closing.error}
        onConfirm={say}
        onClose={() => setAsked(false)}
      >
        <TimeField
          label={act === 'open' ? 'Giờ khai mạc' : 'Giờ bế mạc'}
          value={time}
          onChange={setTime}
          hint={`Ngày ${showDate(on)}`}
          error={time === undefined ? 'Chưa nhập giờ' : undefined}
        />
      </ReasonAsked>
    </>
  );
}

/** The evening itself: opening, roll, minutes, closing, in this order. */
export function ConductCard({ meeting }: { meeting: Meeting }) {
  const may = (verb: string) => meeting.may.includes(verb);
  const begun = meeting.startedAt !== undefined;
  const roll = useQueryOf(getRoll, { meetingId: meeting.id }, { when: begun });
  if (!begun && !may('open') && !may('mark-roll') && !may('draft-resolution')) return null;
  const params = { meetingId: meeting.id };
  const marking = may('mark-roll') && meeting.rollClosedAt === undefined;
  return (
    <div id="tien-hanh" className="anchor">
      <Card title="Tiến hành">
        <div className="stack">
          {begun && (
            <Facts
              items={[
                ['Khai mạc', meeting.startedAt && showInstant(meeting.startedAt)],
                [
                  'Có mặt',
                  roll.data &&
                    (roll.data.closedAt === undefined
                      ? `${roll.data.counts.present.total}/${roll.data.counts.expected}, chưa chốt`
                      : roll.data.attendance),
                ],
                [
                  'Được biểu quyết',
                  roll.data?.closedAt === undefined ? undefined : `${roll.data.voters} đồng chí có mặt, tính trên ${roll.data.denominator}`,
                ],
                ['Bế mạc', meeting.endedAt && showInstant(meeting.endedAt)],
              ]}
            />
          )}
          <div className="row">
            {may('open') && <HourAct meeting={meeting} act="open" />}
            {(begun || may('mark-roll')) && (
              <Link to="/meetings/$meetingId/roll" params={params} className={buttonClass({ look: marking && begun ? 'primary' : 'plain' })}>
                {marking ? (begun ? 'Điểm danh' : 'Ghi trước đồng chí xin vắng') : 'Xem điểm danh'}
              </Link>
            )}
            {(begun || may('draft-resolution')) && (
              <Link
                to="/meetings/$meetingId/minutes"
                params={params}
                className={buttonClass({ look: may('write-minutes') && !marking ? 'primary' : 'plain' })}
              >
                {!begun ? 'Soạn trước dự thảo nghị quyết' : may('write-minutes') ? 'Biên bản, biểu quyết, nghị quyết' : 'Xem biên bản, nghị quyết'}
              </Link>
            )}
            {may('close') && <HourAct meeting={meeting} act="close" />}
          </div>
          {may('close') && meeting.rollClosedAt === undefined && <p className="soft small">Chốt điểm danh xong mới bế mạc được.</p>}
        </div>
      </Card>
    </div>
  );
}
