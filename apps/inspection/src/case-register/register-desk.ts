import type { caseRegister, exportCaseRegister } from '@vungmanh/contracts/inspection/case-register';
import { inspectorLabel } from '@vungmanh/contracts/inspection/kind';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Injectable } from '@nestjs/common';
import { streamOfWorkbook, type SheetToWrite } from '@vungmanh/documents/workbook/write';
import { Clock } from '@vungmanh/platform/clock';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import type { Registered } from './register-rows.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type RegisterCall = Call<typeof caseRegister | typeof exportCaseRegister>;

/** Where a book goes: its trail and its file. */
@Injectable()
export class RegisterDesk {
  constructor(
    private readonly files: Files,
    private readonly trail: ReadTrail,
    private readonly clock: Clock,
  ) {}

  get today(): string {
    return this.clock.today();
  }

  /** Members who were disciplined see it; each case is on record by itself. */
  async record(call: RegisterCall, rows: readonly Registered[]): Promise<void> {
    const { nodeId: node } = call.input;
    const persons = [...new Set(rows.flatMap((row) => row.disciplined ?? []))];
    const cases = [...new Set(rows.flatMap((row) => (row.caseKind === null ? [] : [row.ownerId])))];
    await Promise.all([
      this.trail.recordRead(call, { persons, node }),
      ...cases.map((target) => this.trail.recordRead(call, { persons: [], node, target })),
    ]);
  }

  async file(call: Call<typeof exportCaseRegister>, sheets: SheetToWrite[]): Promise<OutputOf<typeof exportCaseRegister>> {
    const { actor, year } = call.input;
    const { fileId } = await this.files.put(streamOfWorkbook(sheets), { by: 'service:inspection', type: XLSX });
    return { fileId, name: `Sổ theo dõi kiểm tra, giám sát, kỷ luật năm ${year}, ${inspectorLabel[actor]}.xlsx`, type: XLSX };
  }
}
