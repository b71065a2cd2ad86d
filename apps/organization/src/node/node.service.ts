import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { childrenOf, myRoots, nodeDetail, nodeHistory, searchNodes } from '@vungmanh/contracts/organization/browse';
import { establishNode, renameNode, type NodeDetail } from '@vungmanh/contracts/organization/node';
import { nodeChanged, nodeSnapshot } from '@vungmanh/contracts/organization/tree';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { broke } from '@vungmanh/platform/db/broke';
import { decisionOf } from '../decision.js';
import { readSectors, readTypes } from '../node-type/node-type.rows.js';
import { present } from '@vungmanh/platform/db/present';
import { NodeEntity } from './node.entity.js';
import * as queries from './node.queries.js';
import { checkEstablish, checkRename, type ParentFacts } from './node.rules.js';
import { changeNames, insertNodes, refreshRows } from './write-nodes.js';

/** The tree: reading it, establishing and renaming organizations. */
@Injectable()
export class NodeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(establishNode)
  async establish(call: Call<typeof establishNode>): Promise<NodeDetail> {
    const { input } = call;
    try {
      return await this.db.commit(call, async (tx) => {
        const types = await readTypes(tx);
        const type = checkEstablish({ ...input, today: this.clock.today() }, await this.parentFacts(tx, input.parentId), types);
        if (input.sector !== undefined && !(await readSectors(tx)).some((s) => s.code === input.sector))
          throw fail(establishNode, 'organization/sector-unknown');
        const id = newId(this.clock.millis());
        tx.about({ node: id, target: id });
        await insertNodes(tx, [{ ...input, id, type, from: input.establishedOn }]);
        return this.detail(tx, id, call);
      });
    } catch (error) {
      throw broke(error, 'node_code_unique') ? fail(establishNode, 'organization/code-taken') : error;
    }
  }

  @Rpc(renameNode)
  async rename(call: Call<typeof renameNode>): Promise<NodeDetail> {
    const { nodeId, name, from, decision } = call.input;
    return this.db.commit(call, async (tx) => {
      const node = await tx.manager.findOneBy(NodeEntity, { id: nodeId });
      if (!node) throw refuse('request/not-found');
      tx.expectVersion(call, node);
      const [now] = await tx.query<{ name: string; from: string }>(
        'select name, valid_from::text as "from" from node_name where node_id = $1 and valid_to is null',
        [nodeId],
      );
      if (!now) throw refuse('request/not-found');
      checkRename({ name, from, today: this.clock.today() }, { ...now, status: node.status });
      tx.about({ node: nodeId, target: nodeId });
      await tx.update(node);
      await changeNames(tx, [{ id: nodeId, name }], from, decision);
      await refreshRows(tx, [nodeId]);
      tx.publish(nodeChanged, { id: nodeId, version: node.version });
      return this.detail(tx, nodeId, call);
    });
  }

  @Rpc(myRoots)
  async roots({ scope }: Call<typeof myRoots>): Promise<OutputOf<typeof myRoots>> {
    return { items: await queries.rootsOf(this.db, scope, this.clock.today()) };
  }

  @Rpc(childrenOf)
  async children({ input, scope }: Call<typeof childrenOf>): Promise<OutputOf<typeof childrenOf>> {
    return queries.childrenOf(this.db, input.nodeId, scope, { paging: input, today: this.clock.today() });
  }

  @Rpc(nodeDetail)
  async get(call: Call<typeof nodeDetail>): Promise<NodeDetail> {
    return this.detail(this.db, call.input.nodeId, call);
  }

  @Rpc(searchNodes)
  async search({ input, scope }: Call<typeof searchNodes>): Promise<OutputOf<typeof searchNodes>> {
    return queries.searchNodes(this.db, input.text, scope, { paging: input, today: this.clock.today() });
  }

  @Rpc(nodeHistory)
  async history({ input }: Call<typeof nodeHistory>): Promise<OutputOf<typeof nodeHistory>> {
    const rows = await queries.historyOf(this.db, input.nodeId);
    return {
      items: rows.map(({ decision_number, decision_date, ...row }) => ({ ...present(row), ...decisionOf({ decision_number, decision_date }) })),
    };
  }

  @Rpc(nodeSnapshot)
  async snapshot({ input }: Call<typeof nodeSnapshot>): Promise<OutputOf<typeof nodeSnapshot>> {
    return queries.snapshotOf(this.db, input);
  }

  private async detail(reader: Db | Tx, id: string, { scope }: Pick<Call, 'scope'>): Promise<NodeDetail> {
    const detail = await queries.detailOf(reader, id, scope, this.clock.today());
    if (!detail) throw refuse('request/not-found');
    return detail;
  }

  private async parentFacts(tx: Tx, id: string): Promise<ParentFacts> {
    const [parent] = await tx.query<{ typeCode: string; status: ParentFacts['status']; standsFrom: string | null }>(
      `select n.type_code as "typeCode", n.status,
         (select min(p.valid_from)::text from node_parent p where p.node_id = n.id) as "standsFrom"
       from node n where n.id = $1`,
      [id],
    );
    if (!parent) throw refuse('request/not-found');
    return present(parent);
  }
}
