import { Injectable } from '@nestjs/common';
import { Db } from '@vungmanh/platform/db/db';
import { type Problem, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Attempts, type Tried } from './attempts.js';
import { Passwords } from './passwords.js';

/** The password of somebody who is signed in, asked again before they change how they sign in. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
  ) {}

  /** Whoever found a screen left open guesses here no faster than at the door. */
  async confirmed(
    { actor, input }: { actor: Call['actor']; input: { currentPassword: string } },
    refusals: { wrong: () => Problem; tooOften: () => Problem },
  ): Promise<{ username: string }> {
    const [row] = await this.db.query<{ username: string; password_hash: string | null }>(
      'select username, password_hash from account where id = $1 and not disabled',
      [actor.id],
    );
    if (!row) throw refuse('request/unauthenticated');
    // The screen is a device of its own: who guesses here locks nobody out at the door.
    const tried: Tried = { what: `account:${row.username}`, address: actor.id, device: actor.session ?? actor.id };
    if (!(await this.attempts.begin(tried))) throw refusals.tooOften();
    if (!(await this.passwords.check(input.currentPassword, row.password_hash ?? undefined))) throw refusals.wrong();
    await this.attempts.right(tried);
    return { username: row.username };
  }
}
