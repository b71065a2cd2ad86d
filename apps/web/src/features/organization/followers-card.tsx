import { type FollowedCell, followedCells, FollowedFilter, followedFilterLabel, type Follower } from '@vungmanh/contracts/organization/follower';
import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { CheckField } from '../../ui/choice-field.js';
import { Chips } from '../../ui/chips.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { AssignFollowerForm } from './assign-follower-form.js';
import { EndFollowerForm } from './end-follower-form.js';
import { NAME_COMING } from './posts.js';

interface Doings {
  readonly chosen: ReadonlySet<string>;
  /** Absent where there is only one cell, which then is the chosen one. */
  readonly onChoose: ((bodyId: string, on: boolean) => void) | undefined;
  readonly onEnd: (follower: Follower) => void;
}

function columnsOf(doings: Doings | undefined): readonly Column<FollowedCell>[] {
  return [
    {
      key: 'name',
      header: 'Chi bộ',
      phone: 'title',
      cell: (c) =>
        doings?.onChoose ? (
          <CheckField label={c.name} checked={doings.chosen.has(c.bodyId)} onChange={(on) => doings.onChoose?.(c.bodyId, on)} />
        ) : (
          <span className="strong">{c.name}</span>
        ),
    },
    { key: 'parent', header: 'Trực thuộc', cell: (c) => c.parentName },
    {
      key: 'followers',
      header: 'Cấp ủy viên theo dõi',
      cell: (c) =>
        c.followers.length > 0 ? (
          <ul className="people-inline">
            {c.followers.map((f) => (
              <li key={f.id}>
                <span>
                  {f.name ?? NAME_COMING} <span className="soft small">từ {showDate(f.from)}</span>
                </span>
                {doings && f.to === undefined && (
                  <Button size="small" look="quiet" aria-label={`Thôi phân công ${f.name ?? NAME_COMING}`} onClick={() => doings.onEnd(f)}>
                    Thôi
                  </Button>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <span className="soft">Chưa phân công</span>
        ),
    },
  ];
}

/** Cells at and below an organization with the superior committee members who follow them. */
export function FollowersCard({ node }: { node: NodeDetail }) {
  const session = useSession();
  const mayAssign = node.status === 'ACTIVE' && may(session, 'organization:assign-follower', node.id);
  const [show, setShow] = useState<FollowedFilter>('ALL');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState(false);
  const [ending, setEnding] = useState<Follower>();
  const { rows, problem, reload, loading, hasMore, more, loadingMore } = useListOf(followedCells, { nodeId: node.id, show });
  const choose = (bodyId: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, bodyId] : [...before].filter((id) => id !== bodyId)));
  const single = node.traits.meetsAsCell;
  const cells = single ? rows : rows.filter((c) => chosen.has(c.bodyId));
  // Whoever follows a cell sits above it: they are looked for below the highest organization that may be read.
  const among = node.path.find((step) => step.readable)?.id ?? node.id;
  return (
    <div className="stack">
      <div className="row apart">
        {!single && (
          <Chips
            required
            label="Lọc chi bộ"
            value={show}
            onChange={(next) => setShow(next ?? 'ALL')}
            options={FollowedFilter.options.map((value) => ({ value, label: followedFilterLabel[value] }))}
          />
        )}
        {mayAssign && (
          <Button icon="plus" disabled={cells.length === 0} onClick={() => setAssigning(true)}>
            {single ? 'Phân công người theo dõi' : cells.length === 0 ? 'Chọn chi bộ để phân công' : `Phân công theo dõi ${cells.length} chi bộ`}
          </Button>
        )}
      </div>
      {problem ? (
        <ProblemNote problem={problem} onRetry={reload} />
      ) : loading ? (
        <Skeleton lines={5} />
      ) : rows.length === 0 ? (
        <EmptyState icon="people" title={show === 'UNFOLLOWED' ? 'Chi bộ nào cũng đã có người theo dõi' : 'Không có chi bộ nào'} />
      ) : (
        <DataTable
          caption={`Phân công theo dõi chi bộ, ${node.name}`}
          columns={columnsOf(mayAssign ? { chosen, onChoose: single ? undefined : choose, onEnd: setEnding } : undefined)}
          rows={rows}
          rowKey={(c) => c.bodyId}
          {...(hasMore ? { more: { load: more, busy: loadingMore } } : {})}
        />
      )}
      <Dialog open={assigning} title="Phân công cấp ủy viên theo dõi chi bộ" onClose={() => setAssigning(false)}>
        <AssignFollowerForm
          cells={cells}
          among={among}
          onClose={() => setAssigning(false)}
          onDone={() => {
            setAssigning(false);
            setChosen(new Set());
          }}
        />
      </Dialog>
      <Dialog open={ending !== undefined} title="Thôi phân công theo dõi chi bộ" onClose={() => setEnding(undefined)}>
        {ending && <EndFollowerForm follower={ending} onClose={() => setEnding(undefined)} />}
      </Dialog>
    </div>
  );
}
