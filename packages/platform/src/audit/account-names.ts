import { Injectable } from '@nestjs/common';
import { accountNames } from '@vungmanh/contracts/audit';
import { Id } from '@vungmanh/contracts/types';
import { Log } from '../log.js';
import { RpcClient } from '../rpc/client.js';

/** Names of accounts, asked from identity for a page at a time. */
@Injectable()
export class AccountNames {
  constructor(
    private readonly rpc: RpcClient,
    private readonly log: Log,
  ) {}

  /** By id. Empty while identity does not answer: who did something is shown by id then, and nothing is held back. */
  async of(ids: readonly string[], trace: string): Promise<ReadonlyMap<string, string>> {
    // A service that acts in its own name has no account.
    const accounts = [...new Set(ids)].filter((id) => Id.safeParse(id).success);
    if (accounts.length === 0) return new Map();
    try {
      const { items } = await this.rpc.call(accountNames, { ids: accounts }, { trace });
      return new Map(items.map(({ id, displayName }) => [id, displayName]));
    } catch (error) {
      this.log.warn('names of accounts are not to be had', { trace, reason: error instanceof Error ? error.message : 'failed' });
      return new Map();
    }
  }
}
