import { Injectable, type Type } from '@nestjs/common';
import { auditPages, type AuditedService, type AuditLine } from '@vungmanh/contracts/audit';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '../db/db.js';
import { pageOf, readCursor } from '../db/page.js';
import { ReadTrail } from '../db/read-trail.js';
import type { Call } from '../rpc/call.js';
import { Rpc } from '../rpc/rpc.js';
import { AccountNames } from './account-names.js';
import { lineOf, readAudit } from './audit-query.js';

/** The provider with which a service shows its audit to the auditors of its organizations. Their reading is on record too. */
export function auditOperation(service: AuditedService): Type {
  const contract = auditPages[service];

  @Injectable()
  class AuditOperation {
    constructor(
      private readonly db: Db,
      private readonly trail: ReadTrail,
      private readonly names: AccountNames,
    ) {}

    @Rpc(contract)
    async page(call: Call<typeof contract>): Promise<Page<AuditLine>> {
      const { nodeId, personId, cursor, limit } = call.input;
      const { items, ...rest } = pageOf(await readAudit(this.db, call, { after: readCursor(cursor, 1)?.[0], limit: limit + 1 }), limit, (r) => [
        r.id,
      ]);
      const names = await this.names.of(
        items.flatMap((r) => [r.actorId, r.onBehalfOf ?? '']),
        call.trace,
      );
      await this.trail.recordRead(call, { persons: personId === undefined ? [] : [personId], node: nodeId });
      return { items: items.map((row) => lineOf(row, names)), ...rest };
    }
  }
  return AuditOperation;
}
