import { getRouteApi, Link } from '@tanstack/react-router';
import { roundLevelLabel, roundStateLabel } from '@vungmanh/contracts/training/contest';
import {
  type ContestRound,
  downloadRoundPaper,
  type Entry,
  getRound,
  jurorRoleLabel,
  RoundPaperKind,
  roundPaperLabel,
  withdrawEntry,
} from '@vungmanh/contracts/training/contest-round';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { DownloadButton } from '../meeting/download-button.js';
import { Quizzes } from '../quiz/quizzes.js';
import { pointsText, roundTone } from './contest-text.js';
import './contest.css';
import { RoundActs } from './round-acts.js';

const route = getRouteApi('/app/training/rounds/$roundId');

function Withdraw({ round, entry, onClose }: { round: ContestRound; entry: Entry; onClose: () => void }) {
  const command = useCommand(withdrawEntry, { onDone: onClose });
  const form = useForm(withdrawEntry.input, { roundId: round.id, entryId: entry.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: round.version })}
      actions={<FormButtons submit="Rút tên" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>Đồng chí {entry.name} không dự vòng thi này nữa.</p>
      <TextField label="Lý do" maxLength={500} {...form.text('because')} />
    </Form>
  );
}

const columnsOf = (round: ContestRound, onWithdraw: (entry: Entry) => void): readonly Column<Entry>[] => [
  ...(round.state === 'CLOSED' ? [{ key: 'place', header: 'Hạng', cell: (e: Entry) => e.result?.place ?? '' }] : []),
  { key: 'name', header: 'Họ và tên', phone: 'title', cell: (e) => e.name },
  { key: 'unit', header: 'Tổ chức đảng', cell: (e) => e.nodeName },
  ...(round.state === 'CLOSED'
    ? [
        ...round.contest.criteria.map((one) => ({
          key: one.key,
          header: one.label,
          align: 'end' as const,
          cell: (e: Entry) => pointsText(e.result?.points.find((p) => p.key === one.key)?.points ?? 0),
        })),
        {
          key: 'total',
          header: 'Tổng điểm',
          align: 'end' as const,
          cell: (e: Entry) => <span className="strong">{pointsText(e.result?.total ?? 0)}</span>,
        },
      ]
    : [{ key: 'marked', header: 'Giám khảo đã chấm', align: 'end' as const, cell: (e: Entry) => `${e.marked}/${e.jurors}` }]),
  ...(round.may.includes('withdraw-entry')
    ? [
        {
          key: 'act',
          header: 'Việc',
          cell: (e: Entry) => (
            <Button size="small" look="quiet" onClick={() => onWithdraw(e)}>
              Rút tên
            </Button>
          ),
        },
      ]
    : []),
];

function Entries({ round }: { round: ContestRound }) {
  const [leaving, setLeaving] = useState<Entry>();
  return (
    <Card title={round.state === 'CLOSED' ? 'Kết quả vòng thi' : `Người dự thi (${round.entries.length})`} flush={round.entries.length > 0}>
      {round.entries.length === 0 ? (
        <EmptyState icon="people" title="Chưa có người dự thi" />
      ) : (
        <DataTable caption="Người dự thi" columns={columnsOf(round, setLeaving)} rows={round.entries} rowKey={(e) => e.id} />
      )}
      <Dialog open={leaving !== undefined} title="Rút người dự thi" onClose={() => setLeaving(undefined)}>
        {leaving && <Withdraw round={round} entry={leaving} onClose={() => setLeaving(undefined)} />}
      </Dialog>
    </Card>
  );
}

function Papers({ round }: { round: ContestRound }) {
  const numbers = { MINUTES: round.minutesNumber, RESULTS: round.resultNumber } as const;
  return (
    <Card title="Văn bản">
      <ul className="round-list">
        {RoundPaperKind.options.map((kind) => (
          <li key={kind} className="row apart">
            <span>
              {roundPaperLabel[kind]}
              <span className="soft small"> · {numbers[kind] ?? 'đang lấy số văn bản'}</span>
            </span>
            <span className="row">
              {(['pdf', 'docx'] as const).map((format) => (
                <DownloadButton
                  key={format}
                  operation={downloadRoundPaper}
                  input={{ roundId: round.id, kind, format }}
                  name={`${roundPaperLabel[kind]}, bản ${format}`}
                >
                  {format === 'pdf' ? 'PDF' : 'Word'}
                </DownloadButton>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A round for whoever holds it: who takes part, the jury, the quiz, and what came of it. */
export function RoundPage() {
  const { roundId } = route.useParams();
  const found = useQueryOf(getRound, { roundId }, { everySeconds: 15, until: (r) => r.state !== 'CLOSED' || r.resultNumber !== undefined });
  const round = found.data;
  return (
    <Page
      title={round?.title ?? 'Vòng thi'}
      about={round?.contest.title}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/training" search={{ view: 'contests' }}>
              Hội thi
            </Link>,
          ]}
        </Crumbs>
      }
      actions={round && <RoundActs round={round} />}
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {round ? (
        <div className="stack loose">
          <Card title="Về vòng thi" aside={<Badge tone={roundTone(round.state)}>{roundStateLabel[round.state]}</Badge>}>
            <Facts
              items={[
                ['Cấp', roundLevelLabel[round.level]],
                ['Thời gian, địa điểm', `${showDate(round.heldOn)}, ${round.place}`],
                ['Thể lệ', round.contest.ground],
                ['Thang điểm', round.contest.criteria.map((one) => `${one.label}: ${one.max}`).join('; ')],
                ['Ban giám khảo', round.jury.map((one) => `${one.name} (${jurorRoleLabel[one.role].toLowerCase()})`).join('; ') || 'Chưa lập'],
              ]}
            />
          </Card>
          <Entries round={round} />
          {round.state === 'CLOSED' && <Papers round={round} />}
          <Quizzes nodeId={round.nodeId} of={{ roundId }} mayAdd={round.state === 'ENTERING' || round.state === 'MARKING'} />
        </div>
      ) : (
        !found.error && <Skeleton lines={8} />
      )}
    </Page>
  );
}
