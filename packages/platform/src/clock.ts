import { Injectable } from '@nestjs/common';

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The only source of "now" and "today" in a service; a test puts its own in its place. */
@Injectable()
export class Clock {
  /** Milliseconds since the epoch. */
  millis(): number {
    return Date.now();
  }

  /** ISO 8601, UTC. */
  now(): string {
    return new Date(this.millis()).toISOString();
  }

  /** The calendar day in Asia/Ho_Chi_Minh, 'YYYY-MM-DD'. */
  today(): string {
    return day.format(this.millis());
  }
}
