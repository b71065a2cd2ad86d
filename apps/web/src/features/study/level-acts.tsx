import { finishStudy, implementStudy, type StudyLevel } from '@vungmanh/contracts/training/study-level';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { HoldSession } from './session-form.js';
import { IssueProgram, ReviewStudy } from './step-forms.js';
import { dueText, nextStep } from './study-text.js';

type Doing = 'session' | 'program' | 'review';

/** What the organization is to do next, as one button, and what it may do beside that. */
export function LevelActs({ level }: { level: StudyLevel }) {
  const toast = useToast();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const about = { input: { levelId: level.id }, version: level.version };
  const finish = useCommand(finishStudy, { onDone: () => toast({ text: 'Đã ghi hoàn thành học tập, quán triệt.' }) });
  const implement = useCommand(implementStudy, { onDone: () => toast({ text: 'Đã ghi bắt đầu thực hiện.' }) });
  const { may, state, sessions } = level;
  if (state === 'REVIEWED') return <Note tone="done" title="Tổ chức đã làm xong các bước" />;
  const studying = state === 'RECEIVED';
  return (
    <>
      <Note
        tone={level.late ? 'warning' : 'info'}
        title={`${nextStep[state]}: ${dueText(level)}`}
        {...(may.length > 0 && {
          actions: (
            <>
              {may.includes('finish-study') && sessions > 0 && (
                <Button look="primary" busy={finish.isPending} onClick={() => finish.mutate(about)}>
                  Đã học tập, quán triệt xong
                </Button>
              )}
              {may.includes('implement') && (
                <Button look="primary" busy={implement.isPending} onClick={() => implement.mutate(about)}>
                  Bắt đầu thực hiện
                </Button>
              )}
              {may.includes('review') && (
                <Button look="primary" onClick={() => setDoing('review')}>
                  Ghi sơ kết, tổng kết
                </Button>
              )}
              {may.includes('issue-program') && (
                <Button look={state === 'STUDIED' ? 'primary' : 'plain'} onClick={() => setDoing('program')}>
                  {level.program ? 'Sửa số, ngày, tệp chương trình' : 'Ghi chương trình, kế hoạch'}
                </Button>
              )}
              {may.includes('hold-session') && (
                <Button look={studying && sessions === 0 ? 'primary' : 'plain'} icon="plus" onClick={() => setDoing('session')}>
                  Ghi buổi học tập
                </Button>
              )}
            </>
          ),
        })}
      />
      <ProblemNote problem={finish.error ?? implement.error} />
      <Dialog open={doing === 'session'} title="Ghi buổi học tập, quán triệt" onClose={close}>
        <HoldSession level={level} onClose={close} />
      </Dialog>
      <Dialog open={doing === 'program'} title="Chương trình, kế hoạch thực hiện" onClose={close}>
        <IssueProgram level={level} onClose={close} />
      </Dialog>
      <Dialog open={doing === 'review'} title="Sơ kết, tổng kết" onClose={close}>
        <ReviewStudy level={level} onClose={close} />
      </Dialog>
    </>
  );
}
