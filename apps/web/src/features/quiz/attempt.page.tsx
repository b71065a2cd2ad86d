import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Attempt, getAttempt, myQuizzes, type MyQuiz, startAttempt } from '@vungmanh/contracts/training/attempt';
import { ask, useCommand, useListOf, useQueryOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { markText } from '../training-class/class-text.js';
import { AskedQuestion, sourceText } from './asked-question.js';
import { momentText, windowText } from './quiz-text.js';
import { Sit } from './sit.js';

const route = getRouteApi('/app/quizzes/$quizId');

function Before({ mine }: { mine: MyQuiz }) {
  const client = useQueryClient();
  const start = useCommand(startAttempt, {
    onDone: (attempt) => client.setQueryData(ask(getAttempt, { attemptId: attempt.id }).queryKey, attempt),
  });
  return (
    <Card title="Trước khi làm bài">
      <div className="stack">
        <Facts
          items={[
            ['Số câu', mine.questions],
            ['Thời gian làm bài', `${mine.minutes} phút, tính từ lúc bắt đầu nhưng không quá giờ đóng bài`],
            ['Mở – đóng', windowText(mine)],
          ]}
        />
        <p>Mỗi câu trả lời được lưu ngay. Nếu mất mạng, câu trả lời giữ trên máy và tự gửi khi có mạng; đồng chí đừng đóng trang.</p>
        <ProblemNote problem={start.error} />
        <div className="row">
          <Button look="primary" busy={start.isPending} onClick={() => start.mutate({ input: { quizId: mine.id } })}>
            Bắt đầu làm bài
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** What was handed in; with the answers and their sources once the result is fixed. */
function After({ attempt }: { attempt: Attempt }) {
  return (
    <div className="stack loose paper-width">
      <Note
        tone="done"
        title={attempt.mark === undefined ? 'Đã nộp bài' : `Điểm ${markText(attempt.mark)}: đúng ${attempt.right}/${attempt.items.length} câu`}
      >
        <p>
          Nộp lúc {momentText(attempt.handedInAt ?? attempt.endsAt)}.
          {attempt.mark === undefined && ' Kết quả hiện ở đây sau khi đơn vị tổ chức khóa kết quả.'}
        </p>
      </Note>
      {attempt.mark !== undefined &&
        attempt.items.map((item) => (
          <Card key={item.position}>
            <AskedQuestion number={item.position} asked={item} chosen={item.chosen ?? []} right={item.right} disabled onChange={() => {}} />
            {item.source && <p className="small soft">Căn cứ: {sourceText(item.source)}</p>}
          </Card>
        ))}
    </div>
  );
}

/** A test for whoever sits it: before, the paper itself, and what came of it. */
export function AttemptPage() {
  const { quizId } = route.useParams();
  const list = useListOf(myQuizzes, { limit: 50 });
  const mine = list.rows.find((one) => one.id === quizId);
  const attemptId = mine?.attemptId;
  const attempt = useQueryOf(getAttempt, { attemptId: attemptId ?? '' }, { when: attemptId !== undefined });
  return (
    <Page
      title={mine?.title ?? 'Bài kiểm tra'}
      crumbs={
        <Crumbs>
          {[
            <Link key="home" to="/">
              Việc của tôi
            </Link>,
          ]}
        </Crumbs>
      }
    >
      <ProblemNote problem={mine ? (attempt.data ? undefined : attempt.error) : list.problem} onRetry={list.reload} />
      {list.loading || (attemptId !== undefined && attempt.isPending) ? (
        <Skeleton lines={6} />
      ) : mine === undefined ? (
        !list.problem && <Note title="Không có bài này trong các bài được giao cho đồng chí" />
      ) : attempt.data === undefined ? (
        attemptId === undefined && (mine.closed ? <Note title="Bài đã khóa, không làm được nữa" /> : <Before mine={mine} />)
      ) : attempt.data.handedInAt === undefined ? (
        <Sit key={attempt.data.id} attempt={attempt.data} />
      ) : (
        <After attempt={attempt.data} />
      )}
    </Page>
  );
}
