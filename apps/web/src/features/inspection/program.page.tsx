import { getRouteApi, Link } from '@tanstack/react-router';
import { exportProgram } from '@vungmanh/contracts/inspection/coverage';
import { getProgram, type Program, programStateLabel } from '@vungmanh/contracts/inspection/program';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { showDate, showInstant } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { Totals } from '../../ui/totals.js';
import { DownloadButton } from '../meeting/download-button.js';
import { Amendments } from './amendments.js';
import { Grid } from './grid.js';
import { actorText, programTitle, stateTone } from './inspection-text.js';
import './inspection.css';
import { ProgramActs } from './program-acts.js';
import { QuarterBars } from './quarter-bars.js';
import { SensitiveFields } from './sensitive-fields.js';

const route = getRouteApi('/app/inspection/programs/$programId');

function About({ program }: { program: Program }) {
  const { approval, publishedAt, closedAt } = program;
  return (
    <>
      <span className="row">
        {actorText(program.actor, program.nodeName)}
        <Badge tone={stateTone[program.state]}>{programStateLabel[program.state]}</Badge>
      </span>
      {approval && (
        <span className="small">
          {approval.meeting}, ngày {showDate(approval.on)}
          {approval.number !== undefined && ` · ${approval.number}`}
          {approval.numberAwaited && ' · đang lấy số văn bản'}
          {publishedAt !== undefined && ` · thông báo lúc ${showInstant(publishedAt)}`}
          {closedAt !== undefined && ` · kết thúc lúc ${showInstant(closedAt)}`}
        </span>
      )}
    </>
  );
}

function View({ program }: { program: Program }) {
  const [view, setView] = useState<'grid' | 'amendments' | 'sensitive'>('grid');
  const { lines } = program;
  return (
    <>
      <ProgramActs program={program} />
      <Totals
        label="Số cuộc"
        items={[
          { label: 'Chưa tiến hành', value: showCount(lines.planned) },
          { label: 'Đang tiến hành', value: showCount(lines.inProgress), tone: 'amber' },
          { label: 'Đã xong', value: showCount(lines.done), tone: 'blue' },
          { label: 'Quá hạn', value: showCount(lines.overdue), tone: 'red' },
        ]}
      />
      <Card title="Tiến độ từng quý">
        <QuarterBars quarters={program.quarters} />
      </Card>
      <Tabs
        label="Nội dung chương trình"
        value={view}
        onChange={setView}
        tabs={[
          { value: 'grid', label: 'Đối tượng theo quý' },
          { value: 'amendments', label: 'Điều chỉnh' },
          { value: 'sensitive', label: 'Lĩnh vực nhạy cảm', count: program.sensitive.length },
        ]}
      >
        {view === 'grid' && <Grid program={program} />}
        {view === 'amendments' && <Amendments program={program} />}
        {view === 'sensitive' && <SensitiveFields program={program} />}
      </Tabs>
    </>
  );
}

/** The program of one body and year: drafted, approved, published and followed here. */
export function ProgramPage() {
  const { programId } = route.useParams();
  const program = useQueryOf(
    getProgram,
    { programId },
    // The register gives the number a moment after the approval.
    { everySeconds: 2, until: (p) => p.approval?.numberAwaited !== true },
  );
  return (
    <Page
      title={program.data ? programTitle(program.data) : 'Chương trình kiểm tra, giám sát'}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/inspection">
              Kiểm tra, giám sát
            </Link>,
          ]}
        </Crumbs>
      }
      about={program.data && <About program={program.data} />}
      actions={
        program.data && (
          <DownloadButton operation={exportProgram} input={{ programId }} name={programTitle(program.data)}>
            Xuất Excel
          </DownloadButton>
        )
      }
    >
      <ProblemNote problem={program.error} onRetry={() => void program.refetch()} />
      {program.data ? <View program={program.data} /> : !program.error && <Skeleton lines={10} />}
    </Page>
  );
}
