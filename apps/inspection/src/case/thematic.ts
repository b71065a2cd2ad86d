import type { InspectionKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Reader } from '@vungmanh/platform/db/reader';
import { Broken } from '@vungmanh/platform/problem';
import { mayThematic } from '@vungmanh/regulations/competence';
import { ruleAt } from '@vungmanh/regulations/rule-at';

interface Asked {
  readonly nodeId: string;
  readonly actor: ProgramActor;
  readonly kind: InspectionKind;
  /** What the cell says of itself. */
  readonly dispersed: boolean;
  readonly groups: number;
}

/** Refuses supervision by theme to a cell that has neither a committee nor, as it says itself, dispersed members or Party groups enough. */
export async function checkThematic(reader: Reader, { nodeId, actor, kind, dispersed, groups }: Asked, today: CalendarDate): Promise<void> {
  if (actor !== 'CELL' || kind !== 'THEMATIC_SUPERVISION') return;
  const [cell] = await reader.query<{ hasCommittee: boolean; members: number }>(
    `select exists (select 1 from body_view b join seat_view s on s.body_id = b.id and s.post = 'MEMBER'
         and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date)
       where b.node_id = $1 and b.kind = 'CELL') as "hasCommittee",
       (select count(*)::int from roster_line l where l.node_id = $1 and l.enrollment <> 'TEMPORARY_HERE'
         and l.valid_from <= $2::date and (l.valid_to is null or l.valid_to > $2::date)) as members`,
    [nodeId, today],
  );
  if (!cell || mayThematic({ ...cell, dispersed, groups }, today) !== false) return;
  const rule = ruleAt('supervise.cell.thematic_members', today);
  throw new Broken(
    'inspection/thematic-condition',
    `${rule?.says ?? ''} (${rule?.source ?? ''}) Chi bộ hiện có ${cell.members} đảng viên, chưa có chi ủy.`,
  );
}
