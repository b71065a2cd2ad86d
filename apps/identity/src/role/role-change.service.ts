import { Injectable } from '@nestjs/common';
import { approveRole, changeRole, createRole, type ManagedRole, managedRoles, rejectRole } from '@vungmanh/contracts/identity/role-change';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { holdingsOf } from '../grant/giver.js';
import { managedSql, wholeSql } from './managed.js';
import { added, isWider, notHeld } from './role.rules.js';
import { type Content, drop, lock, propose, put, reaches, rootsOf } from './stored-role.js';

type Changing = Call<typeof createRole> | Call<typeof changeRole> | Call<typeof approveRole> | Call<typeof rejectRole>;

/** Roles are data: named and cut here. Narrower counts at once, wider when a second person has approved it. */
@Injectable()
export class RoleChangeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(managedRoles)
  async list(call: Call<typeof managedRoles>): Promise<{ items: ManagedRole[] }> {
    const params: unknown[] = [this.clock.today()];
    const rows = await this.db.query<{ role: ManagedRole }>(
      `${managedSql} where not r.temporary and ${wholeSql(call.scope, params)} order by r.position, r.code`,
      params,
    );
    return { items: rows.map((r) => r.role) };
  }

  @Rpc(createRole)
  async create(call: Call<typeof createRole>): Promise<ManagedRole> {
    const { code, ...content } = call.input;
    return this.db.commit(call, async (tx) => {
      if (!(await reaches(tx, call.scope))) throw fail(createRole, 'identity/not-whole');
      if (await this.lacks(tx, call, [...content.permissions, ...content.handsOn])) throw fail(createRole, 'identity/permission-not-held');
      const made = await tx.query<{ id: string }>(
        `insert into role (code, version, label, permissions, hands_on, four_eyes, position)
         select $1, 1, $2, '{}', '{}', $3, coalesce(max(position), 0) + 1 from role on conflict do nothing returning id`,
        [code, content.label, content.fourEyes],
      );
      if (!made[0]) throw fail(createRole, 'identity/role-exists');
      await propose(tx, code, content, call.actor.id);
      tx.about({ target: made[0].id });
      return this.shown(tx, code);
    });
  }

  @Rpc(changeRole)
  async change(call: Call<typeof changeRole>): Promise<ManagedRole> {
    const { code, ...content } = call.input;
    return this.db.commit(call, async (tx) => {
      if (!(await reaches(tx, call.scope))) throw fail(changeRole, 'identity/not-whole');
      const before = await lock(tx, call);
      if (await this.lacks(tx, call, added(before, content))) throw fail(changeRole, 'identity/permission-not-held');
      if (isWider(before, content)) await propose(tx, code, content, call.actor.id);
      else if (!(await put(tx, code, content))) throw fail(changeRole, 'identity/nobody-left');
      tx.about({ target: before.id });
      return this.shown(tx, code);
    });
  }

  @Rpc(approveRole)
  async approve(call: Call<typeof approveRole>): Promise<ManagedRole> {
    const { code } = call.input;
    return this.db.commit(call, async (tx) => {
      if (!(await reaches(tx, call.scope))) throw fail(approveRole, 'identity/not-whole');
      const before = await lock(tx, call);
      if (!before.pending) throw fail(approveRole, 'identity/nothing-pending');
      if (before.pendingBy === call.actor.id) throw fail(approveRole, 'identity/same-person');
      if (await this.lacks(tx, call, added(before, before.pending))) throw fail(approveRole, 'identity/permission-not-held');
      if (!(await put(tx, code, before.pending))) throw fail(approveRole, 'identity/nobody-left');
      tx.about({ target: before.id });
      return this.shown(tx, code);
    });
  }

  @Rpc(rejectRole)
  async reject(call: Call<typeof rejectRole>): Promise<ManagedRole> {
    return this.db.commit(call, async (tx) => {
      if (!(await reaches(tx, call.scope))) throw fail(rejectRole, 'identity/not-whole');
      const before = await lock(tx, call);
      if (!before.pending) throw fail(rejectRole, 'identity/nothing-pending');
      await drop(tx, before.code);
      tx.about({ target: before.id });
      return this.shown(tx, before.code);
    });
  }

  private async lacks(tx: Parameters<typeof lock>[0], { actor }: Changing, wanted: Content['permissions']): Promise<boolean> {
    return notHeld(wanted, await holdingsOf(tx, actor, this.clock.today()), await rootsOf(tx)).length > 0;
  }

  private async shown(tx: Parameters<typeof lock>[0], code: string): Promise<ManagedRole> {
    const [row] = await tx.query<{ role: ManagedRole }>(`${managedSql} where r.code = $2`, [this.clock.today(), code]);
    if (!row) throw new Error(`Role ${code} is not there`);
    return row.role;
  }
}
