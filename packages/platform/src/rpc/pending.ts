import type { Msg } from '@nats-io/transport-node';
import { refuse } from '../problem.js';

interface Waiting {
  due: number;
  answer: (msg: Msg) => void;
  refuse: (reason: unknown) => void;
}

const SWEEP_MS = 20;

/** The calls that wait for a reply, by token; one timer serves all their deadlines. */
export class Pending {
  private readonly calls = new Map<string, Waiting>();
  private timer: NodeJS.Timeout | undefined;
  private sequence = 0;

  /** A new call and the token that its reply will carry. */
  open(patienceMs: number): { token: string; reply: Promise<Msg> } {
    this.sequence = (this.sequence + 1) % 0x7fffffff;
    const token = this.sequence.toString(36);
    const reply = new Promise<Msg>((answer, reject) => {
      this.calls.set(token, { due: performance.now() + patienceMs, answer, refuse: reject });
    });
    this.timer ??= setInterval(() => this.sweep(), SWEEP_MS);
    return { token, reply };
  }

  /** Hands a reply to its call; a late one has nobody waiting and is dropped. */
  settle(token: string, msg: Msg): void {
    const call = this.calls.get(token);
    if (!call) return;
    this.calls.delete(token);
    // NATS answers an empty message with status 503 when nobody listens: the request was not executed.
    if (msg.data.length === 0 && msg.headers?.code === 503) call.refuse(refuse('request/unavailable'));
    else call.answer(msg);
  }

  /** A call that could not be sent. */
  fail(token: string, error: unknown): void {
    this.calls.get(token)?.refuse(error);
    this.calls.delete(token);
  }

  /** The broker is gone: whatever was sent is lost or will never be answered. */
  failAll(): void {
    for (const call of this.calls.values()) call.refuse(refuse('request/unavailable'));
    this.calls.clear();
    this.stopTimer();
  }

  private sweep(): void {
    const now = performance.now();
    for (const [token, call] of this.calls) {
      if (call.due > now) continue;
      this.calls.delete(token);
      call.refuse(refuse('request/timeout'));
    }
    if (this.calls.size === 0) this.stopTimer();
  }

  private stopTimer(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
