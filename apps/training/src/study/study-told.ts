import type { ItemOf } from '@vungmanh/contracts/event';
import { obligationChanged } from '@vungmanh/contracts/training/duty';
import type { StudyCampaignState, StudyState } from '@vungmanh/contracts/training/study-state';
import type { Tx } from '@vungmanh/platform/db/tx';

/** What of a level others are told. */
export interface ToldLevel {
  readonly id: string;
  readonly version: number;
  readonly nodeId: string;
  readonly dueOn: string;
  readonly state: StudyState;
  readonly endedOn: string | null;
}

/** For a statement that answers levels `l` as others are told of them. */
export const TOLD_SQL = `l.id, l.version, l.node_id as "nodeId", l.due_on::text as "dueOn", l.state, l.ended_on::text as "endedOn"`;

/** Tells what organizations owe: nothing any more where they have done everything, are gone, or the campaign is over. */
export function tellLevels(tx: Tx, campaign: StudyCampaignState, levels: readonly ToldLevel[]): void {
  if (levels.length === 0) return;
  tx.publish(
    obligationChanged,
    levels.map(({ id, version, nodeId, dueOn, state, endedOn }): ItemOf<typeof obligationChanged> => ({
      id,
      version,
      kind: 'STUDY_LEVEL',
      doerIds: [],
      nodeId,
      due: dueOn,
      state: state === 'REVIEWED' ? 'DONE' : endedOn === null && campaign === 'UNDER_WAY' ? 'OPEN' : 'CANCELLED',
    })),
  );
}
