import type { Attempt } from '@vungmanh/contracts/training/attempt';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProblemError } from '../../api/problem-error.js';
import { browserStore } from '../roll/outbox.js';
import type { SaveState } from '../roll/use-roll-call.js';
import { answerOutbox, type KeptAnswer } from './answer-outbox.js';

/** Another try after so long, besides at once after each answer, when the network comes back and when the page comes to the front. */
const AGAIN_MS = 5000;
/** How many answers go in one request; the contract takes fifty. */
const BATCH = 50;

/** Where answers go: the same object for as long as the page stands. */
export interface AnswerDoor {
  readonly post: (answers: readonly KeptAnswer[]) => Promise<unknown>;
  readonly problem: (thrown: unknown) => ProblemError | undefined;
}

/** Answers under one's hands: each is kept on the device at once and reaches the server when it can. */
export function useAnswers(account: string, { id: paperId, lastSeq }: Pick<Attempt, 'id' | 'lastSeq'>, door: AnswerDoor) {
  const outbox = useMemo(() => answerOutbox(browserStore(), account, paperId), [account, paperId]);
  const [waiting, setWaiting] = useState(() => outbox.read());
  const [problem, setProblem] = useState<ProblemError>();
  const busy = useRef<Promise<void>>(undefined);

  const send = useCallback((): Promise<void> => {
    if (outbox.read().length === 0) return Promise.resolve();
    busy.current ??= (async () => {
      try {
        const answers = outbox.read().slice(0, BATCH);
        await door.post(answers);
        outbox.sent(answers);
        setProblem(undefined);
      } catch (thrown) {
        const found = door.problem(thrown);
        if (found === undefined) throw thrown;
        setProblem(found);
      } finally {
        busy.current = undefined;
        setWaiting(outbox.read());
      }
    })();
    return busy.current;
  }, [door, outbox]);

  useEffect(() => {
    const now = () => void send();
    const shown = () => document.visibilityState === 'visible' && now();
    now();
    const timer = setInterval(now, AGAIN_MS);
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', shown);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', shown);
    };
  }, [send]);

  const put = useCallback(
    (position: number, chosen: readonly number[], elapsedMs: number) => {
      outbox.put(position, chosen, elapsedMs, lastSeq);
      setWaiting(outbox.read());
      // What is answered while a request is out goes with the next one.
      void send().then(send);
    },
    [outbox, lastSeq, send],
  );
  const state: SaveState = waiting.length === 0 ? 'saved' : problem === undefined ? 'sending' : 'waiting';
  return { waiting, state, problem, put, send };
}
