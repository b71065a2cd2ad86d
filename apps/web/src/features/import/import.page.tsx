import { getRouteApi, Link } from '@tanstack/react-router';
import { getImport, importStateLabel } from '@vungmanh/contracts/organization/import';
import { useQueryOf } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Stepper } from '../../ui/stepper.js';
import { ImportBody } from './import-body.js';
import { isUnderWay, stateTone } from './import-text.js';
import './import.css';

const route = getRouteApi('/app/import/$importId');

const phases = [
  { key: 'read', label: 'Đọc và kiểm tra' },
  { key: 'look', label: 'Xem trước' },
  { key: 'write', label: 'Ghi vào hệ thống' },
  { key: 'done', label: 'Kết quả' },
];
const phaseOf = {
  READING: 'read',
  CHECKING: 'read',
  READY: 'look',
  APPLYING_ORGANIZATIONS: 'write',
  APPLYING_MEMBERS: 'write',
  DONE: 'done',
} as const;

/** One import from its file to its report; it goes on without the page. */
export function ImportPage() {
  const { importId } = route.useParams();
  const first = useQueryOf(getImport, { importId });
  const moving = first.data !== undefined && isUnderWay(first.data.state);
  useQueryOf(getImport, { importId }, { when: moving, everySeconds: 1 });
  const run = first.data;
  return (
    <Page
      title={run?.fileName ?? 'Nhập từ tệp Excel'}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/import">
              Nhập, xuất dữ liệu
            </Link>,
          ]}
        </Crumbs>
      }
      about={
        run && (
          <>
            <Badge tone={stateTone[run.state]}>{importStateLabel[run.state]}</Badge>
            <span>Bắt đầu {showInstant(run.startedAt)}</span>
          </>
        )
      }
    >
      {run && run.state !== 'REFUSED' && run.state !== 'CANCELED' && <Stepper label="Các bước nhập" phases={phases} at={phaseOf[run.state]} />}
      <ProblemNote problem={first.error} onRetry={() => void first.refetch()} />
      {run ? <ImportBody run={run} /> : !first.error && <Skeleton lines={6} />}
    </Page>
  );
}
