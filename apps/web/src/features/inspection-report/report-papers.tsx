import { Link, useNavigate } from '@tanstack/react-router';
import { inspectorLabel } from '@vungmanh/contracts/inspection/kind';
import { programChoices, type ProgramActor } from '@vungmanh/contracts/inspection/program';
import type { ReportPeriod } from '@vungmanh/contracts/inspection/report';
import { reportPeriodText } from '@vungmanh/contracts/inspection/report-label';
import { listReportPapers, openReportPaper, reportPaperStateLabel, type ReportPaperLine } from '@vungmanh/contracts/inspection/report-paper';
import { useCommand, useListOf, useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote } from '../../ui/notes.js';
import { actorText } from '../inspection/inspection-text.js';

interface Which {
  readonly nodeId: string;
  readonly period: ReportPeriod;
}

/** A button for each body that has no report of the period yet. */
function Begin({ nodeId, period, written }: Which & { written: readonly ProgramActor[] }) {
  const navigate = useNavigate();
  const choices = useQueryOf(programChoices, { nodeId, year: Number(period.slice(0, 4)) });
  const command = useCommand(openReportPaper, {
    onDone: ({ id }) => void navigate({ to: '/inspection/reports/$reportPaperId', params: { reportPaperId: id } }),
  });
  const waiting = (choices.data?.items ?? []).filter(({ actor }) => !written.includes(actor));
  return (
    <div className="stack no-print">
      <div className="row">
        {waiting.map(({ actor }) => (
          <Button
            key={actor}
            icon="plus"
            busy={command.isPending && command.variables.input.actor === actor}
            onClick={() => command.mutate({ input: { nodeId, actor, period } })}
          >
            {`Soạn báo cáo: ${inspectorLabel[actor]}`}
          </Button>
        ))}
      </div>
      <ProblemNote problem={command.error} />
    </div>
  );
}

function Papers({ rows }: { rows: readonly ReportPaperLine[] }) {
  return (
    <DataTable
      caption="Văn bản báo cáo"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'who',
          header: 'Cơ quan báo cáo',
          phone: 'title',
          cell: (row) => (
            <Link to="/inspection/reports/$reportPaperId" params={{ reportPaperId: row.id }} className="strong">
              {actorText(row.actor, row.nodeName)}
            </Link>
          ),
        },
        { key: 'period', header: 'Kỳ', cell: (row) => reportPeriodText(row.period) },
        {
          key: 'number',
          header: 'Số, ngày',
          cell: (row) => (row.issuedOn === undefined ? '–' : `${row.number ?? 'đang lấy số'}, ngày ${showDate(row.issuedOn)}`),
        },
        {
          key: 'state',
          header: 'Tình trạng',
          phone: 'mark',
          cell: (row) => <Badge tone={row.state === 'ISSUED' ? 'done' : 'wait'}>{reportPaperStateLabel[row.state]}</Badge>,
        },
      ]}
    />
  );
}

/** The papers of the period: one's own body's to write, and those of the bodies below to read. */
export function ReportPapers({ nodeId, below, period }: Which & { below: boolean }) {
  const session = useSession();
  const list = useListOf(listReportPapers, { nodeId, year: Number(period.slice(0, 4)), below: String(below), limit: 50 });
  const rows = list.rows.filter((row) => row.period === period);
  const own = rows.filter((row) => row.nodeId === nodeId).map((row) => row.actor);
  const canBegin = may(session, 'inspection:plan', nodeId) && `${period.slice(0, 4)}-01-01` <= today();
  if (rows.length === 0 && !canBegin && !list.hasMore) return null;
  return (
    <Card title="Văn bản báo cáo của kỳ">
      <div className="stack">
        <ProblemNote problem={list.problem} onRetry={list.reload} />
        {rows.length > 0 && <Papers rows={rows} />}
        <MoreButton {...list} />
        {canBegin && !list.loading && <Begin nodeId={nodeId} period={period} written={own} />}
      </div>
    </Card>
  );
}
