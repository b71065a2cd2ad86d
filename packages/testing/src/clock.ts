import { Clock } from '@vungmanh/platform/clock';

/** A clock that a test sets; from there it goes on at its usual pace. */
export class TestClock extends Clock {
  private offset = 0;

  /** Moves now to the given instant, ISO 8601. */
  set(instant: string): void {
    this.offset = Date.parse(instant) - Date.now();
  }

  override millis(): number {
    return Date.now() + this.offset;
  }
}
