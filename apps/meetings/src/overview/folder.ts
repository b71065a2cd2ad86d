import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { asSystem } from '@vungmanh/platform/db/reach';
import { Bell } from '@vungmanh/platform/events/bell';
import { Log } from '@vungmanh/platform/log';
import { Fold } from './fold.js';
import { OverviewAnswers } from './overview-answers.js';

/** So that a change is seen above within a second. */
const PAUSE_MS = 300;
/** In the rush at the end of a month folding takes a tenth of the time at most, and is a second late at most. */
const PAUSE_SHARE = 10;
const LONGEST_PAUSE_MS = 1000;
/** Answers are drawn again once a second at most, however much is going on; who asks earlier draws one for themselves. */
const REFRESH_MS = 1000;

/** Folds what was touched, over and over. */
@Injectable()
export class Folder implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly bell = new Bell();
  private leaving = false;
  private running: Promise<void> = Promise.resolve();
  private stale = false;
  private refreshedAt = 0;

  constructor(
    private readonly fold: Fold,
    private readonly answers: OverviewAnswers,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.running = asSystem(() => this.run());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.leaving = true;
    this.bell.ring();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.leaving) {
      const began = performance.now();
      const folded = await this.turn().catch((error: unknown) => {
        this.log.warn('the view from above cannot be folded', { reason: String(error) });
        return 'nothing';
      });
      const took = performance.now() - began;
      if (folded !== 'more') await this.bell.wait(Math.min(Math.max(PAUSE_MS, took * PAUSE_SHARE), LONGEST_PAUSE_MS));
    }
  }

  private async turn(): Promise<string> {
    const folded = await this.fold.once();
    if (folded !== 'nothing') this.stale = true;
    if (folded !== 'more' && this.stale && performance.now() - this.refreshedAt >= REFRESH_MS) {
      this.refreshedAt = performance.now();
      this.stale = false;
      await this.answers.refresh();
    }
    return folded;
  }
}
