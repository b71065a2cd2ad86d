import { Injectable } from '@nestjs/common';
import { ruleChanged, ruleSnapshot, type RuleRow } from '@vungmanh/contracts/organization/rule-override';
import { placeNewer, type CopyTable } from '../db/place-newer.js';
import type { Tx } from '../db/tx.js';
import { Project } from '../events/project.js';

const rules: CopyTable = {
  tableSql: 'rule_view',
  keyColumn: 'id',
  columns: {
    id: 'uuid',
    version: 'integer',
    node_id: 'uuid',
    key: 'text',
    value: 'jsonb',
    valid_from: 'date',
    valid_to: 'date',
    source: 'text',
  },
};

/** Writes rows of a higher version into a service's copy of the values that the province set. */
export async function placeRules(tx: Tx, rows: readonly RuleRow[]): Promise<void> {
  await placeNewer(
    tx,
    rules,
    rows.map(({ nodeId, validFrom, validTo, ...row }) => ({ ...row, node_id: nodeId, valid_from: validFrom, valid_to: validTo })),
  );
}

/** This service's copy of the values that the province set for rules. */
@Injectable()
export class RuleProjection {
  @Project({ name: 'rule', event: ruleChanged, snapshot: ruleSnapshot, empty: ['delete from rule_view'] })
  async apply(rows: RuleRow[], tx: Tx): Promise<void> {
    await placeRules(tx, rows);
  }
}
