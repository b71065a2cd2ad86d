import type { OverviewRow } from '@vungmanh/contracts/meetings/overview';
import type { Db } from '@vungmanh/platform/db/db';

interface MeetingRow {
  body_id: string;
  month: string;
  kind: string;
  state: string;
  superseded_by: string | null;
  counts_thematic: boolean;
  present: number | null;
  expected: number | null;
  deviations: unknown[];
}
interface TaskRow {
  body_id: string;
  state: string;
  deadline: string;
}
interface BodyRow {
  id: string;
  node_id: string;
  kind: string;
  meets: boolean;
}
interface NodeRow {
  id: string;
  parent_id: string | null;
}

export type Figures = Omit<OverviewRow, 'nodeId' | 'parentId' | 'name' | 'code' | 'typeCode'>;

const nothing = (): Figures => ({
  bodies: 0,
  planned: 0,
  noticed: 0,
  met: 0,
  confirmed: 0,
  published: 0,
  missed: 0,
  present: 0,
  expected: 0,
  openTasks: 0,
  overdueTasks: 0,
  deviations: 0,
  thematicDue: 0,
  thematicDone: 0,
});

const steps = ['PLANNED', 'PREPARED', 'NOTIFIED', 'IN_SESSION', 'CLOSED', 'MINUTES_SIGNED', 'PUBLISHED'];
const quarter = (month: string): string => `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`;

/** The figures of every organization in a month, counted meeting by meeting from the parents of the nodes: an oracle beside the fold. */
export async function countedByHand(db: Db, month: string, today: string): Promise<Map<string, Figures>> {
  const [meetings, tasks, bodies, nodes] = await Promise.all([
    db.query<MeetingRow>('select * from meeting where superseded_by is null'),
    db.query<TaskRow>('select body_id, state, deadline::text from task'),
    db.query<BodyRow>('select * from body_view'),
    db.query<NodeRow>('select id, parent_id from node_view'),
  ]);
  const parentOf = new Map(nodes.map((n) => [n.id, n.parent_id]));
  const result = new Map(nodes.map((n) => [n.id, nothing()]));
  for (const body of bodies) {
    const own = ofBody(
      body,
      meetings.filter((m) => m.body_id === body.id),
      tasks.filter((t) => t.body_id === body.id),
      { month, today },
    );
    for (let at: string | null | undefined = body.node_id; at; at = parentOf.get(at)) {
      const sum = result.get(at);
      if (sum) for (const key of Object.keys(own) as (keyof Figures)[]) sum[key] += own[key];
    }
  }
  return result;
}

function ofBody(body: BodyRow, all: MeetingRow[], tasks: TaskRow[], { month, today }: { month: string; today: string }): Figures {
  const figures = nothing();
  figures.bodies = body.meets ? 1 : 0;
  const inMonth = all.filter((m) => m.month === month);
  const duty = inMonth.filter((m) => m.kind === 'REGULAR' || m.kind === 'COMMITTEE');
  const reached = (m: MeetingRow, step: string) => steps.indexOf(m.state) >= steps.indexOf(step);
  figures.planned = duty.length > 0 ? 1 : 0;
  figures.noticed = duty.some((m) => reached(m, 'NOTIFIED')) ? 1 : 0;
  figures.met = duty.some((m) => reached(m, 'CLOSED')) ? 1 : 0;
  figures.confirmed = duty.some((m) => reached(m, 'MINUTES_SIGNED')) ? 1 : 0;
  figures.published = duty.some((m) => reached(m, 'PUBLISHED')) ? 1 : 0;
  figures.missed = figures.met === 0 && duty.some((m) => !steps.includes(m.state)) ? 1 : 0;
  for (const m of inMonth) {
    figures.deviations += m.deviations.length;
    if (reached(m, 'CLOSED')) {
      figures.present += m.present ?? 0;
      figures.expected += m.expected ?? 0;
    }
  }
  const running = today.slice(0, 7);
  const open = tasks.filter((t) => !['VERIFIED', 'CLOSED', 'CANCELLED'].includes(t.state) && (month === running || t.deadline.slice(0, 7) === month));
  figures.openTasks = open.length;
  figures.overdueTasks = open.filter((t) => t.state !== 'REPORTED' && t.deadline < today).length;
  if (body.kind === 'CELL' && body.meets) {
    figures.thematicDue = 1;
    figures.thematicDone = all.some((m) => m.counts_thematic && reached(m, 'CLOSED') && quarter(m.month) === quarter(month)) ? 1 : 0;
  }
  return figures;
}
