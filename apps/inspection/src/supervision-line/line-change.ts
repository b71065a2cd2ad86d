import { Injectable } from '@nestjs/common';
import type { SupervisionLineAct, SupervisionLineStanding } from '@vungmanh/contracts/inspection/supervision-line';
import type { Command } from '@vungmanh/contracts/operation';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { countStatement } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Broken, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import type { z } from 'zod';
import { recount } from '../member-supervision/draw-up.js';
import { SupervisionLineEntity, type Hand } from './supervision-line.entity.js';
import { managedSql, ownSql, seatedInSql, toldOwnSql } from './line-rows.js';
import { isLineActPossible } from './supervision-line.rules.js';

type LineCommand = Command & {
  readonly input: z.ZodType<{ supervisionLineId: string }>;
  readonly output: z.ZodType<SupervisionLineStanding>;
};
type Standing = Pick<SupervisionLineStanding, 'quarter' | 'state'> & { own: boolean; seated: boolean; managedAbove: boolean };

/** What an act is given to work with. */
export interface Acting extends Hand, Pick<Standing, 'quarter' | 'managedAbove'> {
  readonly tx: Tx;
}

/** One act on a member's line: found for who may do it, locked, changed by its verbs, counted. Who has nothing to do with it is told of none. */
@Injectable()
export class SupervisionLineChange {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
  ) {}

  apply<O extends LineCommand>(
    call: Call<O>,
    what: SupervisionLineAct,
    act: (line: SupervisionLineEntity, acting: Acting) => void | Promise<void>,
  ): Promise<SupervisionLineStanding> {
    const { supervisionLineId: lineId } = call.input;
    const by = call.actor.person ?? '';
    return this.db.commit<LineCommand>(call, async (tx) => {
      const today = tx.clock.today();
      const { quarter, state, managedAbove } = await this.admitted(tx, { lineId, by, today, what });
      countStatement();
      const line = await tx.manager.findOne(SupervisionLineEntity, { where: { id: lineId }, lock: { mode: 'pessimistic_write' } });
      if (!line) throw refuse('request/not-found');
      tx.expectVersion(call, line);
      tx.about({ node: line.nodeId, target: line.id, persons: [line.personId] });
      await act(line, { tx, quarter, managedAbove, sealer: this.sealer, by, today });
      await tx.update(line);
      await recount(tx, line.supervisionId);
      return { id: line.id, version: line.version, nodeId: line.nodeId, quarter, state };
    });
  }

  /** The quarter cannot be closed between this look and the end of the act. */
  private async admitted(tx: Tx, of: { lineId: string; by: string; today: string; what: SupervisionLineAct }): Promise<Standing> {
    const [standing] = await tx.query<Standing>(
      `select m.quarter, m.state, ${ownSql} as own, ${seatedInSql} as seated, exists (${managedSql}) as "managedAbove"
       from supervision_line l join member_supervision m on m.id = l.supervision_id
       where l.id = $3 and (${toldOwnSql} or ${seatedInSql}) for share of m`,
      [of.by, of.today, of.lineId],
    );
    if (!standing) throw refuse('request/not-found');
    if (of.what === 'answer' ? !standing.own : standing.own) {
      throw new Broken(of.what === 'answer' ? 'inspection/not-own-line' : 'inspection/own-line');
    }
    if (!isLineActPossible(of.what, standing.state)) throw new Broken('inspection/supervision-not-in-state');
    return standing;
  }
}
