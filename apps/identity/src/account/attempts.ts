import { Injectable } from '@nestjs/common';
import type { KnownDevice } from '@vungmanh/contracts/identity/sign-in';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { delayAfter, FORGET_SECONDS, perAccount, perAddress } from './attempts.rules.js';

/** Somebody tries something that could be guessed. */
export interface Tried {
  /** What is guessed at: `password:<name>`, `code:<account>`. */
  readonly what: string;
  readonly address: string;
  /** The browser's, where the account that is tried has signed in before. */
  readonly device?: string | undefined;
}

/** The id of a device that is known to have been used by that account. */
export const deviceOf = (device: KnownDevice | undefined, accountId: string | undefined): string | undefined =>
  accountId !== undefined && device?.accounts.includes(accountId) ? device.id : undefined;

/**
 * Counts tries per what was tried, per known device and per address; in the database, so that replicas share the count. A try counts
 * as failed before it is looked at: of a thousand that come at once no more are looked at than of a thousand one after the other.
 * Under keyed digests: what was typed as a name may be a password in the wrong field.
 */
@Injectable()
export class Attempts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  now(): string {
    return this.clock.now();
  }

  /** Whether a try may be looked at; then it is counted. */
  async begin(tried: Tried): Promise<boolean> {
    const now = this.clock.millis();
    if (await this.mustWait(tried, now)) return false;
    const key = this.keyOf(tried);
    return this.db.transaction('', async (tx) => {
      await tx.query('insert into failed_sign_in (key, failures, last_at) values ($1, 0, $2) on conflict (key) do nothing', [key, new Date(now)]);
      const [row] = await tx.query<Row>('select failures, last_at from failed_sign_in where key = $1 for update', [key]);
      const failures = row === undefined || isForgotten(row, now) ? 0 : row.failures;
      if (row && waits({ ...row, failures }, delayAfter(failures, perAccount), now)) return false;
      await tx.query('update failed_sign_in set failures = $2, last_at = $3 where key = $1', [key, failures + 1, new Date(now)]);
      return true;
    });
  }

  /** It was right: what was tried before is forgiven. */
  async right(tried: Tried): Promise<void> {
    await this.db.write('delete from failed_sign_in where key = $1', [this.keyOf(tried)]);
  }

  /** It was wrong: the address from which it came is remembered too. What is older than an hour counts no more. */
  async wrong(tried: Tried): Promise<void> {
    const now = this.clock.millis();
    await this.db.write('delete from failed_sign_in where last_at < $1', [new Date(now - FORGET_SECONDS * 1000)]);
    if (tried.device !== undefined) return;
    await this.db.write(
      `insert into failed_sign_in (key, failures, last_at) values ($1, 1, $2)
       on conflict (key) do update set failures = failed_sign_in.failures + 1, last_at = excluded.last_at`,
      [this.addressKey(tried), new Date(now)],
    );
  }

  /** The allowance that a try is counted against; a known device has its own, which nobody elsewhere can use up. */
  private keyOf({ what, device }: Tried): string {
    return this.sealer.indexOf('sign-in.tried', device === undefined ? what : `${what}:on:${device}`).toString('base64url');
  }

  private addressKey({ address }: Tried): string {
    return this.sealer.indexOf('sign-in.address', address).toString('base64url');
  }

  private async mustWait(tried: Tried, now: number): Promise<boolean> {
    const keys = [this.keyOf(tried), ...(tried.device === undefined ? [this.addressKey(tried)] : [])];
    const rows = await this.db.query<Row & { key: string }>('select key, failures, last_at from failed_sign_in where key = any($1)', [keys]);
    return rows.some((row) => !isForgotten(row, now) && waits(row, delayAfter(row.failures, row.key === keys[0] ? perAccount : perAddress), now));
  }
}

interface Row {
  failures: number;
  last_at: Date;
}

const secondsSince = ({ last_at }: Row, now: number): number => (now - last_at.getTime()) / 1000;
const isForgotten = (row: Row, now: number): boolean => secondsSince(row, now) > FORGET_SECONDS;
/** A clock that was set back makes nobody wait who would not have waited. */
const waits = (row: Row, delay: number, now: number): boolean => delay > 0 && secondsSince(row, now) < delay;
