import { getRouteApi, Link } from '@tanstack/react-router';
import { getCheckCell } from '@vungmanh/contracts/inspection/check-cell';
import { getMeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { useQueryOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { CellFiguresCard } from './cell-figures.js';
import { CellFindings } from './cell-findings.js';
import { CellGuests } from './cell-guests.js';
import { CellSamples } from './cell-samples.js';
import './meeting-check.css';
import { checkTitle } from './meeting-check-text.js';
import { RecordForm } from './record-form.js';
import { RecordView } from './record-view.js';

const route = getRouteApi('/app/meeting-checks/$checkId/cells/$nodeId');

/** One cell in a check: its figures, the minutes to be read, what was found and what it says. */
export function CheckCellPage() {
  const { checkId, nodeId } = route.useParams();
  const check = useQueryOf(getMeetingCheck, { checkId });
  const cell = useQueryOf(getCheckCell, { checkId, nodeId });
  const { data } = cell;
  return (
    <Page
      title={data?.nodeName ?? 'Phiếu kiểm tra chi bộ'}
      about={data && <Badge tone={data.recorded ? 'done' : 'wait'}>{data.recorded ? 'Đã ghi kết quả' : 'Chưa ghi kết quả'}</Badge>}
      crumbs={
        <Crumbs>
          {[
            <Link key="check" to="/meeting-checks/$checkId" params={{ checkId }}>
              {check.data ? checkTitle(check.data.half) : 'Kiểm tra sinh hoạt chi bộ'}
            </Link>,
          ]}
        </Crumbs>
      }
    >
      <ProblemNote problem={cell.error} onRetry={() => void cell.refetch()} />
      {!data && !cell.error && <Skeleton lines={10} />}
      {data && (
        <>
          <CellFiguresCard figures={data.figures} />
          <CellSamples cell={data} readable={check.data?.readableUntil !== undefined} />
          <CellGuests cell={data} readable={check.data?.readableUntil !== undefined} />
          <div className="with-side">
            <Card title="Phiếu kiểm tra">{data.editable ? <RecordForm key={data.id} cell={data} /> : <RecordView record={data.record} />}</Card>
            <CellFindings cell={data} told={check.data?.state === 'PUBLISHED'} />
          </div>
        </>
      )}
    </Page>
  );
}
