import { getRouteApi, Link } from '@tanstack/react-router';
import { getTrainingPlan, planAmendmentLabel, type TrainingPlan, trainingPlanStateLabel } from '@vungmanh/contracts/training/plan';
import { useQueryOf } from '../../api/queries.js';
import { showDate, showInstant } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Totals } from '../../ui/totals.js';
import { PlanActs } from './plan-acts.js';
import { PlanCalendar } from './plan-calendar.js';
import { planTitle, planTone } from './plan-text.js';
import { PlannedTable } from './planned-table.js';
import './training.css';

const route = getRouteApi('/app/training/plans/$planId');

function About({ plan: { nodeName, state, approval, closedAt } }: { plan: TrainingPlan }) {
  return (
    <>
      <span className="row">
        {nodeName}
        <Badge tone={planTone[state]}>{trainingPlanStateLabel[state]}</Badge>
      </span>
      {approval && (
        <span className="small">
          {approval.meeting}, ngày {showDate(approval.on)}
          {approval.number !== undefined && ` · ${approval.number}`}
          {approval.numberAwaited && ' · đang lấy số văn bản'}
          {closedAt !== undefined && ` · kết thúc lúc ${showInstant(closedAt)}`}
        </span>
      )}
    </>
  );
}

function Amendments({ plan }: { plan: TrainingPlan }) {
  if (plan.amendments.length === 0) return null;
  return (
    <Card title="Các lần điều chỉnh">
      <ol className="duty-list" reversed>
        {plan.amendments.map((a) => (
          <li key={a.number}>
            <span>
              <span className="strong">Lần {a.number}.</span> {planAmendmentLabel[a.type]}: {a.courseLabel}
            </span>
            <span className="small soft">
              {showInstant(a.at)} · Lý do: {a.reason}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function View({ plan }: { plan: TrainingPlan }) {
  const standing = plan.lines.filter((l) => l.state === 'PLANNED');
  const shared = standing.flatMap((l) => l.quotas).reduce((sum, q) => sum + q.places, 0);
  return (
    <div className="stack loose">
      <PlanActs plan={plan} />
      <Totals
        label="Kế hoạch"
        items={[
          { label: 'Số lớp', value: showCount(standing.reduce((sum, l) => sum + l.classes, 0)) },
          { label: 'Số chỗ', value: showCount(plan.places) },
          { label: 'Đã phân bổ', value: showCount(shared), tone: 'blue' },
        ]}
      />
      {plan.lines.length > 0 && (
        <Card title="Các lớp" flush>
          <PlannedTable plan={plan} />
        </Card>
      )}
      {standing.length > 0 && (
        <Card title={`Lịch năm ${plan.year}`}>
          <PlanCalendar lines={standing} year={plan.year} />
        </Card>
      )}
      <Amendments plan={plan} />
    </div>
  );
}

/** The plan of one organization and year: drafted, shared out, approved and amended here. */
export function TrainingPlanPage() {
  const { planId } = route.useParams();
  const plan = useQueryOf(
    getTrainingPlan,
    { planId },
    // The register gives the number a moment after the approval.
    { everySeconds: 2, until: (p) => p.approval?.numberAwaited !== true },
  );
  return (
    <Page
      title={plan.data ? planTitle(plan.data.year) : 'Kế hoạch bồi dưỡng'}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/training" search={{ view: 'plans' }}>
              Đào tạo, bồi dưỡng
            </Link>,
          ]}
        </Crumbs>
      }
      about={plan.data && <About plan={plan.data} />}
    >
      <ProblemNote problem={plan.error} onRetry={() => void plan.refetch()} />
      {plan.data ? <View plan={plan.data} /> : !plan.error && <Skeleton lines={10} />}
    </Page>
  );
}
