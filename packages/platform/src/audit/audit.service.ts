import { Injectable, type Type } from '@nestjs/common';
import {
  auditOfIdentity,
  auditOfMeetings,
  auditOfMembership,
  auditOfOrganization,
  type AuditedService,
  type AuditLine,
} from '@vungmanh/contracts/audit';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '../db/db.js';
import { pageOf, readCursor } from '../db/page.js';
import { present } from '../db/present.js';
import { ReadTrail } from '../db/read-trail.js';
import type { Call } from '../rpc/call.js';
import { Rpc } from '../rpc/rpc.js';
import { AccountNames } from './account-names.js';
import { PAGE_COLUMNS, toldOf, type AuditPageRow } from './audit-rows.js';

const contracts = {
  identity: auditOfIdentity,
  organization: auditOfOrganization,
  membership: auditOfMembership,
  meetings: auditOfMeetings,
} as const;

/** The provider with which a service shows its audit to the auditors of its organizations. Their reading is on record too. */
export function auditOperation(service: AuditedService): Type {
  const contract = contracts[service];

  @Injectable()
  class AuditOperation {
    constructor(
      private readonly db: Db,
      private readonly trail: ReadTrail,
      private readonly names: AccountNames,
    ) {}

    @Rpc(contract)
    async page(call: Call<typeof contract>): Promise<Page<AuditLine>> {
      const { nodeId, personId, limit } = call.input;
      const { items, ...rest } = pageOf(await this.rows(call), limit, (r) => [r.id]);
      const names = await this.names.of(
        items.flatMap((r) => [r.actorId, r.onBehalfOf ?? '']),
        call.trace,
      );
      await this.trail.recordRead(call, { persons: personId === undefined ? [] : [personId], node: nodeId });
      return { items: items.map((row) => lineOf(row, names)), ...rest };
    }

    private rows({ input, scope }: Call<typeof contract>): Promise<AuditPageRow[]> {
      const { nodeId, from, to, actorId, operation, personId, cursor, limit } = input;
      const params: unknown[] = [nodeId];
      const p = (value: unknown): string => `$${params.push(value)}`;
      const { conditionSql: belowSql } = scope.below('a.node_id', '$1', params);
      // What happened in no organization is the province's: shown to who may read all that stands below its root.
      const nowhereSql = `a.node_id is null and ${scope.withinBelow('$1', params)} and exists (select from node_view r where r.id = $1 and r.parent_id is null)`;
      const conditions = [
        `(${belowSql} or ${nowhereSql})`,
        ...(from === undefined ? [] : [`a.at >= ${p(from)}::timestamptz`]),
        ...(to === undefined ? [] : [`a.at < ${p(to)}::timestamptz`]),
        ...(actorId === undefined ? [] : [`(a.actor_id = ${p(actorId)} or a.on_behalf_of = ${p(actorId)})`]),
        ...(operation === undefined ? [] : [`a.operation = ${p(operation)}`]),
        ...(personId === undefined ? [] : [`a.persons @> array[${p(personId)}::uuid]`]),
      ];
      const after = readCursor(cursor, 1);
      if (after) conditions.push(`a.id < ${p(after[0])}::uuid`);
      return this.db.query<AuditPageRow>(
        `select ${PAGE_COLUMNS} from audit a left join node_view n on n.id = a.node_id
         where ${conditions.join(' and ')} order by a.id desc limit ${p(limit + 1)}`,
        params,
      );
    }
  }
  return AuditOperation;
}

function lineOf(row: AuditPageRow, names: ReadonlyMap<string, string>): AuditLine {
  const actorName = names.get(row.actorId);
  return { ...present(row), ...toldOf(row.operation), ...(actorName === undefined ? {} : { actorName }) };
}
