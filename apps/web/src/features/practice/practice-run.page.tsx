import { getRouteApi, Link } from '@tanstack/react-router';
import { newId } from '@vungmanh/contracts/new-id';
import { getPractice, isRight, type Practice, savePractice } from '@vungmanh/contracts/training/practice';
import { useMemo, useState } from 'react';
import { api, problemFrom } from '../../api/api.js';
import { useQueryOf } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { AskedQuestion, lettersOf, QuestionNumbers, sourceText } from '../quiz/asked-question.js';
import { AnswersSaved } from '../quiz/save-mark.js';
import { type AnswerDoor, useAnswers } from '../quiz/use-answers.js';
import './practice.css';

const route = getRouteApi('/app/practice/$practiceId');

function Run({ practice }: { practice: Practice }) {
  const practiceId = practice.id;
  const door = useMemo(
    (): AnswerDoor => ({
      post: (answers) =>
        api(savePractice, { practiceId, answers: answers.map(({ position, chosen }) => ({ position, chosen })) }, { key: newId(Date.now()) }),
      problem: (thrown) => problemFrom(savePractice, thrown),
    }),
    [practiceId],
  );
  const { waiting, state, problem, put } = useAnswers(useSession().accountId, { id: practiceId, lastSeq: 0 }, door);
  // What was answered here and what the server told when the page was opened; the first answer stands.
  const [answered, setAnswered] = useState(
    () =>
      new Map([
        ...waiting.map((one) => [one.position, one.chosen] as const),
        ...practice.items.flatMap((i) => (i.chosen ? [[i.position, i.chosen] as const] : [])),
      ]),
  );
  const [at, setAt] = useState(() => practice.items.find((i) => !answered.has(i.position))?.position ?? 1);
  const [typed, setTyped] = useState<{ at: number; chosen: number[] }>({ at, chosen: [] });
  const item = practice.items[at - 1];
  if (!item) return null;
  const given = answered.get(at);
  const chosen = given ?? (typed.at === at ? typed.chosen : []);
  const right = practice.items.filter((i) => isRight(i.right, answered.get(i.position) ?? [])).length;
  const check = () => {
    setAnswered(new Map(answered).set(at, chosen));
    put(at, chosen, 0);
  };
  const finished = answered.size === practice.items.length;
  return (
    <div className="stack loose paper-width">
      <div className="row apart">
        <span role="status">
          Đã trả lời {answered.size}/{practice.items.length}, đúng {right}
        </span>
        <AnswersSaved state={state} waiting={waiting.length} />
      </div>
      {problem && !problem.passing && <ProblemNote problem={problem} />}
      <Card>
        <form
          className="stack"
          onSubmit={(e) => {
            e.preventDefault();
            if (given === undefined && chosen.length > 0) check();
          }}
        >
          <AskedQuestion
            number={at}
            asked={item}
            chosen={chosen}
            disabled={given !== undefined}
            right={given === undefined ? undefined : item.right}
            onChange={(next) => setTyped({ at, chosen: next })}
          />
          <div aria-live="polite">
            {given !== undefined && (
              <Note
                tone={isRight(item.right, given) ? 'done' : 'warning'}
                title={isRight(item.right, given) ? 'Trả lời đúng' : `Chưa đúng. Đáp án: ${lettersOf(item.right)}`}
              >
                {item.explanation !== undefined && <p>{item.explanation}</p>}
                <p className="small">Căn cứ: {sourceText(item.source)}</p>
              </Note>
            )}
          </div>
          <div className="row">
            {given === undefined ? (
              <Button type="submit" look="primary" disabled={chosen.length === 0}>
                Xem đáp án
              </Button>
            ) : (
              at < practice.items.length && (
                <Button look="primary" onClick={() => setAt(at + 1)}>
                  Câu tiếp theo
                </Button>
              )
            )}
            {given === undefined && at < practice.items.length && <Button onClick={() => setAt(at + 1)}>Để sau</Button>}
          </div>
        </form>
      </Card>
      <QuestionNumbers
        count={practice.items.length}
        at={at}
        onGo={setAt}
        markOf={(position) => {
          const answer = answered.get(position);
          if (answer === undefined) return { tone: 'none', said: 'chưa trả lời' };
          return isRight(practice.items[position - 1]?.right ?? [], answer) ? { tone: 'right', said: 'đúng' } : { tone: 'wrong', said: 'chưa đúng' };
        }}
      />
      {finished && (
        <Note tone="done" title={`Xong lượt luyện tập: đúng ${right}/${practice.items.length} câu`}>
          <p>
            <Link to="/practice">Luyện tập lượt khác</Link>
          </p>
        </Note>
      )}
    </div>
  );
}

/** One practice, question by question; goes on without a connection once it is open. */
export function PracticeRunPage() {
  const { practiceId } = route.useParams();
  const practice = useQueryOf(getPractice, { practiceId });
  return (
    <Page
      title={practice.data ? practice.data.fieldLabel : 'Luyện tập'}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/practice">
              Luyện tập
            </Link>,
          ]}
        </Crumbs>
      }
    >
      {practice.data ? (
        <Run key={practiceId} practice={practice.data} />
      ) : practice.error ? (
        <ProblemNote problem={practice.error} onRetry={() => void practice.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}
