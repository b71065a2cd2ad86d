import { Injectable, Module } from '@nestjs/common';
import { type Account, authenticate, createAccount, disableAccount, enter, listAccounts, profile } from '@vungmanh/contracts/identity/account';
import { checkCode } from '@vungmanh/contracts/identity/second-factor';
import { listRoles } from '@vungmanh/contracts/identity/role';
import type { Download } from '@vungmanh/contracts/gateway/upload';
import { overviewBelow } from '@vungmanh/contracts/meetings/overview';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { downloadExport } from '@vungmanh/contracts/organization/export';
import { Db } from '@vungmanh/platform/db/db';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Stored } from '@vungmanh/platform/rpc/stored';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export const officer = { id: '01900000-0000-7000-8000-000000000001', username: 'canbo', password: 'mật khẩu đúng' };
/** Signed in and granted nothing. */
export const nobody = { id: '01900000-0000-7000-8000-000000000002', username: 'khach', password: 'mật khẩu đúng' };
export const rightCode = '123456';
export const overview = { month: '2026-02', quarter: '2026-Q1', items: [] };

const account = (id: string, version = 1): Account => ({
  id,
  username: id === officer.id ? officer.username : nobody.username,
  displayName: 'Người dùng thử',
  disabled: false,
  grants: [],
  version,
});

/**
 * What stands behind the gateway under test: a real service on the real platform that answers a few operations of several
 * services in the simplest way. What those services really do is proved by their own specs and by the journeys.
 */
@Injectable()
export class Behind {
  executed = 0;
  asked: unknown;
  file: Download = { fileId: '', name: '', type: '' };
  private readonly versions = new Map<string, number>();

  constructor(private readonly db: Db) {}

  @Rpc(authenticate)
  async authenticate({ input }: Call<typeof authenticate>): Promise<OutputOf<typeof authenticate>> {
    const known = [officer, nobody].find((a) => a.username === input.username && a.password === input.password);
    if (input.username === 'voi') throw fail(authenticate, 'identity/sign-in-too-often');
    if (input.interaction === '') throw fail(authenticate, 'identity/sign-in-over');
    if (!known) throw fail(authenticate, 'identity/sign-in-refused');
    this.asked = input;
    return { next: 'DONE', to: `/oidc/auth/${input.interaction}` };
  }

  @Rpc(checkCode)
  async check({ input }: Call<typeof checkCode>): Promise<OutputOf<typeof checkCode>> {
    this.asked = input;
    if (input.code !== rightCode) throw fail(checkCode, 'identity/code-wrong');
    return { way: 'TOTP' };
  }

  @Rpc(enter)
  async enter({ input }: Call<typeof enter>): Promise<OutputOf<typeof enter>> {
    const known = input.issuer === 'OTHER' ? [officer, nobody].find((a) => a.username === input.subject) : undefined;
    if (!known) throw fail(enter, 'identity/sign-in-refused');
    return { accountId: known.id };
  }

  @Rpc(profile)
  async profile({ input }: Call<typeof profile>): Promise<Account> {
    return account(input.accountId);
  }

  @Rpc(listRoles)
  async roles(): Promise<OutputOf<typeof listRoles>> {
    return { items: [{ code: 'MEMBER', label: 'Đảng viên', permissions: [], handsOn: [], fourEyes: false, version: 1 }] };
  }

  @Rpc(listAccounts)
  async accounts({ input, scope }: Call<typeof listAccounts>): Promise<OutputOf<typeof listAccounts>> {
    scope.within('x', []);
    this.asked = input;
    return { items: [] };
  }

  @Rpc(createAccount)
  async create(call: Call<typeof createAccount>): Promise<Account> {
    return this.db.commit(call, async () => {
      this.executed += 1;
      return account(randomUUID());
    });
  }

  @Rpc(disableAccount)
  async disable({ input, scope, ifMatch }: Call<typeof disableAccount>): Promise<Account> {
    scope.within('x', []);
    const version = this.versions.get(input.accountId) ?? 1;
    if (ifMatch !== version) throw refuse('request/stale');
    this.versions.set(input.accountId, version + 1);
    return account(input.accountId, version + 1);
  }

  @Rpc(overviewBelow)
  async overview({ scope }: Call<typeof overviewBelow>): Promise<Stored> {
    scope.within('x', []);
    return new Stored(gzipSync(JSON.stringify(overview)), 'state-7');
  }

  @Rpc(downloadExport)
  async download({ scope }: Call<typeof downloadExport>): Promise<Download> {
    scope.within('x', []);
    return this.file;
  }

  /** Lets the officer do everything at one organization. */
  async grant(nodeId: string): Promise<void> {
    await this.db.write('insert into tree_now (ancestor, descendant, depth) values ($1, $1, 0)', [nodeId]);
    await this.db.write(
      `insert into grant_view (grant_id, version, account_id, node_id, below, permissions, valid_from)
       values (uuidv7(), 1, $1, $2, true, $3, '2020-01-01')`,
      [officer.id, nodeId, ['identity:manage-grants', 'meetings:overview', 'organization:export']],
    );
  }
}

@Module({ providers: [Behind] })
class BehindModule {}

export const behind: ServiceDefinition = { name: 'identity', module: BehindModule, entities: [], migrations: [] };
