import { Injectable } from '@nestjs/common';
import { bodyChanged, bodySnapshot, type BodyRow } from '@vungmanh/contracts/organization/body';
import { EMPTY_BODIES, placeBodies } from '@vungmanh/platform/copies/body-copy';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';

/** This service's copy of the bodies and who sits in them. */
@Injectable()
export class BodyView {
  @Project({ name: 'body', event: bodyChanged, snapshot: bodySnapshot, empty: EMPTY_BODIES })
  async apply(rows: BodyRow[], tx: Tx): Promise<void> {
    await placeBodies(tx, rows);
  }
}
