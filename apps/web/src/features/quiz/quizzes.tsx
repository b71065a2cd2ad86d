import { Link, useNavigate } from '@tanstack/react-router';
import { listQuizzes, type QuizLine, quizStateLabel } from '@vungmanh/contracts/training/quiz';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { MoreButton } from '../../ui/more-button.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { NewQuiz } from './quiz-form.js';
import { quizTone, windowText } from './quiz-text.js';

const columns: readonly Column<QuizLine>[] = [
  {
    key: 'title',
    header: 'Bài kiểm tra',
    phone: 'title',
    cell: (q) => (
      <Link to="/training/quizzes/$quizId" params={{ quizId: q.id }}>
        {q.title}
      </Link>
    ),
  },
  { key: 'questions', header: 'Số câu', align: 'end', cell: (q) => q.parts.reduce((sum, part) => sum + part.questions, 0) },
  { key: 'minutes', header: 'Thời gian', cell: (q) => `${q.minutes} phút`, nowrap: true },
  { key: 'window', header: 'Mở – đóng', cell: windowText },
  { key: 'state', header: 'Tình trạng', phone: 'mark', nowrap: true, cell: (q) => <Badge tone={quizTone(q.state)}>{quizStateLabel[q.state]}</Badge> },
];

/** The tests of a class or of a round of a contest. */
export function Quizzes({ nodeId, of, mayAdd }: { nodeId: string; of: { classId: string } | { roundId: string }; mayAdd: boolean }) {
  const session = useSession();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const list = useListOf(listQuizzes, { nodeId, limit: 20, ...of });
  return (
    <Card
      title="Bài kiểm tra trắc nghiệm"
      flush={list.rows.length > 0}
      aside={mayAdd && may(session, 'training:conduct', nodeId) && <Button onClick={() => setAdding(true)}>Lập bài kiểm tra</Button>}
    >
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={3} />
      ) : list.rows.length === 0 ? (
        !list.problem && <EmptyState icon="check" title="Chưa có bài kiểm tra" />
      ) : (
        <DataTable caption="Bài kiểm tra" columns={columns} rows={list.rows} rowKey={(q) => q.id} />
      )}
      <MoreButton {...list} />
      <Dialog open={adding} title="Lập bài kiểm tra" onClose={() => setAdding(false)}>
        <NewQuiz
          nodeId={nodeId}
          of={of}
          onClose={() => setAdding(false)}
          onAdded={(quizId) => void navigate({ to: '/training/quizzes/$quizId', params: { quizId } })}
        />
      </Dialog>
    </Card>
  );
}
