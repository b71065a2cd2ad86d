import { Injectable } from '@nestjs/common';
import { obligationChanged, obligationSnapshot, type ObligationStanding } from '@vungmanh/contracts/meetings/task';
import { placeNewer, type CopyTable } from '@vungmanh/platform/db/place-newer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';

const tasks: CopyTable = {
  tableSql: 'task_view',
  keyColumn: 'id',
  columns: {
    id: 'uuid',
    version: 'integer',
    node_id: 'uuid',
    doer_ids: 'uuid[]',
    due: 'date',
    state: 'text',
    result: 'text',
    reported: 'boolean',
  },
};

/** This service's copy of who was to do what by when, and what came of it: ids and days. */
@Injectable()
export class ObligationView {
  @Project({ name: 'obligation', event: obligationChanged, snapshot: obligationSnapshot, empty: ['delete from task_view'] })
  async apply(rows: ObligationStanding[], tx: Tx): Promise<void> {
    await placeNewer(
      tx,
      tasks,
      rows.map(({ id, version, nodeId, doerIds, due, state, result, reported }) => ({
        id,
        version,
        node_id: nodeId,
        doer_ids: doerIds,
        due,
        state,
        result,
        reported,
      })),
    );
  }
}
