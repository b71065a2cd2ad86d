import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import {
  listRuleOverrides,
  ruleChanged,
  ruleSnapshot,
  setRuleOverride,
  withdrawRuleOverride,
  type RuleOverride,
} from '@vungmanh/contracts/organization/rule-override';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { placeRules } from '@vungmanh/platform/scope/rule.projection';
import { In, MoreThan } from 'typeorm';
import { RuleOverrideEntity } from './rule-override.entity.js';
import { expectSettable } from './rule-override.rules.js';

/** The values that the province sets for rules within what the register leaves to it. */
@Injectable()
export class RuleOverrideService {
  constructor(private readonly db: Db) {}

  @Rpc(setRuleOverride)
  async set(call: Call<typeof setRuleOverride>): Promise<RuleOverride> {
    const { nodeId, key, value, validFrom, document, reason } = call.input;
    try {
      return await this.db.commit(call, async (tx) => {
        const [node] = await tx.query<{ top: boolean }>('select n.parent_id is null as top from node_view n where n.id = $1', [nodeId]);
        if (!node?.top) throw fail(setRuleOverride, 'organization/not-the-province');
        expectSettable({ nodeId, key, value, validFrom, document }, tx.clock.today());
        await this.makeRoom(tx, { nodeId, key, validFrom });
        const made = Object.assign(new RuleOverrideEntity(), {
          id: newId(tx.clock.millis()),
          version: 1,
          nodeId,
          key,
          value,
          validFrom,
          validTo: null,
          documentNumber: document.number,
          documentDate: document.date,
          reason,
          setAt: tx.clock.now(),
          withdrawnAt: null,
          withdrawnReason: null,
        });
        await tx.insert(made);
        tx.about({ node: nodeId, target: made.id });
        await tell(tx, made);
        return made.shown;
      });
    } catch (error) {
      throw broke(error, 'rule_override_period') ? fail(setRuleOverride, 'organization/rule-not-after') : error;
    }
  }

  @Rpc(withdrawRuleOverride)
  withdraw(call: Call<typeof withdrawRuleOverride>): Promise<RuleOverride> {
    const { ruleId, on, reason } = call.input;
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [ruleId];
      const found = await tx.query(`select from rule_override r where r.id = $1 and ${call.scope.within('r.node_id', params)}`, params);
      const rule = await tx.manager.findOneBy(RuleOverrideEntity, { id: ruleId });
      if (!rule || found.length === 0) throw refuse('request/not-found');
      tx.expectVersion(call, rule);
      rule.withdraw(on, reason, tx.clock.now());
      await tx.update(rule);
      tx.about({ node: rule.nodeId, target: rule.id });
      await tell(tx, rule);
      return rule.shown;
    });
  }

  @Rpc(listRuleOverrides)
  async list(): Promise<OutputOf<typeof listRuleOverrides>> {
    const found = await this.db.load((manager) => manager.find(RuleOverrideEntity, { order: { validFrom: 'DESC', id: 'DESC' } }));
    const [province] = await this.db.query<{ id: string }>('select id from node_view where parent_id is null');
    return { items: found.map((one) => one.shown), ...(province ? { provinceId: province.id } : {}) };
  }

  @Rpc(ruleSnapshot)
  async snapshot({ input }: Call<typeof ruleSnapshot>): Promise<OutputOf<typeof ruleSnapshot>> {
    const [after] = readCursor(input.cursor, 1) ?? [];
    const found = await this.db.load((manager) =>
      manager.find(RuleOverrideEntity, {
        where: input.ids ? { id: In(input.ids) } : after === undefined ? {} : { id: MoreThan(after) },
        order: { id: 'ASC' },
        take: input.limit + 1,
      }),
    );
    const { items, ...rest } = pageOf(found, input.limit, (one) => [one.id]);
    return { items: items.map((one) => one.row), ...rest };
  }

  /** The value that stands ends where the new one begins; one that begins on that day or later is not passed over. */
  private async makeRoom(tx: Tx, { nodeId, key, validFrom }: { nodeId: string; key: string; validFrom: string }): Promise<void> {
    const all = await tx.manager.find(RuleOverrideEntity, { where: { nodeId, key } });
    const counted = all.filter((one) => one.validTo === null || one.validTo > one.validFrom);
    if (counted.some((one) => one.validFrom >= validFrom)) throw fail(setRuleOverride, 'organization/rule-not-after');
    const standing = counted.find((one) => one.validTo === null || one.validTo > validFrom);
    if (!standing) return;
    standing.giveWay(validFrom);
    await tx.update(standing);
    await tell(tx, standing);
  }
}

/** This service reads by the same copy as the others; its own is written at once. */
async function tell(tx: Tx, rule: RuleOverrideEntity): Promise<void> {
  await placeRules(tx, [rule.row]);
  tx.publish(ruleChanged, { id: rule.id, version: rule.version });
}
