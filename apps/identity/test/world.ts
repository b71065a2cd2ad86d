import { systemDb } from '@vungmanh/testing/system-db';
import type { SentOf } from '@vungmanh/contracts/operation';
import { createAccount } from '@vungmanh/contracts/identity/account';
import { Db } from '@vungmanh/platform/db/db';
import type { Permission } from '@vungmanh/contracts/permission';
import { Grants } from '@vungmanh/platform/scope/grants';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { cellNode, committeeNode } from '@vungmanh/testing/given';
import type { Person } from '@vungmanh/testing/person';
import { World } from '@vungmanh/testing/world';
import { Passwords } from '../src/account/passwords.js';
import { applyBootstrap, Bootstrap } from '../src/bootstrap-accounts.js';
import { identity } from '../src/service.js';

export const province = committeeNode('Đảng bộ tỉnh');
export const commune = committeeNode('Đảng bộ xã', province);
export const cell = cellNode('Chi bộ bản', commune);
export const otherCell = cellNode('Chi bộ bản bên', commune);
export const elsewhere = committeeNode('Đảng bộ xã khác', province);

const password = 'mật khẩu đủ dài';

/** A province with one commune and two cells, and accounts by their names. */
export class Province {
  private readonly ids = new Map<string, string>();

  private constructor(
    readonly world: World,
    readonly db: Db,
  ) {}

  static async start(now = '2026-03-02T02:00:00Z'): Promise<Province> {
    const world = await World.start(identity, { nodes: [province, commune, cell, otherCell, elsewhere], now });
    return new Province(world, systemDb(world.service));
  }

  /** Opens an account as an installation begins with it. */
  async begin(username: string, ...grants: Bootstrap['accounts'][number]['grants']): Promise<Person> {
    const file = Bootstrap.parse({ demo: true, accounts: [{ username, password, displayName: `Đồng chí ${username}`, grants }] });
    await applyBootstrap(file, { db: this.db, clock: this.world.clock, passwords: new Passwords() });
    const [row] = await this.db.query<{ id: string }>('select id from account where username = $1', [username]);
    this.ids.set(username, row?.id ?? '');
    return this.world.person(row?.id ?? '');
  }

  /** Has somebody open an account with one role. */
  async open(by: Person, username: string, grant: Pick<SentOf<typeof createAccount>, 'roleCode' | 'nodeId'> & { below?: boolean }): Promise<Person> {
    const { id } = await by.do(createAccount, { username, password, displayName: `Đồng chí ${username}`, below: false, ...grant });
    this.ids.set(username, id);
    return this.world.person(id);
  }

  idOf(username: string): string {
    return this.ids.get(username) ?? '';
  }

  /** What a service sees of an account's rights at this moment. */
  async rights(username: string): Promise<{ node_id: string; permissions: string[] }[]> {
    return this.db.query('select node_id, permissions from grant_view where account_id = $1 and valid_to is null', [this.idOf(username)]);
  }

  /** The scope with which the guard would let somebody go on. */
  async scopeOf(person: Person, permission: Permission, nodeId: string): Promise<Scope> {
    const grants = this.world.service.app.get(Grants);
    const scope = await grants.scope(person.actor, permission);
    if (!(await grants.covers(scope, nodeId))) throw new Error('The guard would refuse this');
    return scope;
  }

  /** Until what was remembered of grants is forgotten. */
  async wait(): Promise<void> {
    this.world.clock.set(new Date(this.world.clock.millis() + 2100).toISOString());
  }
}
