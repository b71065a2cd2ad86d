import { getRouteApi, Link } from '@tanstack/react-router';
import { getPastImport, type PastImport, pastImportStateLabel } from '@vungmanh/contracts/training/past-import';
import { useQueryOf } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { Note, ProblemNote, Progress, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Totals } from '../../ui/totals.js';
import { PastConfirm } from './past-confirm.js';
import { PastRows } from './past-rows.js';
import { isUnderWay, stateTone } from './past-text.js';
import '../import/import.css';

const route = getRouteApi('/app/training/imports/$pastImportId');

function Body({ run }: { run: PastImport }) {
  if (isUnderWay(run.state)) {
    return (
      <Card>
        <div className="stack">
          <Progress label={`${pastImportStateLabel[run.state]}: ${showCount(run.rowsRead)} dòng`} />
          {run.trouble !== undefined && <Note tone="warning" title={run.trouble} />}
          <p className="soft">Đồng chí có thể rời trang này; việc vẫn chạy và tìm lại được ở danh sách các lần nhập.</p>
        </div>
      </Card>
    );
  }
  if (run.state === 'REFUSED') return <Note tone="error" title={run.trouble ?? 'Không nhận được tệp này.'} />;
  if (run.state === 'CANCELED') return <Note title="Lần nhập này đã hủy. Không có gì được ghi vào hệ thống." />;
  return (
    <>
      {run.state === 'READY' ? (
        <PastConfirm key={run.version} run={run} />
      ) : (
        <>
          <Note tone="done" title={run.finishedAt === undefined ? 'Đã nhập xong' : `Đã nhập xong lúc ${showInstant(run.finishedAt)}`} />
          {run.counts && (
            <Totals
              label="Kết quả nhập"
              items={[
                { label: 'Đã thêm mới', value: showCount(run.counts.new), tone: 'blue' },
                { label: 'Đã thay đổi', value: showCount(run.counts.changed) },
                { label: 'Không đổi', value: showCount(run.counts.unchanged) },
              ]}
            />
          )}
        </>
      )}
      <PastRows run={run} />
    </>
  );
}

/** One import of past attendances from its file to its report; it goes on without the page. */
export function PastImportPage() {
  const { pastImportId } = route.useParams();
  const first = useQueryOf(getPastImport, { pastImportId });
  const run = first.data;
  useQueryOf(getPastImport, { pastImportId }, { when: run !== undefined && isUnderWay(run.state), everySeconds: 1 });
  return (
    <Page
      title={run?.fileName ?? 'Nhập lượt học trước đây'}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/training" search={{ view: 'past' }}>
              Lượt học trước đây
            </Link>,
          ]}
        </Crumbs>
      }
      about={
        run && (
          <>
            <Badge tone={stateTone[run.state]}>{pastImportStateLabel[run.state]}</Badge>
            <span>Bắt đầu {showInstant(run.startedAt)}</span>
          </>
        )
      }
    >
      <ProblemNote problem={first.error} onRetry={() => void first.refetch()} />
      {run ? <Body run={run} /> : !first.error && <Skeleton lines={6} />}
    </Page>
  );
}
