interface Waiting<One, Done> {
  readonly one: One;
  readonly resolve: (done: Done) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Leads what is asked for at the same time to the work together: while earlier ones are under way the next wait, and then go as
 * one. Whoever comes alone goes at once; in the rush at the end of a month many share each round trip, plan and commit.
 * `work` answers each one's outcome, in their order; when it throws, all of them failed.
 */
export class Together<One, Done> {
  private readonly waiting: Waiting<One, Done>[] = [];
  private under = 0;

  constructor(
    private readonly work: (all: readonly One[]) => Promise<readonly PromiseSettledResult<Done>[]>,
    /** `atOnce`: groups under way, so that one is prepared while the database writes another. */
    private readonly limits: { readonly atOnce: number; readonly most: number },
  ) {}

  do(one: One): Promise<Done> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ one, resolve, reject });
      if (this.under < this.limits.atOnce) void this.next();
    });
  }

  private async next(): Promise<void> {
    this.under += 1;
    // What has come in with this one, in the same round of the event loop, goes with it.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) await this.lead(this.waiting.splice(0, this.limits.most));
    this.under -= 1;
  }

  private async lead(group: readonly Waiting<One, Done>[]): Promise<void> {
    try {
      const outcomes = await this.work(group.map(({ one }) => one));
      for (const [i, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[i];
        if (outcome?.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome?.reason ?? new Error('The work said nothing of one of its group'));
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
