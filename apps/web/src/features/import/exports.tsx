import { downloadExport, type Export, exportStateLabel, listExports, startExport } from '@vungmanh/contracts/organization/export';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { useEffect, useState } from 'react';
import { download } from '../../api/api.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand, useListOf, useQueryOf } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { CheckField } from '../../ui/choice-field.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import type { Found } from '../../ui/find-field.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { OrganizationField } from '../organization/organization-field.js';

const tones: Record<Export['state'], Tone> = { RUNNING: 'active', DONE: 'done', FAILED: 'late' };

function columnsOf(onDownload: (run: Export) => void): readonly Column<Export>[] {
  return [
    { key: 'node', header: 'Tổ chức', cell: (run) => <span className="strong">{run.nodeName}</span>, phone: 'title' },
    { key: 'when', header: 'Bắt đầu', cell: (run) => showInstant(run.startedAt), nowrap: true },
    { key: 'organizations', header: 'Tổ chức đảng', cell: (run) => showCount(run.organizations), align: 'end' },
    { key: 'members', header: 'Đảng viên', cell: (run) => (run.withMembers ? showCount(run.members) : ''), align: 'end' },
    { key: 'state', header: 'Tình trạng', phone: 'mark', cell: (run) => <Badge tone={tones[run.state]}>{exportStateLabel[run.state]}</Badge> },
    {
      key: 'file',
      header: 'Tệp',
      cell: (run) =>
        run.state === 'DONE' && (
          <Button
            size="small"
            icon="download"
            aria-label={`Tải xuống: ${run.nodeName}, ${showInstant(run.startedAt)}`}
            onClick={() => onDownload(run)}
          >
            Tải xuống
          </Button>
        ),
    },
  ];
}

/** The workbook of an organization and everything below it, written while the person does something else. */
export function Exports({ nodeId }: { nodeId: string }) {
  const home = useQueryOf(nodeDetail, { nodeId });
  const [chosen, setChosen] = useState<{ node: Found | undefined }>();
  const node: Found | undefined = chosen ? chosen.node : home.data && { id: home.data.id, name: home.data.name };
  const [withMembers, setWithMembers] = useState(true);
  const [problem, setProblem] = useState<ProblemError>();
  const { rows, reload, loading, hasMore, more, loadingMore, problem: listProblem } = useListOf(listExports, { limit: 10 });
  const command = useCommand(startExport, { changes: [listExports] });
  const moving = rows.some((run) => run.state === 'RUNNING');
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(reload, 2000);
    return () => clearInterval(timer);
  }, [moving, reload]);
  const save = (run: Export) => {
    setProblem(undefined);
    download(downloadExport, { exportId: run.id }).catch((thrown: unknown) => {
      if (thrown instanceof ProblemError) setProblem(thrown);
    });
  };
  return (
    <div className="stack">
      <Card title="Xuất ra tệp Excel">
        <div className="stack">
          <OrganizationField label="Tổ chức" hint="Cùng mọi tổ chức trực thuộc." value={node} onChange={(found) => setChosen({ node: found })} />
          <CheckField label="Cả danh sách đảng viên" hint="Việc xuất được ghi lại." checked={withMembers} onChange={setWithMembers} />
          <ProblemNote problem={command.error ?? problem} />
          <div>
            <Button
              look="primary"
              icon="download"
              disabled={!node}
              busy={command.isPending}
              onClick={() => node && command.mutate({ input: { nodeId: node.id, withMembers } })}
            >
              Tạo tệp
            </Button>
          </div>
        </div>
      </Card>
      <Card title="Các tệp đã tạo" flush>
        {listProblem ? (
          <ProblemNote problem={listProblem} onRetry={reload} />
        ) : loading ? (
          <Skeleton lines={3} />
        ) : rows.length === 0 ? (
          <EmptyState icon="download" title="Chưa tạo tệp nào" />
        ) : (
          <DataTable
            caption="Các tệp đã tạo"
            columns={columnsOf(save)}
            rows={rows}
            rowKey={(run) => run.id}
            {...(hasMore ? { more: { load: more, busy: loadingMore } } : {})}
          />
        )}
      </Card>
    </div>
  );
}
