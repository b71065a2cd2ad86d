import { type Committee, type Seat, seatEndLabel, seatOriginLabel } from '@vungmanh/contracts/organization/committee';
import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import { useState } from 'react';
import { may, useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, Note } from '../../ui/notes.js';
import { showPeriod } from '../../text/periods.js';
import { decisionText } from './decision-text.js';
import { DeviationNotes } from './deviation-notes.js';
import { EndSeatForm } from './end-seat-form.js';
import { OpenTermForm } from './open-term-form.js';
import { NAME_COMING, postName } from './posts.js';
import { SeatForm } from './seat-form.js';

type Doing = { readonly what: 'term' | 'seat' } | { readonly what: 'end'; readonly seat: Seat };

/** Columns of the seats; `onEnd` where somebody may end one. */
function seatColumns(committee: Committee, onEnd: ((seat: Seat) => void) | undefined): readonly Column<Seat>[] {
  const columns: Column<Seat>[] = [
    { key: 'name', header: 'Họ và tên', cell: (s) => <span className="strong">{s.name ?? NAME_COMING}</span>, phone: 'title' },
    {
      key: 'post',
      header: 'Chức vụ',
      cell: (s) => (
        <>
          {postName(committee.kind, s.post)} <span className="soft small nowrap">({seatOriginLabel[s.origin].toLowerCase()})</span>
        </>
      ),
    },
    { key: 'born', header: 'Năm sinh', cell: (s) => s.birthYear, align: 'end' },
    { key: 'from', header: 'Từ ngày', cell: (s) => showDate(s.from), nowrap: true },
    {
      key: 'end',
      header: 'Thay đổi',
      nowrap: true,
      cell: (s) => (
        <span className="row">
          {s.to !== undefined && <Badge tone="muted">Thôi từ {showDate(s.to)}</Badge>}
          {onEnd && s.to === undefined && (
            <Button size="small" look="quiet" aria-label={`Cho thôi giữ chức vụ: ${s.name ?? NAME_COMING}`} onClick={() => onEnd(s)}>
              Cho thôi
            </Button>
          )}
        </span>
      ),
    },
  ];
  return columns.filter((c) => c.key !== 'end' || onEnd || committee.seats.some((s) => s.to !== undefined));
}

interface CommitteeCardProps {
  readonly node: NodeDetail;
  readonly committee: Committee;
  /** The day that the page shows; today when absent. Of a day in the past nothing is changed. */
  readonly asOf: string | undefined;
}

export function CommitteeCard({ node, committee, asOf }: CommitteeCardProps) {
  const session = useSession();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const mayStaff = asOf === undefined && node.status === 'ACTIVE' && may(session, 'organization:staff', node.id);
  const { term, seats, terms } = committee;
  const body = { id: committee.bodyId, kind: committee.kind, nodeId: node.id };
  const earlier = terms.filter((t) => t.id !== term?.id);
  return (
    <Card
      title={committee.name}
      aside={
        mayStaff && (
          <div className="row no-print">
            {term && (
              <Button size="small" icon="plus" onClick={() => setDoing({ what: 'seat' })}>
                Phân công chức vụ
              </Button>
            )}
            <Button size="small" onClick={() => setDoing({ what: 'term' })}>
              Mở nhiệm kỳ
            </Button>
          </div>
        )
      }
    >
      <div className="stack">
        {term ? (
          <Facts
            items={[
              ['Nhiệm kỳ', term.number],
              ['Bắt đầu', showDate(term.from)],
              ['Dự kiến kết thúc', term.plannedTo && showDate(term.plannedTo)],
              ['Quyết định', decisionText(term.decision)],
            ]}
          />
        ) : (
          <EmptyState icon="people" title={asOf === undefined ? 'Chưa có nhiệm kỳ nào' : 'Không có nhiệm kỳ nào vào ngày này'}>
            {mayStaff && <p>Mở nhiệm kỳ cùng danh sách bí thư, phó bí thư, cấp ủy viên được bầu hoặc chỉ định.</p>}
          </EmptyState>
        )}
        {seats.length > 0 && (
          <DataTable
            caption={`Cấp ủy của ${committee.name}`}
            columns={seatColumns(committee, mayStaff ? (seat) => setDoing({ what: 'end', seat }) : undefined)}
            rows={seats}
            rowKey={(s) => s.id}
          />
        )}
        {committee.vacancies.map(({ post, since, because, decision }) => (
          <Note key={`${post} ${since}`} tone="warning" title={`Khuyết ${postName(committee.kind, post)} từ ${showDate(since)}`}>
            <p>
              {seatEndLabel[because]}
              {decision && ` theo Quyết định ${decisionText(decision) ?? ''}`}. Hãy bầu hoặc chỉ định bổ sung.
            </p>
          </Note>
        ))}
        <DeviationNotes deviations={[...(term?.deviations ?? []), ...seats.flatMap((s) => s.deviations)]} />
        {earlier.length > 0 && (
          <details>
            <summary>Các nhiệm kỳ khác ({earlier.length})</summary>
            <ul>
              {earlier.map((t) => (
                <li key={t.id}>
                  <span className="strong">{t.number}</span>: {showPeriod(t.from, t.to)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <Dialog open={doing?.what === 'term'} title={`Mở nhiệm kỳ: ${committee.name}`} onClose={close}>
        <OpenTermForm body={body} onClose={close} />
      </Dialog>
      <Dialog open={doing?.what === 'seat'} title={`Phân công chức vụ: ${committee.name}`} onClose={close}>
        <SeatForm body={body} onClose={close} />
      </Dialog>
      <Dialog open={doing?.what === 'end'} title="Cho thôi giữ chức vụ" onClose={close}>
        {doing?.what === 'end' && <EndSeatForm seat={doing.seat} kind={committee.kind} onClose={close} />}
      </Dialog>
    </Card>
  );
}
