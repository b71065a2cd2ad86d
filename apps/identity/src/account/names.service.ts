import { Injectable } from '@nestjs/common';
import { accountNames } from '@vungmanh/contracts/audit';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';

/** Whose account an id is, for other services' pages. */
@Injectable()
export class NamesService {
  constructor(private readonly db: Db) {}

  @Rpc(accountNames)
  async names({ input }: Call<typeof accountNames>): Promise<OutputOf<typeof accountNames>> {
    return { items: await this.db.query('select id, display_name as "displayName" from account where id = any($1::uuid[])', [input.ids]) };
  }
}
