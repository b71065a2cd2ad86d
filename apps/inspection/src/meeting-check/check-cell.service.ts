import { Injectable } from '@nestjs/common';
import { addCheckFinding, type CheckCellLine, dropCheckFinding, recordCheckCell, replaceSample } from '@vungmanh/contracts/inspection/check-cell';
import { newId } from '@vungmanh/contracts/new-id';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { countStatement } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { IsNull } from 'typeorm';
import type { CheckCellEntity } from './check-cell.entity.js';
import { CheckFindingEntity } from './check-finding.entity.js';
import { cellLine } from './cell-line.js';
import { lockCell } from './find-check.js';

type Writing = typeof recordCheckCell | typeof replaceSample | typeof addCheckFinding | typeof dropCheckFinding;

/** What the team writes about a cell. Every answer is counts: the text is read from the sheet, and stored nowhere else. */
@Injectable()
export class CheckCellService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  @Rpc(recordCheckCell)
  record(call: Call<typeof recordCheckCell>): Promise<CheckCellLine> {
    return this.apply(call, async (_tx, cell) => cell.write(this.sealer, call.input.record, this.now()));
  }

  @Rpc(replaceSample)
  replace(call: Call<typeof replaceSample>): Promise<CheckCellLine> {
    const { sampleId, insteadId, because } = call.input;
    return this.apply(call, async (_tx, cell) => cell.replaceSample(sampleId, insteadId, because));
  }

  @Rpc(addCheckFinding)
  addFinding(call: Call<typeof addCheckFinding>): Promise<CheckCellLine> {
    return this.apply(call, async (tx) => {
      await tx.insert(CheckFindingEntity.found(this.sealer, { id: newId(this.clock.millis()), ...call.input }, this.now()));
    });
  }

  /** Before the conclusion a slip of the pen is taken back; afterwards nothing is. */
  @Rpc(dropCheckFinding)
  dropFinding(call: Call<typeof dropCheckFinding>): Promise<CheckCellLine> {
    const { checkId, nodeId, findingId } = call.input;
    return this.apply(call, async (tx) => {
      countStatement();
      const finding = await tx.manager.findOneBy(CheckFindingEntity, { id: findingId, checkId, nodeId, droppedAt: IsNull() });
      if (!finding) throw refuse('request/not-found');
      finding.drop(this.clock.now());
      await tx.update(finding);
    });
  }

  private apply(call: Call<Writing>, act: (tx: Tx, cell: CheckCellEntity) => Promise<void>): Promise<CheckCellLine> {
    return this.db.commit(call, async (tx) => {
      const cell = await lockCell(tx, call, call.input);
      tx.expectVersion(call, cell);
      tx.about({ node: cell.nodeId, target: cell.id });
      await act(tx, cell);
      await tx.update(cell);
      return cellLine(tx, cell.id);
    });
  }

  private now(): { at: string; today: string } {
    return { at: this.clock.now(), today: this.clock.today() };
  }
}
