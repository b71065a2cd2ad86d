import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { bodyChanged } from '@vungmanh/contracts/organization/body';
import { assignFollower, endFollower, followedCells, type Follower } from '@vungmanh/contracts/organization/follower';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { FollowerEntity } from './follower.entity.js';
import { followedCellsOf, followersById } from './follower.queries.js';

/** Which superior committee member follows which cell. */
@Injectable()
export class FollowerService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(assignFollower)
  async assign(call: Call<typeof assignFollower>): Promise<OutputOf<typeof assignFollower>> {
    const { personId, from, decision } = call.input;
    const bodyIds = [...new Set(call.input.bodyIds)];
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [bodyIds];
      const insideSql = call.scope.within('b.node_id', params);
      // In the order of their ids, so that two assignments never wait for each other.
      const bodies = await tx.query<{ id: string; kind: string }>(
        `select b.id, b.kind from body b where b.id = any($1::uuid[]) and ${insideSql} order by b.id for update`,
        params,
      );
      if (bodies.length < bodyIds.length) throw refuse('request/not-found');
      if (bodies.some((b) => b.kind !== 'CELL')) throw fail(assignFollower, 'organization/not-a-cell');
      const written = await tx.query<{ body_id: string }>(
        `insert into follower (id, version, body_id, person_id, valid_from, decision_number, decision_date)
         select uuidv7(), 1, b.id, $2, $3, $4, $5 from unnest($1::uuid[]) as b(id)
         where not exists (select 1 from follower f where f.body_id = b.id and f.person_id = $2 and (f.valid_to is null or f.valid_to > $3))
         returning body_id`,
        [bodyIds, personId, from, decision?.number ?? null, decision?.date ?? null],
      );
      await this.changed(
        tx,
        written.map((w) => w.body_id),
      );
      tx.about({ target: personId, persons: [personId] });
      return { items: await followersById(tx, { personId, bodyIds, from }) };
    });
  }

  @Rpc(endFollower)
  async end(call: Call<typeof endFollower>): Promise<Follower> {
    const { followerId, to } = call.input;
    return this.db.commit(call, async (tx) => {
      const follower = await tx.manager.findOneBy(FollowerEntity, { id: followerId });
      const params: unknown[] = [follower?.bodyId ?? null];
      const insideSql = call.scope.within('b.node_id', params);
      const [body] = await tx.query<{ node_id: string }>(`select b.node_id from body b where b.id = $1 and ${insideSql} for update`, params);
      if (!follower || !body) throw refuse('request/not-found');
      tx.expectVersion(call, follower);
      follower.end(to);
      await tx.update(follower);
      await this.changed(tx, [follower.bodyId]);
      tx.about({ node: body.node_id, target: followerId, persons: [follower.personId] });
      const [ended] = await followersById(tx, { id: followerId });
      if (!ended) throw new Error('A row that was just written is not there');
      return ended;
    });
  }

  @Rpc(followedCells)
  async list({ input, scope }: Call<typeof followedCells>): Promise<OutputOf<typeof followedCells>> {
    return followedCellsOf(this.db, { ...input, scope, on: input.on ?? this.clock.today() });
  }

  private async changed(tx: Tx, bodyIds: string[]): Promise<void> {
    if (bodyIds.length === 0) return;
    const bodies = await tx.query<{ id: string; version: number }>(
      'update body set version = version + 1 where id = any($1::uuid[]) returning id, version',
      [bodyIds],
    );
    tx.publish(bodyChanged, bodies);
  }
}
