import { Injectable } from '@nestjs/common';
import { grantChanged, grantSnapshot, type GrantRow } from '@vungmanh/contracts/identity/grant';
import type { Tx } from '../db/tx.js';
import { Project } from '../events/project.js';
import { placeGrants } from './grant-view.js';

/** This service's copy of who may do what: the only thing that it asks when it decides about access. */
@Injectable()
export class GrantProjection {
  @Project({ name: 'grant', event: grantChanged, snapshot: grantSnapshot, empty: ['delete from grant_view'] })
  async apply(rows: GrantRow[], tx: Tx): Promise<void> {
    await placeGrants(tx, rows);
  }
}
