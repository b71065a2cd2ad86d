import { Injectable } from '@nestjs/common';
import { bodyChanged, bodySnapshot, type BodyRow } from '@vungmanh/contracts/organization/body';
import { EMPTY_BODIES, placeBodies } from '@vungmanh/platform/copies/body-copy';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';
import { BodyDuties } from '../duty/body-duties.js';

/** This service's copy of the bodies and who sits in them; a seat taken or left begins or ends a duty. */
@Injectable()
export class BodyView {
  constructor(private readonly duties: BodyDuties) {}

  @Project({ name: 'body', event: bodyChanged, snapshot: bodySnapshot, empty: EMPTY_BODIES })
  async apply(rows: BodyRow[], tx: Tx): Promise<void> {
    await this.duties.settle(tx, await placeBodies(tx, rows));
  }
}
