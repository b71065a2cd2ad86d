import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { Command } from '@vungmanh/contracts/operation';
import {
  approvePreparation,
  proposePreparation,
  renewPreparation,
  takeOutPreparation,
  type PreparationStanding,
} from '@vungmanh/contracts/training/preparation';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { namesSecret } from '@vungmanh/platform/names-secret';
import { fail, Problem, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { PreparationEntity } from './preparation.entity.js';

const standing = ({ id, version, state }: PreparationEntity): PreparationStanding => ({ id, version, state });
type Change = typeof approvePreparation | typeof renewPreparation | typeof takeOutPreparation;

/** Who comes into the list of people who are being prepared, stays in it and leaves it, each by a decision on paper. */
@Injectable()
export class PreparationService {
  constructor(private readonly db: Db) {}

  @Rpc(proposePreparation)
  async propose(call: Call<typeof proposePreparation>): Promise<PreparationStanding> {
    const { nodeId, personId, post, term, from: fromOn, to: toOn, proposedBy } = call.input;
    if (namesSecret(proposedBy)) throw fail(proposePreparation, 'training/preparation-secret');
    try {
      return await this.db.commit(call, async (tx) => {
        const bodyId = await bodyOf(tx, nodeId);
        if (bodyId === undefined) throw fail(proposePreparation, 'training/preparation-no-body');
        if (!(await belongs(tx, call))) throw fail(proposePreparation, 'training/person-outside');
        const about = { id: newId(tx.clock.millis()), nodeId, bodyId, personId, post, term, fromOn, toOn, proposedBy };
        const entry = PreparationEntity.propose(about, tx.clock.today());
        await tx.insert(entry);
        tx.about({ node: nodeId, target: entry.id });
        return standing(entry);
      });
    } catch (error) {
      throw broke(error, 'preparation_once') ? fail(proposePreparation, 'training/preparation-exists') : error;
    }
  }

  @Rpc(approvePreparation)
  approve(call: Call<typeof approvePreparation>): Promise<PreparationStanding> {
    return this.change(call, [call.input.decision], (entry, today) => entry.approve(call.input, today));
  }

  @Rpc(renewPreparation)
  renew(call: Call<typeof renewPreparation>): Promise<PreparationStanding> {
    return this.change(call, [call.input.decision], (entry, today) => entry.renew(call.input, today));
  }

  @Rpc(takeOutPreparation)
  takeOut(call: Call<typeof takeOutPreparation>): Promise<PreparationStanding> {
    return this.change(call, [call.input.decision, call.input.because], (entry, today) => entry.takeOut(call.input, today));
  }

  private async change<C extends Change>(
    call: Call<C>,
    written: readonly (string | undefined)[],
    act: (entry: PreparationEntity, today: string) => void,
  ): Promise<PreparationStanding> {
    if (written.some((line) => line !== undefined && namesSecret(line))) {
      const { kind, title } = approvePreparation.errors['training/preparation-secret'];
      throw new Problem(kind, 'training/preparation-secret', title);
    }
    return this.db.commit(call as Call<typeof approvePreparation>, async (tx) => {
      const entry = await locked(tx, call, call.input.preparationId);
      tx.expectVersion(call, entry);
      act(entry, tx.clock.today());
      await tx.update(entry);
      return standing(entry);
    });
  }
}

/** An entry of the caller's scope, locked. The audit row names the entry and nobody: it is for the mandate alone whom it is about. */
async function locked(tx: Tx, call: Call<Command>, preparationId: string): Promise<PreparationEntity> {
  const { sql, parameters } = call.scope.where('p.node_id');
  const entry = await tx.manager
    .createQueryBuilder(PreparationEntity, 'p')
    .setLock('pessimistic_write')
    .where('p.id = :preparationId', { preparationId })
    .andWhere(sql, parameters)
    .getOne();
  if (entry === null) throw refuse('request/not-found');
  tx.about({ node: entry.nodeId, target: entry.id });
  return entry;
}

/** The body in which the posts are: its committee, else the cell itself. */
async function bodyOf(tx: Tx, nodeId: string): Promise<string | undefined> {
  const [body] = await tx.query<{ id: string }>(`select id from body_view where node_id = $1 order by kind = 'COMMITTEE' desc, id limit 1`, [nodeId]);
  return body?.id;
}

/** Whether the person belongs to the organization or to one below it, within the scope. */
async function belongs(tx: Tx, { input: { nodeId, personId }, scope }: Call<typeof proposePreparation>): Promise<boolean> {
  const params: unknown[] = [nodeId, personId, tx.clock.today()];
  const insideSql = scope.within('e.node_id', params);
  const found = await tx.query(
    `select 1 from roster_line e join tree_now t on t.descendant = e.node_id and t.ancestor = $1
     where e.person_id = $2 and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date) and ${insideSql} limit 1`,
    params,
  );
  return found.length > 0;
}
