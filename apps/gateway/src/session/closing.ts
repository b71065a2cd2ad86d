import { Injectable } from '@nestjs/common';
import { accountChanged } from '@vungmanh/contracts/identity/account';
import type { ItemOf } from '@vungmanh/contracts/event';
import type { Tx } from '@vungmanh/platform/db/tx';
import { On } from '@vungmanh/platform/events/on';
import { Sessions } from './sessions.js';

/** Ends the sessions of an account that was closed. Other replicas learn of it when their two seconds of trust are over. */
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
}
