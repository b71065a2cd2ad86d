import { Injectable } from '@nestjs/common';
import { listRoles, type Role } from '@vungmanh/contracts/identity/role';
import { Db } from '@vungmanh/platform/db/db';
import { Rpc } from '@vungmanh/platform/rpc/rpc';

@Injectable()
export class RoleService {
  constructor(private readonly db: Db) {}

  @Rpc(listRoles)
  async list(): Promise<{ items: Role[] }> {
    return {
      items: await this.db.query<Role>(
        `select code, label, permissions, hands_on as "handsOn", four_eyes as "fourEyes", version from role
         where not temporary order by position`,
      ),
    };
  }
}
