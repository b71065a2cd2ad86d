import { useQueryClient } from '@tanstack/react-query';
import { type Attempt, getAttempt, handIn, saveAnswers } from '@vungmanh/contracts/training/attempt';
import { newId } from '@vungmanh/contracts/new-id';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { api, problemFrom } from '../../api/api.js';
import { ask, useCommand } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { AskedQuestion, QuestionNumbers } from './asked-question.js';
import { leftText } from './quiz-text.js';
import { AnswersSaved } from './save-mark.js';
import { type AnswerDoor, useAnswers } from './use-answers.js';

/** When each paper began, on the count of this page: the earliest that has been told. What was told a while ago would put it too late. */
const begun = new Map<string, number>();

function beganAt({ id, now, startedAt }: Attempt): number {
  const told = performance.now() - (Date.parse(now) - Date.parse(startedAt));
  const began = Math.min(told, begun.get(id) ?? told);
  begun.set(id, began);
  return began;
}

/** Milliseconds since the paper began, by the server's clock when it answered and the device's own count since: its calendar plays no part. */
function useElapsed(attempt: Attempt): { elapsed: () => number; shown: number } {
  const began = useMemo(() => beganAt(attempt), [attempt]);
  const elapsed = useCallback(() => performance.now() - began, [began]);
  const [shown, setShown] = useState(elapsed);
  useEffect(() => {
    const timer = setInterval(() => setShown(elapsed()), 1000);
    return () => clearInterval(timer);
  }, [elapsed]);
  return { elapsed, shown };
}

/** A paper under one's hands: each answer is kept on the device at once and sent when it can; the clock ends it. */
export function Sit({ attempt }: { attempt: Attempt }) {
  const attemptId = attempt.id;
  const client = useQueryClient();
  const [refused, setRefused] = useState(0);
  const door = useMemo(
    (): AnswerDoor => ({
      post: async (answers) => {
        const sent = await api(saveAnswers, { attemptId, answers: [...answers] }, { key: newId(Date.now()) });
        setRefused((before) => before + sent.refused);
      },
      problem: (thrown) => problemFrom(saveAnswers, thrown),
    }),
    [attemptId],
  );
  const { waiting, state, problem, put, send } = useAnswers(useSession().accountId, attempt, door);
  const { elapsed, shown } = useElapsed(attempt);
  const [given, setGiven] = useState(
    () =>
      new Map<number, number[]>([
        ...attempt.items.flatMap((i) => (i.chosen ? [[i.position, i.chosen] as const] : [])),
        ...waiting.map((one) => [one.position, one.chosen] as const),
      ]),
  );
  const [at, setAt] = useState(1);
  const [asking, setAsking] = useState(false);
  const finish = useCommand(handIn, {
    onDone: (answer) => {
      setAsking(false);
      client.setQueryData(ask(getAttempt, { attemptId }).queryKey, answer);
    },
  });
  const left = Date.parse(attempt.endsAt) - Date.parse(attempt.startedAt) - shown;
  const over = left <= 0;
  const item = attempt.items[at - 1];
  if (!item) return null;
  const open = attempt.items.length - given.size;
  return (
    <div className="stack loose paper-width">
      <div className="sit-bar">
        <span className="sit-left" role="timer" aria-label="Thời gian còn lại" data-short={left < 60_000 || undefined}>
          {over ? 'Hết giờ' : `Còn ${leftText(left)}`}
        </span>
        <span>
          Đã trả lời {given.size}/{attempt.items.length}
        </span>
        <AnswersSaved state={state} waiting={waiting.length} />
      </div>
      {problem && !problem.passing && <ProblemNote problem={problem} />}
      {refused > 0 && (
        <Note tone="warning" title={`${refused} câu trả lời đến quá muộn nên không được nhận`}>
          <p>Câu trả lời trong giờ chỉ được nhận thêm {attempt.graceSeconds / 60} phút sau giờ nộp bài.</p>
        </Note>
      )}
      {over ? (
        <Note title="Đã hết giờ làm bài">
          <p>
            {waiting.length > 0
              ? `Còn ${waiting.length} câu đã trả lời trong giờ đang chờ gửi. Hãy giữ trang này mở và kết nối lại mạng trong ${attempt.graceSeconds / 60} phút.`
              : 'Bài được nộp với các câu đã lưu. Kết quả hiện ở đây sau khi đơn vị tổ chức khóa kết quả.'}
          </p>
        </Note>
      ) : (
        <>
          <Card>
            <div className="stack">
              <AskedQuestion
                number={at}
                asked={item}
                chosen={given.get(at) ?? []}
                onChange={(chosen) => {
                  // Nothing chosen is no answer: the one before stands.
                  if (chosen.length === 0) return;
                  setGiven(new Map(given).set(at, chosen));
                  put(at, chosen, elapsed());
                }}
              />
              <div className="row">
                <Button disabled={at === 1} onClick={() => setAt(at - 1)}>
                  Câu trước
                </Button>
                <Button look={at < attempt.items.length ? 'primary' : 'plain'} disabled={at === attempt.items.length} onClick={() => setAt(at + 1)}>
                  Câu tiếp theo
                </Button>
              </div>
            </div>
          </Card>
          <QuestionNumbers
            count={attempt.items.length}
            at={at}
            onGo={setAt}
            markOf={(position) => (given.has(position) ? { tone: 'answered', said: 'đã trả lời' } : { tone: 'none', said: 'chưa trả lời' })}
          />
          <div className="row">
            <Button look={open === 0 ? 'primary' : 'plain'} onClick={() => void send().then(() => setAsking(true))}>
              Nộp bài
            </Button>
          </div>
        </>
      )}
      <ConfirmDialog
        open={asking}
        title="Nộp bài?"
        confirm="Nộp bài"
        busy={finish.isPending || waiting.length > 0}
        onConfirm={() => finish.mutate({ input: { attemptId } })}
        onClose={() => setAsking(false)}
      >
        <p>{open > 0 ? `Còn ${open} câu chưa trả lời. ` : ''}Sau khi nộp không sửa được nữa.</p>
        {waiting.length > 0 && <p>Còn {waiting.length} câu chưa gửi được lên máy chủ. Hãy đợi có mạng rồi nộp; đến giờ bài tự nộp.</p>}
        <ProblemNote problem={finish.error} />
      </ConfirmDialog>
    </div>
  );
}
