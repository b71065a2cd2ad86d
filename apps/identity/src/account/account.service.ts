import { Injectable } from '@nestjs/common';
import { type Account, accountChanged, createAccount, disableAccount, listAccounts, profile } from '@vungmanh/contracts/identity/account';
import { newId } from '@vungmanh/contracts/new-id';
import { searchText } from '@vungmanh/contracts/text';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { endOnBehalfOf, give, roleOf } from '../grant/give.js';
import { excess } from '../grant/giver.js';
import { AccountEntity } from './account.entity.js';
import { accountOf, accountsOf } from './account.queries.js';
import { isCommon } from './common-passwords.js';
import { open } from './open.js';
import { Passwords } from './passwords.js';

@Injectable()
export class AccountService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  @Rpc(profile)
  async profile(call: Call<typeof profile>): Promise<Account> {
    const account = await accountOf(this.db, call.input.accountId, this.clock.today());
    if (!account) throw refuse('request/not-found');
    return account;
  }

  @Rpc(listAccounts)
  async list(call: Call<typeof listAccounts>): Promise<Page<Account>> {
    const { cursor, limit, search } = call.input;
    const params: unknown[] = [];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const conditions = [`exists (select 1 from account_grant g where g.account_id = a.id and ${call.scope.within('g.node_id', params)})`];
    if (search !== undefined) conditions.push(`strpos(a.search_text, ${p(searchText(search))}) > 0`);
    if (cursor !== undefined) conditions.push(`a.username > ${p(readCursor(cursor, 1)?.[0])}`);
    const rows = await accountsOf(
      this.db,
      {
        accountSql: conditions.join(' and '),
        grantSql: call.scope.within('g.node_id', params),
        today: this.clock.today(),
        limit: limit + 1,
      },
      params,
    );
    return pageOf(rows, limit, (a) => [a.username]);
  }

  @Rpc(createAccount)
  async create(call: Call<typeof createAccount>): Promise<Account> {
    const { password, username, displayName, personId, roleCode, nodeId, below } = call.input;
    if (password !== undefined && isCommon(password, username)) throw fail(createAccount, 'identity/password-common');
    const passwordHash = password === undefined ? undefined : await this.passwords.hash(password);
    return this.db.commit(withoutPassword(call), async (tx) => {
      const role = await roleOf(tx, roleCode);
      if (!role) throw fail(createAccount, 'identity/role-unknown');
      const beyond = await excess(tx, call.actor, role, { nodeId, below });
      if (beyond) throw fail(createAccount, beyond);
      if (role.fourEyes) throw fail(createAccount, 'identity/four-eyes');
      const id = newId(this.clock.millis());
      const taken = await open(tx, id, { username, passwordHash, displayName, personId });
      if (taken) throw fail(createAccount, taken);
      const given = { accountId: id, roleCode, nodeId, below, validFrom: this.clock.today(), givenBy: call.actor.id };
      await give(tx, newId(this.clock.millis()), given);
      tx.about({ node: nodeId, target: id, persons: personId ? [personId] : [] });
      return this.seen(tx, id, call.scope);
    });
  }

  @Rpc(disableAccount)
  async disable(call: Call<typeof disableAccount>): Promise<Account> {
    const { accountId } = call.input;
    return this.db.commit(call, async (tx) => {
      await this.seen(tx, accountId, call.scope);
      if (accountId === call.actor.id) throw fail(disableAccount, 'identity/own-account');
      const params: unknown[] = [accountId, this.clock.today()];
      const elsewhere = await tx.query(
        `select 1 as held from account_grant g where g.account_id = $1 and (g.valid_to is null or g.valid_to > $2)
           and not ${call.scope.within('g.node_id', params)} limit 1`,
        params,
      );
      if (elsewhere.length > 0) throw fail(disableAccount, 'identity/held-elsewhere');
      const account = await tx.manager.findOneByOrFail(AccountEntity, { id: accountId });
      tx.expectVersion(call, account);
      account.disable();
      await tx.update(account);
      await endOnBehalfOf(tx, account.id);
      tx.publish(accountChanged, { id: account.id, version: account.version, disabled: account.disabled });
      tx.about({ target: accountId, persons: account.personId ? [account.personId] : [] });
      return this.seen(tx, accountId, call.scope);
    });
  }

  /** An account as somebody with this scope sees it; absent for whoever manages none of its grants. */
  private async seen(tx: Tx, id: string, scope: Scope): Promise<Account> {
    const params: unknown[] = [id];
    const [account] = await accountsOf(
      tx,
      {
        accountSql: `a.id = $1 and exists (select 1 from account_grant g where g.account_id = a.id and ${scope.within('g.node_id', params)})`,
        grantSql: scope.within('g.node_id', params),
        today: this.clock.today(),
      },
      params,
    );
    if (!account) throw refuse('request/not-found');
    return account;
  }
}

/** What the idempotency row remembers of the input must be no quick way to try passwords. */
function withoutPassword(call: Call<typeof createAccount>): Call<typeof createAccount> {
  return { ...call, input: { ...call.input, password: undefined } };
}
