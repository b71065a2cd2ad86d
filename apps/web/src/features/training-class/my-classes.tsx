import { downloadMyCertificate } from '@vungmanh/contracts/training/certificate';
import { downloadMyCalendar } from '@vungmanh/contracts/training/class-paper';
import { enrollmentStateLabel } from '@vungmanh/contracts/training/class-state';
import { answerMine, myEnrollments, type MyEnrollment } from '@vungmanh/contracts/training/enrollment';
import { useState } from 'react';
import { useCommand, useListOf } from '../../api/queries.js';
import { showDate, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { DownloadButton } from '../meeting/download-button.js';
import { dayAndTime } from '../meeting/agenda.js';
import { enrollmentTone, lessonTime, markText, spanText } from './class-text.js';
import './training-class.css';

function Answer({ mine }: { mine: MyEnrollment }) {
  const [declining, setDeclining] = useState(false);
  const [because, setBecause] = useState('');
  const toast = useToast();
  const command = useCommand(answerMine, { onDone: () => toast({ text: 'Đã gửi câu trả lời.' }) });
  const send = (confirm: boolean) =>
    command.mutate({ input: { enrollmentId: mine.id, confirm, ...(confirm ? {} : { because: because.trim() }) }, version: mine.version });
  return (
    <div className="stack">
      <span className="row">
        {mine.state === 'APPROVED' && (
          <Button look="primary" busy={command.isPending} onClick={() => send(true)}>
            Tôi sẽ đi học
          </Button>
        )}
        <Button onClick={() => setDeclining(!declining)}>Tôi không đi học được</Button>
      </span>
      {declining && (
        <>
          <TextField label="Lý do" maxLength={500} value={because} onChange={setBecause} />
          <Button disabled={because.trim() === ''} busy={command.isPending} onClick={() => send(false)}>
            Gửi lý do
          </Button>
        </>
      )}
      <ProblemNote problem={command.error} />
    </div>
  );
}

function Row({ mine }: { mine: MyEnrollment }) {
  const { training, state, lessons, certificate } = mine;
  const next = lessons.find((l) => dayAndTime(l.startsAt).day >= today());
  const goes = state === 'APPROVED' || state === 'CONFIRMED' || state === 'ATTENDING';
  return (
    <li>
      <span className="row apart">
        <span className="strong">{training.title}</span>
        <Badge tone={enrollmentTone(state)}>{enrollmentStateLabel[state]}</Badge>
      </span>
      <span className="small soft">
        {spanText(training)}, {lessons.length} buổi · {training.place}
      </span>
      {goes && next && (
        <span className="small">
          Buổi tới: {lessonTime(next)}, {next.topic}
        </span>
      )}
      {mine.mark !== undefined && <span className="small">Điểm: {markText(mine.mark)}</span>}
      {certificate && (
        <span className="small">
          Giấy chứng nhận số {certificate.number}, cấp ngày {showDate(certificate.issuedOn)}
          {certificate.expiresOn !== undefined && `, có giá trị đến trước ngày ${showDate(certificate.expiresOn)}`}
        </span>
      )}
      {goes && training.state === 'ENROLLING' && <Answer mine={mine} />}
      <span className="row">
        {goes && (
          <DownloadButton operation={downloadMyCalendar} input={{ enrollmentId: mine.id }} name={`Tệp lịch ${training.title}`}>
            Tệp lịch (.ics)
          </DownloadButton>
        )}
        {certificate?.state === 'VALID' && (
          <DownloadButton operation={downloadMyCertificate} input={{ certificateId: certificate.id, format: 'pdf' }} name="Giấy chứng nhận">
            Giấy chứng nhận (PDF)
          </DownloadButton>
        )}
      </span>
    </li>
  );
}

/** On the first page, for whoever is or was in a class; nothing for anybody else. */
export function MyClasses() {
  const list = useListOf(myEnrollments, { limit: 5 });
  if (list.rows.length === 0) return null;
  return (
    <Card title="Lớp học của tôi">
      <ul className="class-list">
        {list.rows.map((mine) => (
          <Row key={mine.id} mine={mine} />
        ))}
      </ul>
      <MoreButton {...list} />
    </Card>
  );
}
