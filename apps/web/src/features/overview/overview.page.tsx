import { getRouteApi, Link } from '@tanstack/react-router';
import { exportOverview, overviewOfChildren, overviewOfYear, thematicMissing } from '@vungmanh/contracts/meetings/overview';
import { myRoots, nodeDetail } from '@vungmanh/contracts/organization/browse';
import type { Month } from '@vungmanh/contracts/types';
import { addMonthsTo, monthOf } from '@vungmanh/regulations/calendar';
import { useQueryOf } from '../../api/queries.js';
import { may, nodesWith, useSession } from '../../session/session.js';
import { showInstant, showMonth, today } from '../../text/dates.js';
import { Button, IconButton } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { DownloadButton } from '../meeting/download-button.js';
import { startsOf } from './figures.js';
import { Cell, Level } from './level.js';
import './overview.css';
import { useFreshOnFocus } from './use-fresh-on-focus.js';

const route = getRouteApi('/app/overview');
const shown = [overviewOfChildren, overviewOfYear, thematicMissing] as const;

interface ViewProps {
  readonly nodeId: string;
  readonly month: Month;
  /** Where the person may begin, with names; more than one is offered as a choice. */
  readonly starts: readonly { readonly value: string; readonly label: string }[];
}

function MonthStepper({ month }: { month: Month }) {
  const navigate = route.useNavigate();
  const go = (to: Month) => void navigate({ search: (now) => ({ ...now, month: to }) });
  const before = addMonthsTo(month, -1);
  const after = addMonthsTo(month, 1);
  const current = monthOf(today());
  return (
    <div className="row no-print">
      <IconButton icon="left" label={`Về ${showMonth(before)}`} onClick={() => go(before)} />
      <span className="strong overview-month" role="status">
        Tháng {month.slice(5)}/{month.slice(0, 4)}
      </span>
      <IconButton icon="right" label={`Sang ${showMonth(after)}`} onClick={() => go(after)} />
      {month !== current && (
        <Button look="quiet" size="small" onClick={() => go(current)}>
          Tháng này
        </Button>
      )}
    </div>
  );
}

function View({ nodeId, month, starts }: ViewProps) {
  const session = useSession();
  const navigate = route.useNavigate();
  useFreshOnFocus(shown);
  const overview = useQueryOf(overviewOfChildren, { nodeId, month });
  const node = useQueryOf(nodeDetail, { nodeId }, { when: may(session, 'organization:read') });
  const [top, ...lines] = overview.data?.items ?? [];
  const way = node.data?.path.filter((step) => step.readable) ?? [];
  return (
    <Page
      title={top?.name ?? node.data?.name ?? 'Toàn cảnh'}
      crumbs={
        way.length > 0 && (
          <Crumbs>
            {way.map((step) => (
              <Link key={step.id} to="/overview" search={{ node: step.id, month }}>
                {step.name}
              </Link>
            ))}
          </Crumbs>
        )
      }
      about={
        <>
          <span>Toàn cảnh sinh hoạt {showMonth(month)}</span>
          {overview.data && <span className="small">Số liệu lúc {showInstant(new Date(overview.dataUpdatedAt).toISOString())}</span>}
        </>
      }
      actions={
        <DownloadButton operation={exportOverview} input={{ nodeId, month }} name={`Toàn cảnh ${showMonth(month)}`}>
          Xuất Excel
        </DownloadButton>
      }
    >
      <div className="row apart no-print">
        <MonthStepper month={month} />
        {starts.length > 1 && (
          <SelectField
            label="Tổ chức bắt đầu"
            hideLabel
            optional
            empty="Chọn tổ chức khác…"
            options={starts}
            value={starts.find((s) => s.value === nodeId)?.value}
            onChange={(id) => void navigate({ search: { node: id, month } })}
          />
        )}
      </div>
      <ProblemNote problem={overview.error} onRetry={() => void overview.refetch()} />
      {top && overview.data ? (
        lines.length === 0 ? (
          <Cell top={top} month={month} quarter={overview.data.quarter} />
        ) : (
          <Level top={top} month={month} quarter={overview.data.quarter} lines={lines} />
        )
      ) : (
        !overview.error && (overview.data ? <EmptyState icon="overview" title="Không có số liệu của tổ chức này" /> : <Skeleton lines={10} />)
      )}
    </Page>
  );
}

/** The view from above: one organization in one month, level by level down to the cell and its year. */
export function OverviewPage() {
  const session = useSession();
  const { node, month = monthOf(today()) } = route.useSearch();
  const roots = useQueryOf(myRoots, {}, { when: may(session, 'organization:read') });
  const lines = roots.data?.items ?? [];
  const starts = startsOf(
    lines.map((l) => l.id),
    nodesWith(session, 'meetings:overview'),
  );
  const nodeId = node ?? starts[0];
  if (node === undefined && roots.isLoading) {
    return (
      <Page title="Toàn cảnh">
        <Skeleton lines={10} />
      </Page>
    );
  }
  if (nodeId === undefined) {
    return (
      <Page title="Toàn cảnh">
        <EmptyState icon="overview" title="Đồng chí chưa được giao xem toàn cảnh tổ chức nào" />
      </Page>
    );
  }
  const choices = starts.flatMap((id) => lines.filter((l) => l.id === id).map((l) => ({ value: l.id, label: l.name })));
  // Another organization is another page: its heading takes the focus.
  return (
    <div className="overview">
      <View key={nodeId} nodeId={nodeId} month={month} starts={choices} />
    </div>
  );
}
