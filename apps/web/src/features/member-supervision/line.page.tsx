import { getRouteApi, Link } from '@tanstack/react-router';
import { quarterText } from '@vungmanh/contracts/inspection/member-supervision';
import { getSupervisionLine, type SupervisionLine } from '@vungmanh/contracts/inspection/supervision-line';
import { postLabel } from '@vungmanh/contracts/organization/body';
import { useQueryOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { LineAnswers } from './line-answers.js';
import { LineMonths } from './line-months.js';
import { LineProposal } from './line-proposal.js';
import { LineReminders } from './line-reminders.js';
import { LineTasks } from './line-tasks.js';
import './member-supervision.css';
import { inQuarter, standingLabel, standingTone } from './supervision-text.js';

const route = getRouteApi('/app/member-supervision/lines/$supervisionLineId');

function About({ line }: { line: SupervisionLine }) {
  return (
    <>
      <span className="row">
        {line.own ? line.bodyName : `${quarterText(line.quarter)} · ${line.bodyName}`}
        <Badge tone={standingTone[line.state]}>{standingLabel[line.state]}</Badge>
      </span>
      {!line.own && (line.post !== undefined || line.managedBy !== undefined) && (
        <span className="small">
          {[line.post && postLabel[line.post], line.managedBy && `do ${line.managedBy} quản lý`].filter(Boolean).join(' · ')}
        </span>
      )}
    </>
  );
}

/** A member's quarter: the member reads here the same as the committee of the cell. */
export function SupervisionLinePage() {
  const { supervisionLineId } = route.useParams();
  const line = useQueryOf(getSupervisionLine, { supervisionLineId });
  const back = line.data?.own ? (
    <Link key="back" to="/my/supervision">
      Giám sát đối với tôi
    </Link>
  ) : (
    <Link key="back" to="/member-supervision" search={{ quarter: line.data?.quarter }}>
      Giám sát đảng viên theo quý
    </Link>
  );
  const title = line.data?.own ? `Giám sát ${inQuarter(line.data.quarter)}` : (line.data?.name ?? 'Giám sát đảng viên');
  return (
    <Page title={title} crumbs={<Crumbs>{[back]}</Crumbs>} about={line.data && <About line={line.data} />}>
      <ProblemNote problem={line.error} onRetry={() => void line.refetch()} />
      {line.data ? (
        <div className="supervision-line">
          <div className="stack loose">
            <LineTasks line={line.data} />
            <LineMonths line={line.data} />
          </div>
          <div className="stack loose">
            <LineReminders line={line.data} />
            <LineProposal line={line.data} />
            <LineAnswers line={line.data} />
          </div>
        </div>
      ) : (
        !line.error && <Skeleton lines={10} />
      )}
    </Page>
  );
}
