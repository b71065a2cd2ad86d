import { getRouteApi, Link } from '@tanstack/react-router';
import type { Quarter } from '@vungmanh/contracts/inspection/member-supervision';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { useQueryOf } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { today } from '../../text/dates.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import type { Unit } from '../plan/units.js';
import { WorkUnit } from '../plan/work-unit.js';
import { Above } from './above.js';
import { CellQuarter } from './cell-quarter.js';
import './member-supervision.css';
import { QuarterStepper } from './quarter-stepper.js';
import { quarterAt } from './supervision-text.js';

const route = getRouteApi('/app/member-supervision');

/** Who works for a cell sees its members, who works above sees counts: the one is no part of the other. */
function View({ unit, quarter }: { unit: Unit; quarter: Quarter }) {
  const { grants } = useSession();
  const detail = useQueryOf(nodeDetail, { nodeId: unit.nodeId });
  if (detail.error) return <ProblemNote problem={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <Skeleton lines={8} />;
  const ofTheCell = grants.some((g) => g.nodeId === unit.nodeId && g.role.permissions.includes('inspection:supervise'));
  if (detail.data.bodies.some((b) => b.kind === 'CELL') && ofTheCell)
    return <CellQuarter nodeId={unit.nodeId} name={detail.data.name} quarter={quarter} />;
  return <Above unit={unit} name={detail.data.name} quarter={quarter} />;
}

/** The quarter's supervision of each member: a cell's own page, or what has come of it below in counts. */
export function MemberSupervisionPage() {
  const { quarter = quarterAt(today()) } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page
      title="Giám sát đảng viên theo quý"
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/inspection">
              Kiểm tra, giám sát
            </Link>,
          ]}
        </Crumbs>
      }
      actions={<QuarterStepper quarter={quarter} onChange={(next) => void navigate({ search: { quarter: next } })} />}
    >
      <WorkUnit permission="inspection:read">{(unit) => <View key={`${unit.nodeId}${quarter}`} unit={unit} quarter={quarter} />}</WorkUnit>
    </Page>
  );
}
