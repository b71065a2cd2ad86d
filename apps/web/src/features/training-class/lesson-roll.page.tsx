import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RollPage } from '@vungmanh/contracts/attendance';
import { newId } from '@vungmanh/contracts/new-id';
import { getClass, type Lesson, type TrainingClass } from '@vungmanh/contracts/training/class';
import { closeLessonRoll, getLessonRoll, markLessonRoll } from '@vungmanh/contracts/training/lesson-roll';
import { useMemo, useState } from 'react';
import { api, problemFrom } from '../../api/api.js';
import { ask, useCommand, useQueryOf } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { dayAndTime } from '../meeting/agenda.js';
import { type Occasion, RollScreen } from '../roll/roll-screen.js';
import '../../ui/chips.css';
import '../roll/roll.css';
import { type RollCall, type RollDoor, useRollCall } from '../roll/use-roll-call.js';
import { lessonTime } from './class-text.js';

const route = getRouteApi('/app/training/classes/$classId/lessons/$lessonId/roll');

function Figures({ counts }: Pick<RollPage, 'counts'>) {
  return (
    <Facts
      items={[
        ['Học viên', counts.expected],
        ['Có mặt', counts.present.total],
        ['Vắng có lý do', counts.absentExcused],
        ['Vắng không có lý do', counts.absentUnexcused],
        ['Đến muộn, về sớm', counts.late + counts.leftEarly > 0 ? `${counts.late} đến muộn, ${counts.leftEarly} về sớm` : undefined],
      ]}
    />
  );
}

function Close({ classId, call }: { classId: string; call: RollCall }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const command = useCommand(closeLessonRoll, {
    onDone: (roll) => {
      call.setBase(roll);
      setOpen(false);
      toast({ text: 'Đã chốt điểm danh buổi học.' });
    },
  });
  const waits = call.waiting > 0;
  const confirm = () => {
    if (waits) void call.send();
    else command.mutate({ input: { classId, lessonId: call.base.id }, version: call.base.version });
  };
  return (
    <>
      <Button look="primary" icon="check" onClick={() => setOpen(true)}>
        Chốt điểm danh
      </Button>
      <ConfirmDialog
        open={open}
        title="Chốt điểm danh?"
        confirm={waits ? 'Gửi lại' : 'Chốt điểm danh'}
        busy={command.isPending || call.state === 'sending'}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <div className="stack">
          <Figures counts={call.shown.counts} />
          <p className="soft small">Sau khi chốt, số buổi dự được giữ nguyên để xét kết quả.</p>
          {waits && call.state !== 'sending' && (
            <Note tone="warning" title={`Còn ${call.waiting} lượt điểm danh chưa gửi được`}>
              <p>Các lượt này đang được giữ trên máy. Hãy gửi lại khi có mạng rồi mới chốt.</p>
            </Note>
          )}
          <ProblemNote problem={command.error} />
        </div>
      </ConfirmDialog>
    </>
  );
}

function Loaded({ found, lesson, roll }: { found: TrainingClass; lesson: Lesson; roll: RollPage }) {
  const client = useQueryClient();
  const classId = found.id;
  const lessonId = lesson.id;
  const door = useMemo(
    (): RollDoor<RollPage> => ({
      post: (events) => api(markLessonRoll, { classId, lessonId, events }, { key: newId(Date.now()) }),
      problem: (thrown) => problemFrom(markLessonRoll, thrown),
      keep: (answer) => client.setQueryData(ask(getLessonRoll, { classId, lessonId }).queryKey, answer),
    }),
    [client, classId, lessonId],
  );
  const call = useRollCall(roll, useSession().accountId, door);
  const marks = found.may.includes('roll');
  const occasion: Occasion = {
    day: dayAndTime(lesson.startsAt).day,
    mayMark: marks,
    waits: !marks && (
      <Note title="Chưa điểm danh được">
        <p>Điểm danh khi lớp đang học, cho người được giao quản lý lớp.</p>
      </Note>
    ),
    figures: <Figures counts={call.shown.counts} />,
    close: marks && <Close classId={classId} call={call} />,
    printHead: [found.nodeName, `Danh sách điểm danh – ${found.title}, buổi ${lesson.number}, ${lessonTime(lesson)}`],
    counted: 'Học viên',
  };
  return <RollScreen occasion={occasion} call={call} />;
}

/** The roll of a sitting: the screen that meetings have, over the people of a class. */
export function LessonRollPage() {
  const { classId, lessonId } = route.useParams();
  const found = useQueryOf(getClass, { classId });
  const roll = useQueryOf(getLessonRoll, { classId, lessonId });
  const lesson = found.data?.lessons.find((one) => one.id === lessonId);
  return (
    <Page
      title={lesson ? `Điểm danh buổi ${lesson.number}` : 'Điểm danh buổi học'}
      about={lesson && `${lessonTime(lesson)} · ${lesson.topic}`}
      crumbs={
        <Crumbs>
          {[
            <Link key="class" to="/training/classes/$classId" params={{ classId }} search={{ view: 'lessons' }}>
              {found.data?.title ?? 'Lớp học'}
            </Link>,
          ]}
        </Crumbs>
      }
      actions={
        <Button icon="print" onClick={() => window.print()}>
          In danh sách
        </Button>
      }
    >
      <ProblemNote problem={found.error ?? roll.error} onRetry={() => void Promise.all([found.refetch(), roll.refetch()])} />
      {found.data && lesson && roll.data ? (
        <Loaded key={lessonId} found={found.data} lesson={lesson} roll={roll.data} />
      ) : (
        !found.error && !roll.error && <Skeleton lines={8} />
      )}
    </Page>
  );
}
