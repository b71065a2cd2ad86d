import type { RollEvent, RollPage } from '@vungmanh/contracts/attendance';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProblemError } from '../../api/problem-error.js';
import { rollShown, undoOf } from './local-roll.js';
import { browserStore, outboxOf } from './outbox.js';
import { sendAll, type Sent } from './send.js';

/** Another try after so long, besides at once after each tap, when the network comes back and when the page comes to the front. */
const AGAIN_MS = 8000;

export type SaveState = 'saved' | 'sending' | 'waiting';

interface Act {
  readonly label: string;
  readonly ids: readonly string[];
}

/** Where the marks of a roll go: the same object for as long as the page stands. */
export interface RollDoor<R extends RollPage> {
  readonly post: (events: RollEvent[]) => Promise<R>;
  readonly problem: (thrown: unknown) => ProblemError | undefined;
  /** Keeps the newest answer for whatever else shows it. */
  readonly keep: (roll: R) => void;
}

/** A roll under one's hands: every tap shows at once, is kept on the device, and reaches the server when it can. */
export function useRollCall<R extends RollPage>(answer: R, account: string, door: RollDoor<R>) {
  const rollId = answer.id;
  const outbox = useMemo(() => outboxOf(browserStore(), account, rollId), [account, rollId]);
  const [base, setBase] = useState(answer);
  const [waiting, setWaiting] = useState(() => outbox.read());
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  const [refused, setRefused] = useState<Sent['refused']>([]);
  const [acts, setActs] = useState<readonly Act[]>([]);
  const busy = useRef<Promise<void>>(undefined);

  const send = useCallback((): Promise<void> => {
    if (outbox.read().length === 0) return Promise.resolve();
    busy.current ??= (async () => {
      setSending(true);
      try {
        const sent = await sendAll(outbox, door.post, door.problem);
        if (sent.roll) {
          setBase(sent.roll);
          door.keep(sent.roll);
        }
        setProblem(sent.problem);
        setRefused((before) => [...before, ...sent.refused]);
      } finally {
        busy.current = undefined;
        setWaiting(outbox.read());
        setSending(false);
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
    (events: readonly RollEvent[]) => {
      outbox.add(events);
      setWaiting(outbox.read());
      // What is tapped while a request is out goes with the next one.
      void send().then(send);
    },
    [outbox, send],
  );
  const act = useCallback(
    (label: string, events: readonly RollEvent[]) => {
      put(events);
      setActs((before) => [...before, { label, ids: events.map((e) => e.id) }]);
    },
    [put],
  );
  const undo = useCallback(() => {
    const last = acts.at(-1);
    if (!last) return;
    const now = new Date();
    put(last.ids.map((id) => undoOf(id, now)));
    setActs(acts.slice(0, -1));
  }, [acts, put]);

  const shown = useMemo(() => rollShown(base, waiting), [base, waiting]);
  const state: SaveState = waiting.length === 0 ? 'saved' : sending && problem === undefined ? 'sending' : problem ? 'waiting' : 'sending';
  return { base, setBase, shown, waiting: waiting.length, state, problem, refused, last: acts.at(-1), act, undo, send };
}

export type RollCall<R extends RollPage = RollPage> = ReturnType<typeof useRollCall<R>>;
