import { Injectable } from '@nestjs/common';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { delayAfter, FORGET_SECONDS, perAccount, perAddress } from './attempts.rules.js';

const accountKey = (username: string): string => `account:${username}`;
const addressKey = (address: string): string => `address:${address}`;

/** Counts failed sign-ins per name that was tried and per address; in the database, so that replicas share the count. */
@Injectable()
export class Attempts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  now(): string {
    return this.clock.now();
  }

  /** Whether an attempt must not be looked at yet. */
  async tooSoon(username: string, address: string): Promise<boolean> {
    const rows = await this.db.query<{ key: string; failures: number; last_at: Date }>(
      'select key, failures, last_at from failed_sign_in where key = any($1)',
      [[accountKey(username), addressKey(address)]],
    );
    return rows.some((row) => {
      const passed = (this.clock.millis() - row.last_at.getTime()) / 1000;
      const delay = delayAfter(row.failures, row.key === accountKey(username) ? perAccount : perAddress);
      // A clock that was set back makes nobody wait who would not have waited.
      return delay > 0 && passed < delay;
    });
  }

  /** The right password forgives the name what was tried before. */
  async succeeded(username: string): Promise<void> {
    await this.db.write('delete from failed_sign_in where key = $1', [accountKey(username)]);
  }

  /** Counts one more failure of both; what is older than an hour counts no more. */
  async failed(username: string, address: string): Promise<void> {
    const now = this.clock.millis();
    const forgotten = new Date(now - FORGET_SECONDS * 1000);
    await this.db.transaction('', async (tx) => {
      await tx.query('delete from failed_sign_in where last_at < $1', [forgotten]);
      await tx.query(
        `insert into failed_sign_in (key, failures, last_at) select key, 1, $2 from unnest($1::text[]) key order by key
         on conflict (key) do update set failures = failed_sign_in.failures + 1, last_at = excluded.last_at`,
        [[accountKey(username), addressKey(address)], new Date(now)],
      );
    });
  }
}
