import { Link } from '@tanstack/react-router';
import type { Lesson, TrainingClass } from '@vungmanh/contracts/training/class';
import { downloadClassCalendar } from '@vungmanh/contracts/training/class-paper';
import { attachLessonScan, downloadLessonScan } from '@vungmanh/contracts/training/lesson-roll';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { useToast } from '../../ui/toast.js';
import { AttachForm } from '../meeting/attach-form.js';
import { DownloadButton } from '../meeting/download-button.js';
import { lessonTime } from './class-text.js';

/** A sitting in two lines; with what can be done at it for who holds the class. */
export function LessonLine({ lesson }: { lesson: Lesson }) {
  const lecturers = lesson.lecturers.map((one) => [one.name, one.office].filter(Boolean).join(', ')).join('; ');
  return (
    <>
      <span className="strong">
        Buổi {lesson.number}: {lesson.topic}
      </span>
      <span className="small soft">{[lessonTime(lesson), lesson.place, lecturers].filter(Boolean).join(' · ')}</span>
    </>
  );
}

function Scan({ found, lesson, onClose }: { found: TrainingClass; lesson: Lesson; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(attachLessonScan, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã đính kèm bản quét.' });
    },
  });
  return (
    <AttachForm
      busy={command.isPending}
      problem={command.error}
      onSend={({ fileId, name }) => command.mutate({ input: { classId: found.id, lessonId: lesson.id, fileId, name } })}
      onClose={onClose}
    />
  );
}

/** The timetable, with the roll of each sitting. */
export function Lessons({ found }: { found: TrainingClass }) {
  const [scanning, setScanning] = useState<Lesson>();
  const called = found.state !== 'PLANNED' && found.state !== 'ENROLLING';
  return (
    <Card
      title="Lịch học"
      aside={
        <DownloadButton operation={downloadClassCalendar} input={{ classId: found.id }} name="Tệp lịch của lớp">
          Tệp lịch (.ics)
        </DownloadButton>
      }
    >
      <ul className="class-list">
        {found.lessons.map((lesson) => (
          <li key={lesson.id}>
            <LessonLine lesson={lesson} />
            {called && (
              <span className="row">
                {lesson.rollClosedAt === undefined ? (
                  <Badge tone="wait">Chưa chốt điểm danh</Badge>
                ) : (
                  <Badge tone="done">{`Có mặt ${lesson.present ?? 0}/${lesson.expected ?? 0}`}</Badge>
                )}
                <Link
                  className="button plain small"
                  to="/training/classes/$classId/lessons/$lessonId/roll"
                  params={{ classId: found.id, lessonId: lesson.id }}
                >
                  {lesson.rollClosedAt === undefined ? 'Điểm danh' : 'Xem điểm danh'}
                </Link>
                {lesson.scanned && (
                  <DownloadButton
                    operation={downloadLessonScan}
                    input={{ classId: found.id, lessonId: lesson.id }}
                    name={`Bản quét buổi ${lesson.number}`}
                  >
                    Bản quét đã ký
                  </DownloadButton>
                )}
                {found.may.length > 0 && (
                  <Button size="small" onClick={() => setScanning(lesson)}>
                    {lesson.scanned ? 'Thay bản quét' : 'Đính kèm bản quét'}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Dialog open={scanning !== undefined} title="Đính kèm bản quét bảng điểm danh" onClose={() => setScanning(undefined)}>
        {scanning && <Scan found={found} lesson={scanning} onClose={() => setScanning(undefined)} />}
      </Dialog>
    </Card>
  );
}
