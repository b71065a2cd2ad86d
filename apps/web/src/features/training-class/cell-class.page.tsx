import { getRouteApi, Link } from '@tanstack/react-router';
import { classStateLabel, enrollmentStateLabel } from '@vungmanh/contracts/training/class-state';
import { answerForCell, classForCell, type Enrollment } from '@vungmanh/contracts/training/enrollment';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { classTone, enrollmentTone, spanText } from './class-text.js';
import { LessonLine } from './lessons.js';
import { Nominate } from './nominate.js';
import './training-class.css';

const route = getRouteApi('/app/training/classes/$classId/of/$nodeId');

/** The answer for somebody who has told the cell. */
function Answer({ one, classId }: { one: Enrollment; classId: string }) {
  const [declining, setDeclining] = useState(false);
  const [because, setBecause] = useState('');
  const toast = useToast();
  const command = useCommand(answerForCell, {
    onDone: () => {
      setDeclining(false);
      toast({ text: 'Đã ghi câu trả lời.' });
    },
  });
  const send = (confirm: boolean) =>
    command.mutate({ input: { classId, nodeId: one.nodeId, enrollmentIds: [one.id], confirm, ...(confirm ? {} : { because: because.trim() }) } });
  return (
    <div className="stack">
      <span className="row">
        {one.state === 'APPROVED' && (
          <Button size="small" look="primary" busy={command.isPending} onClick={() => send(true)}>
            Xác nhận đi học
          </Button>
        )}
        <Button size="small" onClick={() => setDeclining(!declining)}>
          Không đi học được
        </Button>
      </span>
      {declining && (
        <>
          <TextField label="Lý do không đi học được" maxLength={500} value={because} onChange={setBecause} />
          <Button size="small" disabled={because.trim() === ''} busy={command.isPending} onClick={() => send(false)}>
            Gửi lý do
          </Button>
        </>
      )}
      <ProblemNote problem={command.error} />
    </div>
  );
}

/** A class above as a cell sees it: when and where, and its own people. */
export function CellClassPage() {
  const { classId, nodeId } = route.useParams();
  const [naming, setNaming] = useState(false);
  const found = useQueryOf(classForCell, { classId, nodeId });
  const { training, lessons, people, mayNominate } = found.data ?? { lessons: [], people: [] };
  const open = mayNominate === true && training?.state === 'ENROLLING';
  return (
    <Page
      title={training?.title ?? 'Lớp học'}
      crumbs={
        <Crumbs>
          {[
            <Link key="training" to="/training" search={{ view: 'classes' }}>
              Đào tạo, bồi dưỡng
            </Link>,
          ]}
        </Crumbs>
      }
      actions={
        open && (
          <Button look="primary" icon="plus" onClick={() => setNaming(true)}>
            Cử người đi học
          </Button>
        )
      }
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {training ? (
        <div className="stack loose">
          <Card title="Về lớp này" aside={<Badge tone={classTone(training.state)}>{classStateLabel[training.state]}</Badge>}>
            <Facts
              items={[
                ['Chương trình', training.courseLabel],
                ['Đơn vị mở lớp', training.nodeName],
                ['Thời gian', `${spanText(training)}, ${lessons.length} buổi`],
                ['Nơi học', training.place],
              ]}
            />
          </Card>
          <Card title="Người của tổ chức mình trong lớp">
            {people.length === 0 && <p className="soft">Chưa cử ai.{open && ' Bấm "Cử người đi học" để chọn trong danh sách đảng viên.'}</p>}
            <ul className="class-list">
              {people.map((one) => (
                <li key={one.id}>
                  <span className="row apart">
                    <span className="strong">{one.name}</span>
                    <Badge tone={enrollmentTone(one.state)}>{enrollmentStateLabel[one.state]}</Badge>
                  </span>
                  {one.because !== undefined && <span className="small soft">Lý do: {one.because}</span>}
                  {open && (one.state === 'APPROVED' || one.state === 'CONFIRMED') && <Answer one={one} classId={classId} />}
                </li>
              ))}
            </ul>
          </Card>
          <Card title="Lịch học">
            <ul className="class-list">
              {lessons.map((lesson) => (
                <li key={lesson.id}>
                  <LessonLine lesson={lesson} />
                </li>
              ))}
            </ul>
          </Card>
          <Dialog open={naming} title="Cử người đi học" onClose={() => setNaming(false)}>
            <Nominate
              classId={classId}
              nodeId={nodeId}
              on={training.from}
              known={people.map((one) => one.personId)}
              onClose={() => setNaming(false)}
            />
          </Dialog>
        </div>
      ) : (
        !found.error && <Skeleton lines={8} />
      )}
    </Page>
  );
}
