import { Link, useNavigate } from '@tanstack/react-router';
import { givenQuotas, listTrainingPlans, openTrainingPlan, type TrainingPlanLine, trainingPlanStateLabel } from '@vungmanh/contracts/training/plan';
import { useCommand, useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import type { Unit } from '../plan/units.js';
import { Needs } from './needs.js';
import { planTitle, planTone } from './plan-text.js';

const columns: readonly Column<TrainingPlanLine>[] = [
  {
    key: 'node',
    header: 'Tổ chức đảng',
    phone: 'title',
    cell: (p) => (
      <Link to="/training/plans/$planId" params={{ planId: p.id }}>
        {p.nodeName}
      </Link>
    ),
  },
  { key: 'courses', header: 'Số dòng', align: 'end', cell: (p) => showCount(p.courses) },
  { key: 'places', header: 'Số chỗ', align: 'end', cell: (p) => showCount(p.places) },
  { key: 'state', header: 'Trạng thái', phone: 'mark', cell: (p) => <Badge tone={planTone[p.state]}>{trainingPlanStateLabel[p.state]}</Badge> },
];

function OwnPlan({ unit, year, plan }: { unit: Unit; year: number; plan: TrainingPlanLine | undefined }) {
  const session = useSession();
  const navigate = useNavigate();
  const open = useCommand(openTrainingPlan, {
    onDone: (made) => void navigate({ to: '/training/plans/$planId', params: { planId: made.id } }),
  });
  if (plan) {
    return (
      <Card title={planTitle(year)} aside={<Badge tone={planTone[plan.state]}>{trainingPlanStateLabel[plan.state]}</Badge>}>
        <div className="row apart">
          <p>
            {showCount(plan.courses)} dòng, {showCount(plan.places)} chỗ học.
          </p>
          <Link to="/training/plans/$planId" params={{ planId: plan.id }} className={buttonClass({ look: 'primary' })}>
            Mở kế hoạch
          </Link>
        </div>
      </Card>
    );
  }
  // A plan is drawn up for what stands below: a cell asks for what it needs instead.
  if (!unit.below || !may(session, 'training:plan', unit.nodeId)) return null;
  return (
    <Card title={planTitle(year)}>
      <div className="stack">
        <p>Năm {year} chưa có kế hoạch. Xem nhu cầu bên dưới rồi lập kế hoạch.</p>
        <ProblemNote problem={open.error} />
        <div className="row">
          <Button look="primary" busy={open.isPending} onClick={() => open.mutate({ input: { nodeId: unit.nodeId, year } })}>
            Lập kế hoạch năm {year}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function Given({ nodeId, year }: { nodeId: string; year: number }) {
  const list = useListOf(givenQuotas, { nodeId, year });
  if (list.rows.length === 0) return <ProblemNote problem={list.problem} onRetry={list.reload} />;
  return (
    <Card title="Chỉ tiêu cấp trên giao" flush>
      <DataTable
        caption={`Chỉ tiêu bồi dưỡng cấp trên giao năm ${year}`}
        rows={list.rows}
        rowKey={(q) => q.plannedId}
        columns={[
          { key: 'course', header: 'Lớp học', phone: 'title', cell: (q) => q.courseLabel },
          { key: 'by', header: 'Cấp mở lớp', cell: (q) => q.planNodeName },
          { key: 'when', header: 'Thời gian', cell: (q) => `${showDate(q.fromOn)} – ${showDate(q.toOn)}`, nowrap: true },
          { key: 'place', header: 'Nơi học', cell: (q) => q.place },
          { key: 'places', header: 'Số chỗ', align: 'end', cell: (q) => showCount(q.places) },
        ]}
        {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
      />
    </Card>
  );
}

/** The year's plan of an organization, what it and those below need, what plans above give it, and the plans below. */
export function Plans({ unit, year }: { unit: Unit; year: number }) {
  const list = useListOf(listTrainingPlans, { nodeId: unit.nodeId, year, below: String(unit.below) });
  if (list.loading) return <Skeleton lines={8} />;
  const below = list.rows.filter((p) => p.nodeId !== unit.nodeId);
  return (
    <div className="stack loose">
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      <OwnPlan unit={unit} year={year} plan={list.rows.find((p) => p.nodeId === unit.nodeId)} />
      <Needs unit={unit} year={year} />
      <Given nodeId={unit.nodeId} year={year} />
      {below.length > 0 && (
        <Card title="Kế hoạch của tổ chức trực thuộc" flush>
          <DataTable
            caption={`Kế hoạch bồi dưỡng của tổ chức trực thuộc, năm ${year}`}
            columns={columns}
            rows={below}
            rowKey={(p) => p.id}
            {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
          />
        </Card>
      )}
    </div>
  );
}
