import { Injectable } from '@nestjs/common';
import {
  changeEditorFactorRule,
  editorFactorRule,
  type EditorFactor,
  factorChanged,
  printCodeCard,
  resetSecondFactor,
} from '@vungmanh/contracts/identity/second-factor';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { done } from '@vungmanh/contracts/types';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { managed } from '../account/managed-account.js';
import { reaches } from '../role/stored-role.js';
import { Factors } from './factors.js';
import { cardSuffices } from './need.rules.js';
import { codesOf, placeCodes } from './numbered-codes.js';

/** What officers do about the second factors of others, never about their own. */
@Injectable()
export class FactorOfficerService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly factors: Factors,
  ) {}

  @Rpc(printCodeCard)
  async print(call: Call<typeof printCodeCard>): Promise<OutputOf<typeof printCodeCard>> {
    const { accountId } = call.input;
    // Made from the command's key: an answer that was lost is answered again and stored nowhere.
    const codes = codesOf(this.sealer, 'CARD', `${accountId}:${call.actor.id}:${call.key ?? ''}`);
    await this.db.commit(call, async (tx) => {
      const account = await managed(tx, call);
      if (account.refused) throw fail(printCodeCard, account.refused);
      const { need, ruled } = await this.factors.of(accountId);
      if (!cardSuffices(need, ruled)) throw fail(printCodeCard, 'identity/card-not-enough');
      await placeCodes(tx, this.sealer, 'CARD', { accountId, codes });
      return { codes: [] };
    });
    return { codes };
  }

  @Rpc(resetSecondFactor)
  async reset(call: Call<typeof resetSecondFactor>): Promise<OutputOf<typeof resetSecondFactor>> {
    const { accountId } = call.input;
    return this.db.commit(call, async (tx) => {
      const account = await managed(tx, call);
      if (account.refused) throw fail(resetSecondFactor, account.refused);
      await tx.query('delete from totp_factor where account_id = $1', [accountId]);
      await tx.query('delete from one_time_code where account_id = $1', [accountId]);
      tx.publish(factorChanged, { id: accountId, version: account.version, ends: 'ALL' });
      return done;
    });
  }

  @Rpc(editorFactorRule)
  async rule(call: Call<typeof editorFactorRule>): Promise<OutputOf<typeof editorFactorRule>> {
    // It holds no data of an organization: whoever gives rights anywhere may know it.
    call.scope.used = true;
    return this.db.transaction(call.trace, ruleOf);
  }

  @Rpc(changeEditorFactorRule)
  async changeRule(call: Call<typeof changeEditorFactorRule>): Promise<OutputOf<typeof changeEditorFactorRule>> {
    return this.db.commit(call, async (tx) => {
      if (!(await reaches(tx, call.scope))) throw fail(changeEditorFactorRule, 'identity/not-whole');
      await tx.query('update second_factor_rule set editors = $1', [call.input.editors]);
      return ruleOf(tx);
    });
  }
}

async function ruleOf(tx: Tx): Promise<{ editors: EditorFactor }> {
  const [row] = await tx.query<{ editors: EditorFactor }>('select editors from second_factor_rule');
  if (!row) throw new Error('There is no rule about second factors');
  return row;
}
