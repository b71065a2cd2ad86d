import { getRouteApi, Link } from '@tanstack/react-router';
import { linesOnOrganization } from '@vungmanh/contracts/inspection/subject-line';
import { listPrograms } from '@vungmanh/contracts/inspection/program';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { today } from '../../text/dates.js';
import { buttonClass, IconButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import type { Unit } from '../plan/units.js';
import { WorkUnit } from '../plan/work-unit.js';
import { InspectionReportView } from '../inspection-report/inspection-report.js';
import { Checks } from '../meeting-check/checks.js';
import { ToldFindings } from '../meeting-check/told-findings.js';
import { Coverage } from './coverage.js';
import './inspection.css';
import { ProgramChoices } from './program-choices.js';
import { ProgramTable } from './program-table.js';
import { SubjectLines } from './subject-lines.js';

const route = getRouteApi('/app/inspection');

function Programs({ unit, year }: { unit: Unit; year: number }) {
  const list = useListOf(listPrograms, { nodeId: unit.nodeId, year, below: String(unit.below) }, { when: unit.below });
  const below = list.rows.filter((p) => p.nodeId !== unit.nodeId);
  return (
    <div className="stack loose">
      <ProgramChoices unit={unit} year={year} />
      {unit.below && (
        <Card title="Chương trình của tổ chức trực thuộc" flush={below.length > 0}>
          <ProblemNote problem={list.problem} onRetry={list.reload} />
          {list.loading ? (
            <Skeleton lines={5} />
          ) : below.length === 0 ? (
            <p className="soft">Năm {year} chưa có tổ chức trực thuộc nào lập chương trình.</p>
          ) : (
            <ProgramTable rows={below} {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })} />
          )}
        </Card>
      )}
    </div>
  );
}

function OnUs({ nodeId }: { nodeId: string }) {
  const list = useListOf(linesOnOrganization, { nodeId, limit: 20 });
  if (list.loading) return <Skeleton lines={5} />;
  if (list.rows.length === 0 && !list.problem) {
    return (
      <EmptyState icon="check" title="Chưa có cuộc kiểm tra, giám sát nào theo chương trình">
        <p>Cuộc kiểm tra, giám sát của cấp trên hiện ở đây sau khi chương trình được thông báo.</p>
      </EmptyState>
    );
  }
  return (
    <Card>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      <SubjectLines list={list} />
    </Card>
  );
}

function Year({ year }: { year: number }) {
  const navigate = route.useNavigate();
  const go = (to: number) => void navigate({ search: (now) => ({ ...now, year: to }) });
  return (
    <div className="row no-print">
      <IconButton icon="left" label={`Năm ${year - 1}`} onClick={() => go(year - 1)} />
      <span className="strong" role="status">
        Năm {year}
      </span>
      <IconButton icon="right" label={`Năm ${year + 1}`} onClick={() => go(year + 1)} />
    </div>
  );
}

/** Programs of inspection and supervision of the organizations that one works for, how far they reach, and what is planned about oneself. */
export function InspectionPage() {
  const { year = Number(today().slice(0, 4)), view = 'programs', node, period } = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  return (
    <Page
      title="Kiểm tra, giám sát"
      actions={
        <>
          <Link to="/member-supervision" className={buttonClass()}>
            Giám sát đảng viên theo quý
          </Link>
          <Link to="/inspection/cases" className={buttonClass()}>
            Hồ sơ từng cuộc
          </Link>
          <Year year={year} />
        </>
      }
    >
      <WorkUnit permission="inspection:read">
        {(unit) => (
          <Tabs
            label="Nội dung kiểm tra, giám sát"
            value={view}
            onChange={(next) => void navigate({ search: (now) => ({ ...now, view: next, node: undefined }) })}
            tabs={[
              { value: 'programs', label: 'Chương trình' },
              { value: 'coverage', label: 'Tổng hợp' },
              { value: 'report', label: 'Báo cáo' },
              ...(unit.below && may(session, 'inspection:check-meetings', unit.nodeId)
                ? [{ value: 'checks' as const, label: 'Sinh hoạt chi bộ' }]
                : []),
              { value: 'told', label: 'Đối với tổ chức mình' },
            ]}
          >
            {view === 'programs' && <Programs key={unit.nodeId} unit={unit} year={year} />}
            {view === 'coverage' && <Coverage nodeId={node ?? unit.nodeId} home={unit.nodeId} year={year} />}
            {view === 'report' && (
              <InspectionReportView
                nodeId={unit.nodeId}
                below={unit.below}
                period={period?.startsWith(String(year)) ? period : String(year)}
                onPeriod={(next) => void navigate({ search: (now) => ({ ...now, period: next }) })}
              />
            )}
            {view === 'checks' && <Checks key={unit.nodeId} unit={unit} year={year} />}
            {view === 'told' && (
              <div className="stack loose">
                <ToldFindings nodeId={unit.nodeId} />
                <OnUs key={unit.nodeId} nodeId={unit.nodeId} />
              </div>
            )}
          </Tabs>
        )}
      </WorkUnit>
    </Page>
  );
}
