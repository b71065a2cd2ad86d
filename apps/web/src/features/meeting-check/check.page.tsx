import { getRouteApi, Link } from '@tanstack/react-router';
import { getMeetingCheck, type MeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { meetingCheckStateLabel } from '@vungmanh/contracts/inspection/meeting-check-state';
import { useQueryOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Totals } from '../../ui/totals.js';
import { CheckAbout } from './check-about.js';
import { CheckActs } from './check-acts.js';
import { CheckCells } from './check-cells.js';
import { CheckProgress } from './check-progress.js';
import './meeting-check.css';
import { checkTitle, checkTone } from './meeting-check-text.js';
import { NoticePapers, NoticeView } from './notice-view.js';

const route = getRouteApi('/app/meeting-checks/$checkId');

/** Nothing more is on its way: figures, the right to read, the number of the paper. */
const isSettled = (check: MeetingCheck): boolean =>
  check.countedAt !== undefined &&
  (check.state !== 'UNDER_WAY' || check.readableUntil !== undefined) &&
  (check.state !== 'PUBLISHED' || check.number !== undefined);

function View({ check }: { check: MeetingCheck }) {
  return (
    <>
      {check.countedAt === undefined && <p role="status">Đang tổng hợp số liệu sinh hoạt của các chi bộ…</p>}
      <CheckActs check={check} />
      <Totals
        label="Kết quả đến nay"
        items={[
          { label: 'Đã nghe phản ánh', value: check.heard, of: check.cells },
          { label: 'Đã dự sinh hoạt', value: check.attended, of: check.cells },
          { label: 'Ưu điểm', value: check.strengths, tone: 'blue' },
          { label: 'Khuyết điểm', value: check.shortcomings, tone: 'red' },
        ]}
      />
      <CheckProgress check={check} />
      {check.notice && (
        <Card title="Thông báo kết quả" aside={<NoticePapers checkId={check.id} />}>
          <NoticeView notice={check.notice} />
        </Card>
      )}
      <CheckAbout check={check} />
      <CheckCells check={check} />
    </>
  );
}

/** One check of cells' meetings, as its team works on it. */
export function CheckPage() {
  const { checkId } = route.useParams();
  const check = useQueryOf(getMeetingCheck, { checkId }, { everySeconds: 2, until: isSettled });
  const { data } = check;
  return (
    <Page
      title={data ? checkTitle(data.half) : 'Kiểm tra sinh hoạt chi bộ'}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/inspection" search={{ view: 'checks' }}>
              Kiểm tra, giám sát
            </Link>,
          ]}
        </Crumbs>
      }
      about={
        data && (
          <>
            <span>{data.nodeName}</span>
            <Badge tone={checkTone[data.state]}>{meetingCheckStateLabel[data.state]}</Badge>
            {data.number !== undefined && <span>{data.number}</span>}
          </>
        )
      }
    >
      <ProblemNote problem={check.error} onRetry={() => void check.refetch()} />
      {data ? <View check={data} /> : !check.error && <Skeleton lines={10} />}
    </Page>
  );
}
