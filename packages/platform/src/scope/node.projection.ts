import { Injectable } from '@nestjs/common';
import { nodeChanged, nodeSnapshot, type NodeRow } from '@vungmanh/contracts/organization/tree';
import type { Tx } from '../db/tx.js';
import { Project } from '../events/project.js';
import { EMPTY_TREE, placeNodes } from './tree.js';

/** This service's copy of the tree: what scope reads, and the names of organizations. */
@Injectable()
export class NodeProjection {
  @Project({ name: 'node', event: nodeChanged, snapshot: nodeSnapshot, empty: EMPTY_TREE })
  async apply(rows: NodeRow[], tx: Tx): Promise<void> {
    await placeNodes(tx, rows);
  }
}
