import type { RollEvent, RollPage } from '@vungmanh/contracts/attendance';
import type { ProblemError } from '../../api/problem-error.js';
import type { Outbox } from './outbox.js';

/** How many events go in one request; the contract takes up to 400. */
const BATCH = 100;

/** Ends with what is left to say: nothing, a problem that will pass, or one that will not. `refused` are events that the roll does not take. */
export interface Sent<R extends RollPage = RollPage> {
  readonly roll?: R;
  readonly problem?: ProblemError;
  readonly refused: readonly { readonly event: RollEvent; readonly why: string }[];
}

type Post<R> = (events: RollEvent[]) => Promise<R>;
type AsProblem = (thrown: unknown) => ProblemError | undefined;

/**
 * Sends everything that waits, oldest first, under the ids that it has always had. A batch that the roll refuses is sent again one
 * by one, so that one bad tap holds up no other; the bad one leaves the outbox and is shown.
 */
export async function sendAll<R extends RollPage>(outbox: Outbox, post: Post<R>, asProblem: AsProblem): Promise<Sent<R>> {
  let roll: R | undefined;
  let size = BATCH;
  const refused: { event: RollEvent; why: string }[] = [];
  for (;;) {
    const events = outbox.read().slice(0, size);
    const [first] = events;
    if (first === undefined) return { ...(roll && { roll }), refused };
    try {
      roll = await post([...events]);
      outbox.remove(new Set(events.map((e) => e.id)));
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem === undefined) throw thrown;
      if (!problem.code.endsWith('/mark-refused')) return { ...(roll && { roll }), problem, refused };
      if (events.length === 1) {
        outbox.remove(new Set([first.id]));
        refused.push({ event: first, why: problem.title });
      } else size = 1;
    }
  }
}
