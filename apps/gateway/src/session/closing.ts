import { Injectable } from '@nestjs/common';
import { accountChanged } from '@vungmanh/contracts/identity/account';
import { passwordChanged } from '@vungmanh/contracts/identity/password';
import { factorChanged } from '@vungmanh/contracts/identity/second-factor';
import type { ItemOf } from '@vungmanh/contracts/event';
import type { Tx } from '@vungmanh/platform/db/tx';
import { On } from '@vungmanh/platform/events/on';
import { Sessions } from './sessions.js';

/** Ends the sessions of an account that was closed, or that changed its password elsewhere. Other replicas learn of it when their two seconds of trust are over. */
@Injectable()
export class Closing {
  constructor(private readonly sessions: Sessions) {}

  @On(accountChanged, 'close-sessions')
  async accountsChanged(items: ItemOf<typeof accountChanged>[], tx: Tx): Promise<void> {
    const closed = items.filter((a) => a.disabled).map((a) => a.id);
    if (closed.length === 0) return;
    await tx.query('delete from session where account_id = any($1)', [closed]);
    this.sessions.forget();
  }

  @On(passwordChanged, 'close-other-sessions')
  async passwordsChanged(items: ItemOf<typeof passwordChanged>[], tx: Tx): Promise<void> {
    await tx.query(
      `delete from session s using unnest($1::uuid[], $2::text[]) as c(account_id, kept)
       where s.account_id = c.account_id and s.id::text is distinct from c.kept`,
      [items.map((a) => a.id), items.map((a) => a.keptSession ?? null)],
    );
    this.sessions.forget();
  }

  /** Whoever lost their second factor begins anew everywhere; whoever needs one now begins anew where none was given. */
  @On(factorChanged, 'close-weak-sessions')
  async factorsChanged(items: ItemOf<typeof factorChanged>[], tx: Tx): Promise<void> {
    const of = (ends: 'ALL' | 'WEAK') => items.filter((a) => a.ends === ends).map((a) => a.id);
    await tx.query('delete from session where account_id = any($1) or (account_id = any($2) and second_at is null)', [of('ALL'), of('WEAK')]);
    this.sessions.forget();
  }
}
