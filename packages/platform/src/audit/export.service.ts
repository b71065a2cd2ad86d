import { Injectable, type Type } from '@nestjs/common';
import { auditExports, auditKindLabel, MOST_AUDIT_LINES, type AuditedService, type AuditLine } from '@vungmanh/contracts/audit';
import type { Download } from '@vungmanh/contracts/gateway/upload';
import { Db } from '../db/db.js';
import { ReadTrail } from '../db/read-trail.js';
import { Files } from '../files.js';
import { fail } from '../problem.js';
import type { Call } from '../rpc/call.js';
import { Rpc } from '../rpc/rpc.js';
import type { DrawWorkbook } from '../service.js';
import { AccountNames } from './account-names.js';
import { lineOf, readAudit } from './audit-query.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What one question after names may ask. */
const NAMES = 200;

const columns = [
  { header: 'Thời điểm (giờ Việt Nam)', width: 22 },
  { header: 'Việc', width: 40 },
  { header: 'Loại', width: 12 },
  { header: 'Người thực hiện', width: 30 },
  { header: 'Làm thay', width: 30 },
  { header: 'Tổ chức', width: 40 },
  { header: 'Số người liên quan', width: 12 },
  { header: 'Mã người liên quan', width: 38 },
  { header: 'Mã dòng', width: 38 },
].map((c) => ({ ...c, kind: 'text' as const }));

/** The provider with which a service gives its audit out as a workbook; the one who takes it is on record before it leaves. */
export function auditExportOperation(service: AuditedService, draw: DrawWorkbook): Type {
  const contract = auditExports[service];

  @Injectable()
  class AuditExportOperation {
    constructor(
      private readonly db: Db,
      private readonly files: Files,
      private readonly trail: ReadTrail,
      private readonly names: AccountNames,
    ) {}

    @Rpc(contract)
    async export(call: Call<typeof contract>): Promise<Download> {
      const { nodeId, personId } = call.input;
      const rows = await readAudit(this.db, call, { limit: MOST_AUDIT_LINES + 1 });
      if (rows.length > MOST_AUDIT_LINES) throw fail(contract, 'audit/too-long');
      const names = await this.namesOf([...new Set(rows.flatMap((r) => [r.actorId, r.onBehalfOf ?? '']))], call.trace);
      const lines = rows.map((row) => cellsOf(lineOf(row, names), names));
      const { fileId } = await this.files.put(draw([{ name: 'Nhật ký truy cập', columns, rows: lines }]), { by: `service:${service}`, type: XLSX });
      await this.trail.recordRead(call, { persons: personId === undefined ? [] : [personId], node: nodeId });
      return { fileId, name: 'Nhật ký truy cập.xlsx', type: XLSX };
    }

    private async namesOf(accounts: readonly string[], trace: string): Promise<ReadonlyMap<string, string>> {
      const names = new Map<string, string>();
      for (let i = 0; i < accounts.length; i += NAMES) {
        for (const [id, name] of await this.names.of(accounts.slice(i, i + NAMES), trace)) names.set(id, name);
      }
      return names;
    }
  }
  return AuditExportOperation;
}

function cellsOf(line: AuditLine, names: ReadonlyMap<string, string>): string[] {
  const { id, at, act, kind, actorId, actorName, onBehalfOf, nodeName, persons } = line;
  const who = actorName ?? (actorId.startsWith('service:') ? 'Phần mềm' : actorId);
  const instead = onBehalfOf === undefined ? '' : (names.get(onBehalfOf) ?? onBehalfOf);
  const when = new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  return [when, act, auditKindLabel[kind], who, instead, nodeName ?? '', String(persons.length), persons.length === 1 ? (persons[0] ?? '') : '', id];
}
