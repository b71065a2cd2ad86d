import { Chosen } from '@vungmanh/contracts/training/question';
import { z } from 'zod';

/** The newest answer to one question that the server does not have yet. `seq` counts up over all answers of one paper. */
export const KeptAnswer = z.strictObject({ position: z.number().int(), chosen: Chosen, seq: z.number().int(), elapsedMs: z.number().int() });
export type KeptAnswer = z.infer<typeof KeptAnswer>;

const Kept = z.strictObject({ seq: z.number().int(), answers: z.array(KeptAnswer) });
type Kept = z.infer<typeof Kept>;
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface AnswerOutbox {
  read(): readonly KeptAnswer[];
  /** Takes the place of what waits for the same question. `after` is the highest count that the server has, from this device or another. */
  put(position: number, chosen: readonly number[], elapsedMs: number, after?: number): void;
  /** What has been sent; an answer that was changed in the meantime stays. */
  sent(answers: readonly KeptAnswer[]): void;
}

/** Where answers wait on the device until the server has them, one store per account and paper; the count goes on over reloads. */
export function answerOutbox(store: Store | undefined, account: string, paperId: string): AnswerOutbox {
  const key = `vungmanh.answers.${account}.${paperId}`;
  let memory: Kept = { seq: 0, answers: [] };
  const read = (): Kept => {
    try {
      const stored = store?.getItem(key);
      if (!stored) return memory;
      const parsed = Kept.safeParse(JSON.parse(stored));
      return parsed.success && parsed.data.seq >= memory.seq ? parsed.data : memory;
    } catch {
      return memory;
    }
  };
  const write = (kept: Kept): void => {
    memory = kept;
    try {
      store?.setItem(key, JSON.stringify(kept));
    } catch {
      // A full or forbidden store: this tab still holds them and keeps sending.
    }
  };
  return {
    read: () => read().answers,
    put: (position, chosen, elapsedMs, after = 0) => {
      const { seq: own, answers } = read();
      const seq = Math.max(own, after) + 1;
      const next = { position, chosen: [...chosen], seq, elapsedMs: Math.max(0, Math.round(elapsedMs)) };
      write({ seq, answers: [...answers.filter((one) => one.position !== position), next] });
    },
    sent: (gone) => {
      const { seq, answers } = read();
      const numbers = new Set(gone.map((one) => one.seq));
      write({ seq, answers: answers.filter((one) => !numbers.has(one.seq)) });
    },
  };
}
