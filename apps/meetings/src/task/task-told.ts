import type { ItemOf } from '@vungmanh/contracts/event';
import type { obligationChanged } from '@vungmanh/contracts/meetings/task';
import { monthOf } from '@vungmanh/regulations/calendar';
import type { TaskEntity } from './task.entity.js';
import { obligationState } from './task.rules.js';

type Told = Pick<TaskEntity, 'id' | 'version' | 'nodeId' | 'doerIds' | 'deadline' | 'state'>;

/** What the other services are told of a task. */
export const obligationOf = ({ id, version, nodeId, doerIds, deadline, state }: Told): ItemOf<typeof obligationChanged> => ({
  id,
  version,
  kind: 'RESOLUTION_TASK',
  doerIds,
  nodeId,
  due: deadline,
  state: obligationState(state),
});

/** The months whose figures a change of a task concerns: those it is or was due in, and the running one, in which it is open or overdue. */
export const monthsOfTask = (deadlines: readonly string[], today: string): string[] => [...new Set([...deadlines, today].map(monthOf))];
