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

  /** The calendar day last told, and the hour since the epoch it was told in: days begin at a full hour, and printing one is dear. */
  private told = { hour: -1, day: '' };

  /** The calendar day in Asia/Ho_Chi_Minh, 'YYYY-MM-DD'. */
  today(): string {
    const millis = this.millis();
    const hour = Math.floor(millis / 3_600_000);
    if (hour !== this.told.hour) this.told = { hour, day: day.format(millis) };
    return this.told.day;
  }
}
