import { getRouteApi, Link } from '@tanstack/react-router';
import { listQuestionFields } from '@vungmanh/contracts/training/question';
import { closeQuiz, getQuiz, listQuizResults, openQuiz, type Quiz, type QuizResult, quizStateLabel } from '@vungmanh/contracts/training/quiz';
import { useState } from 'react';
import { useCommand, useListOf, useQueryOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ConfirmDialog, Dialog } from '../../ui/dialog.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { Totals } from '../../ui/totals.js';
import { markText } from '../training-class/class-text.js';
import { ChangeQuiz } from './quiz-form.js';
import { momentText, quizTone, windowText } from './quiz-text.js';

const route = getRouteApi('/app/training/quizzes/$quizId');

const columns: readonly Column<QuizResult>[] = [
  { key: 'name', header: 'Họ và tên', phone: 'title', cell: (r) => r.name },
  { key: 'started', header: 'Bắt đầu', cell: (r) => (r.startedAt === undefined ? 'Chưa làm' : momentText(r.startedAt)) },
  {
    key: 'handed',
    header: 'Nộp bài',
    cell: (r) => (r.handedInAt === undefined ? '' : `${momentText(r.handedInAt)}${r.byTime ? ' (hết giờ)' : ''}`),
  },
  { key: 'answered', header: 'Đã trả lời', align: 'end', cell: (r) => (r.questions === 0 ? '' : `${r.answered}/${r.questions}`) },
  { key: 'late', header: 'Nhận sau giờ', align: 'end', cell: (r) => (r.late === 0 ? '' : r.late) },
  { key: 'right', header: 'Số câu đúng', align: 'end', cell: (r) => r.right ?? '' },
  { key: 'mark', header: 'Điểm', align: 'end', cell: (r) => markText(r.mark) },
];

function Results({ quiz }: { quiz: Quiz }) {
  const list = useListOf(listQuizResults, { quizId: quiz.id, limit: 50 });
  return (
    <Card title="Người làm bài" flush={list.rows.length > 0}>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={4} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon="people" title="Bài chưa giao cho ai" />
      ) : (
        <DataTable
          caption="Kết quả bài kiểm tra"
          columns={columns}
          rows={list.rows}
          rowKey={(r) => r.personId}
          {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
        />
      )}
    </Card>
  );
}

function Acts({ quiz }: { quiz: Quiz }) {
  const toast = useToast();
  const [asked, setAsked] = useState<'change' | 'open' | 'close'>();
  const done = () => setAsked(undefined);
  const open = useCommand(openQuiz, {
    onDone: () => {
      done();
      toast({ text: 'Đã giao bài.' });
    },
  });
  const close = useCommand(closeQuiz, {
    onDone: () => {
      done();
      toast({ text: 'Đã khóa kết quả.' });
    },
  });
  const about = { input: { quizId: quiz.id }, version: quiz.version };
  return (
    <>
      {quiz.may.includes('open') && (
        <Button look="primary" onClick={() => setAsked('open')}>
          Giao bài
        </Button>
      )}
      {quiz.may.includes('close') && (
        <Button look="primary" onClick={() => setAsked('close')}>
          Khóa kết quả
        </Button>
      )}
      {quiz.may.includes('change') && <Button onClick={() => setAsked('change')}>Sửa</Button>}
      <ConfirmDialog
        open={asked === 'open'}
        title="Giao bài?"
        confirm="Giao bài"
        busy={open.isPending}
        onConfirm={() => open.mutate(about)}
        onClose={done}
      >
        <p>Danh sách người làm bài và câu hỏi được giữ cố định từ lúc này, không sửa được nữa.</p>
        <ProblemNote problem={open.error} />
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'close'}
        title="Khóa kết quả?"
        confirm="Khóa kết quả"
        busy={close.isPending}
        onConfirm={() => close.mutate(about)}
        onClose={done}
      >
        <p>
          {quiz.started === 0
            ? 'Chưa ai làm bài. Khóa bây giờ thì không ai làm được bài này nữa.'
            : `${quiz.started}/${quiz.participants} người đã làm bài. Sau bước này có điểm; người làm bài xem được đáp án.`}
          {quiz.started > 0 && quiz.classId !== undefined && ' Điểm được ghi vào lớp học.'}
        </p>
        <ProblemNote problem={close.error} />
      </ConfirmDialog>
      <Dialog open={asked === 'change'} title="Sửa bài kiểm tra" onClose={done}>
        {asked === 'change' && <ChangeQuiz quiz={quiz} onClose={done} />}
      </Dialog>
    </>
  );
}

/** A test for whoever holds it: its plan, who has sat it and, once closed, the marks. */
export function QuizPage() {
  const { quizId } = route.useParams();
  const found = useQueryOf(getQuiz, { quizId });
  const fields = useQueryOf(listQuestionFields, {});
  const quiz = found.data;
  const parts = quiz?.parts.map((part) => `${fields.data?.items.find((f) => f.id === part.fieldId)?.label ?? ''}: ${part.questions} câu`).join('; ');
  return (
    <Page
      title={quiz?.title ?? 'Bài kiểm tra'}
      crumbs={
        <Crumbs>
          {[
            quiz?.classId === undefined ? (
              <Link key="all" to="/training" search={{ view: quiz?.roundId === undefined ? 'classes' : 'contests' }}>
                Đào tạo, bồi dưỡng
              </Link>
            ) : (
              <Link key="class" to="/training/classes/$classId" params={{ classId: quiz.classId }} search={{ view: 'quizzes' }}>
                Lớp học
              </Link>
            ),
          ]}
        </Crumbs>
      }
      actions={quiz && <Acts quiz={quiz} />}
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {quiz ? (
        <div className="stack loose">
          {quiz.state !== 'DRAFT' && (
            <Totals
              label="Số liệu bài kiểm tra"
              items={[
                { label: 'Được giao', value: quiz.participants },
                { label: 'Đã bắt đầu', value: quiz.started, tone: 'blue' },
                { label: 'Đã nộp', value: quiz.handedIn },
              ]}
            />
          )}
          <Card title="Về bài kiểm tra" aside={<Badge tone={quizTone(quiz.state)}>{quizStateLabel[quiz.state]}</Badge>}>
            <Facts
              items={[
                ['Câu hỏi', parts],
                ['Thời gian làm bài', `${quiz.minutes} phút`],
                ['Mở – đóng', windowText(quiz)],
              ]}
            />
          </Card>
          {quiz.state !== 'DRAFT' && <Results quiz={quiz} />}
        </div>
      ) : (
        !found.error && <Skeleton lines={8} />
      )}
    </Page>
  );
}
