/**
 * Messages that leave together. What is sent while one round of the event loop hands out what has come in — the requests of many
 * sockets, the rows of many connections — goes to the broker in one write at its end: a write costs more than a message.
 */
export class Outgoing {
  private waiting: (() => void)[] = [];

  /** `publish` is called at the end of this round, in the order of the calls. It must not throw. */
  send(publish: () => void): void {
    if (this.waiting.push(publish) > 1) return;
    setImmediate(() => {
      const leaving = this.waiting;
      this.waiting = [];
      for (const each of leaving) each();
    });
  }
}
