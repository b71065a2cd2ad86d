import { getRouteApi, Link } from '@tanstack/react-router';
import { caseRegister, exportCaseRegister, registerDayLabel, RegisterPart, registerPartLabel } from '@vungmanh/contracts/inspection/case-register';
import { inspectorLabel } from '@vungmanh/contracts/inspection/kind';
import { programChoices, type ProgramActor } from '@vungmanh/contracts/inspection/program';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { useState } from 'react';
import { useListOf, useQueryOf } from '../../api/queries.js';
import { showDate, today } from '../../text/dates.js';
import { Button, IconButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chips } from '../../ui/chips.js';
import { DataTable } from '../../ui/data-table.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { actorText } from '../inspection/inspection-text.js';
import { DownloadButton } from '../meeting/download-button.js';
import { WorkUnit } from '../plan/work-unit.js';
import { RowLink } from './row-link.js';

const route = getRouteApi('/app/inspection/register');

interface Book {
  readonly nodeId: string;
  readonly actor: ProgramActor;
  readonly year: number;
}

function Part({ book, part }: { book: Book; part: RegisterPart }) {
  const list = useListOf(caseRegister, { ...book, part, limit: 200 });
  return (
    <Card title={registerPartLabel[part]} flush={list.rows.length > 0}>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading && <Skeleton lines={3} />}
      {!list.loading && list.rows.length === 0 && !list.problem && <p className="soft">Trong năm chưa có mục nào đồng chí được xem.</p>}
      {list.rows.length > 0 && (
        <DataTable
          caption={registerPartLabel[part]}
          rows={list.rows}
          rowKey={(row) => row.id}
          {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
          columns={[
            { key: 'on', header: registerDayLabel[part], nowrap: true, cell: (row) => showDate(row.on) },
            { key: 'about', header: 'Đối tượng', phone: 'title', cell: (row) => <RowLink row={row} /> },
            { key: 'what', header: 'Nội dung', cell: (row) => row.what },
            {
              key: 'papers',
              header: 'Văn bản',
              cell: (row) => (row.papers.length === 0 ? '–' : <span className="pre-line">{row.papers.join('\n')}</span>),
            },
            { key: 'stands', header: 'Tình trạng', cell: (row) => row.stands },
          ]}
        />
      )}
    </Card>
  );
}

function Whole({ book }: { book: Book }) {
  const node = useQueryOf(nodeDetail, { nodeId: book.nodeId });
  return (
    <>
      <div className="row apart">
        <h2>
          Sổ theo dõi năm {book.year}: {node.data ? actorText(book.actor, node.data.name) : inspectorLabel[book.actor]}
        </h2>
        <div className="row no-print">
          <DownloadButton operation={exportCaseRegister} input={book} name={`sổ theo dõi năm ${book.year}`}>
            Xuất Excel
          </DownloadButton>
          <Button size="small" icon="print" onClick={() => window.print()}>
            In sổ
          </Button>
        </div>
      </div>
      {RegisterPart.options.map((part) => (
        <Part key={`${part}${book.actor}${book.year}`} book={book} part={part} />
      ))}
      <p className="soft small">
        Sổ chỉ gồm những hồ sơ mà đồng chí có tên trong danh sách người được biết; hồ sơ khác của cơ quan không hiện ở đây, kể cả số lượng.
      </p>
    </>
  );
}

function Books({ nodeId, year }: { nodeId: string; year: number }) {
  const [chosen, setChosen] = useState<ProgramActor>();
  const choices = useQueryOf(programChoices, { nodeId, year });
  const actors = (choices.data?.items ?? []).map(({ actor }) => actor);
  const actor = actors.find((one) => one === chosen) ?? actors[0];
  return (
    <div className="stack loose">
      <ProblemNote problem={choices.error} onRetry={() => void choices.refetch()} />
      {actors.length > 1 && (
        <div className="no-print">
          <Chips
            label="Cơ quan"
            required
            value={actor}
            onChange={setChosen}
            options={actors.map((value) => ({ value, label: inspectorLabel[value] }))}
          />
        </div>
      )}
      {actor !== undefined && <Whole book={{ nodeId, actor, year }} />}
    </div>
  );
}

/** The book of a body for a year: its cases, what they asked for, and its discipline, to read, print and take along. */
export function RegisterPage() {
  const { year = Number(today().slice(0, 4)) } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (to: number) => void navigate({ search: { year: to } });
  return (
    <Page
      title="Sổ theo dõi kiểm tra, giám sát, kỷ luật"
      crumbs={
        <Crumbs>
          {[
            <Link key="report" to="/inspection" search={{ view: 'report', year }}>
              Báo cáo kiểm tra, giám sát
            </Link>,
          ]}
        </Crumbs>
      }
      actions={
        <div className="row no-print">
          <IconButton icon="left" label={`Năm ${year - 1}`} onClick={() => go(year - 1)} />
          <span className="strong" role="status">
            Năm {year}
          </span>
          <IconButton icon="right" label={`Năm ${year + 1}`} onClick={() => go(year + 1)} />
        </div>
      }
    >
      <WorkUnit permission="inspection:read">{(unit) => <Books key={unit.nodeId} nodeId={unit.nodeId} year={year} />}</WorkUnit>
    </Page>
  );
}
