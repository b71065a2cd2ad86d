import { getRouteApi, Link } from '@tanstack/react-router';
import { downloadMyDocument } from '@vungmanh/contracts/meetings/document';
import { myNotice } from '@vungmanh/contracts/meetings/meeting';
import { meetingKindLabel, meetingStateLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { useQueryOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { DocumentList } from '../meeting/document-list.js';
import { stateTone } from '../meeting/phase.js';
import { NoticePaper } from './notice-paper.js';
import { PublishedResolution } from './published-resolution.js';

const route = getRouteApi('/app/my/meetings/$meetingId');

/** A notice as the member who was called reads it. */
export function MyNoticePage() {
  const { meetingId } = route.useParams();
  const notice = useQueryOf(myNotice, { meetingId });
  const { data } = notice;
  return (
    <Page
      narrow
      title={data ? meetingKindLabel[data.kind] : 'Thông báo sinh hoạt'}
      crumbs={
        <Crumbs>
          {[
            <Link key="home" to="/">
              Việc của tôi
            </Link>,
          ]}
        </Crumbs>
      }
      about={
        data && (
          <>
            <span>{data.bodyName}</span>
            <Badge tone={stateTone[data.state]}>{meetingStateLabel[data.state]}</Badge>
          </>
        )
      }
    >
      <ProblemNote problem={notice.error} onRetry={() => void notice.refetch()} />
      {!data && !notice.error && <Skeleton lines={8} />}
      {data && (
        <>
          {(data.state === 'CANCELLED' || data.state === 'PLANNED' || data.state === 'PREPARED') && (
            <Note tone="warning" title={data.state === 'CANCELLED' ? 'Buổi sinh hoạt không tiến hành' : 'Nội dung đang được chuẩn bị lại'}>
              <p>
                {data.state === 'CANCELLED'
                  ? 'Chi bộ sẽ thông báo nếu có lịch khác.'
                  : 'Chi bộ sẽ gửi thông báo mới. Thời gian dưới đây có thể thay đổi.'}
              </p>
            </Note>
          )}
          {data.state === 'PUBLISHED' && <PublishedResolution meetingId={data.id} />}
          <NoticePaper told={data} />
          {data.documents.length > 0 && (
            <Card title="Tài liệu đọc trước">
              <DocumentList documents={data.documents} from={downloadMyDocument} meetingId={data.id} />
            </Card>
          )}
          {data.state === 'NOTIFIED' && <p className="soft">Không dự được, đồng chí báo cáo lý do với bí thư chi bộ trước buổi sinh hoạt.</p>}
        </>
      )}
    </Page>
  );
}
