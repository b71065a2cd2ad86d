import { getRouteApi, Link } from '@tanstack/react-router';
import { readCheckNotice } from '@vungmanh/contracts/inspection/check-notice';
import { halfYearText } from '@vungmanh/contracts/inspection/meeting-check-state';
import { useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showInstant } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import './meeting-check.css';
import { NoticePapers, NoticeView } from './notice-view.js';

const route = getRouteApi('/app/my/check-notices/$checkId');

/** The notice of a check as every member of its cells reads it. */
export function CheckNoticePage() {
  const session = useSession();
  const { checkId } = route.useParams();
  const notice = useQueryOf(readCheckNotice, { checkId });
  const { data } = notice;
  return (
    <Page
      narrow
      title={data ? `Kết quả kiểm tra sinh hoạt chi bộ ${halfYearText(data.half)}` : 'Kết quả kiểm tra sinh hoạt chi bộ'}
      about={
        data && (
          <span>
            {data.nodeName}
            {data.number !== undefined && ` · ${data.number}`} · thông báo lúc {showInstant(data.publishedAt)}
          </span>
        )
      }
      crumbs={
        <Crumbs>
          {[
            <Link key="home" to="/">
              Việc của tôi
            </Link>,
          ]}
        </Crumbs>
      }
    >
      <ProblemNote problem={notice.error} onRetry={() => void notice.refetch()} />
      {!data && !notice.error && <Skeleton lines={8} />}
      {data && (
        <Card title="Thông báo" aside={<NoticePapers checkId={data.id} />}>
          <div className="stack">
            <p>
              Đã kiểm tra {data.counts.recorded}/{data.counts.cells} chi bộ, nghe {data.counts.heard} chi bộ phản ánh, dự sinh hoạt ở{' '}
              {data.counts.attended} chi bộ.
            </p>
            <NoticeView notice={data.notice} />
            {may(session, 'inspection:read') && (
              <p className="no-print">
                <Link to="/inspection" search={{ view: 'told' }}>
                  Xem nhận xét riêng đối với chi bộ
                </Link>
              </p>
            )}
          </div>
        </Card>
      )}
    </Page>
  );
}
