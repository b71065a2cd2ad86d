import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import { MeetingKind, meetingKindLabel, MeetingState, meetingStateLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { useState } from 'react';
import { useCommand, useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showMonth, today } from '../../text/dates.js';
import { Button, IconButton } from '../../ui/button.js';
import { Chips } from '../../ui/chips.js';
import { SelectField } from '../../ui/choice-field.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { Totals } from '../../ui/totals.js';
import { AddMeeting } from './add-meeting.js';
import { MeetingTable } from './meeting-table.js';
import './plan.css';
import type { Unit } from './units.js';
import { WorkUnit } from './work-unit.js';
import { inOrder, yearFigures } from './year.js';

const kinds = MeetingKind.options.map((value) => ({ value, label: meetingKindLabel[value] }));
const states = MeetingState.options.map((value) => ({ value, label: meetingStateLabel[value] }));

function GeneratePlan({ unit, year, look }: { unit: Unit; year: number; look: 'primary' | 'plain' }) {
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const command = useCommand(generatePlan, {
    onDone: ({ meetings, bodies }) => {
      setAsked(false);
      toast({
        text: meetings === 0 ? `Kế hoạch năm ${year} đã đủ, không thêm buổi nào.` : `Đã thêm ${meetings} buổi sinh hoạt cho ${bodies} tổ chức.`,
      });
    },
  });
  return (
    <>
      <Button look={look} onClick={() => setAsked(true)}>
        Lập kế hoạch năm {year}
      </Button>
      <ConfirmDialog
        open={asked}
        title={`Lập kế hoạch sinh hoạt năm ${year}?`}
        confirm="Lập kế hoạch"
        busy={command.isPending}
        onConfirm={() => command.mutate({ input: { nodeId: unit.nodeId, year } })}
        onClose={() => setAsked(false)}
      >
        <div className="stack">
          <p>
            Hệ thống xếp sinh hoạt thường kỳ hằng tháng vào ngày quy định và sinh hoạt chuyên đề mỗi quý. Buổi đã có trong kế hoạch được giữ nguyên.
          </p>
          {unit.below && <p>Kế hoạch được lập cho mọi chi bộ, cấp ủy trực thuộc.</p>}
          <ProblemNote problem={command.error} />
        </div>
      </ConfirmDialog>
    </>
  );
}

function YearOfUnit({ unit }: { unit: Unit }) {
  const session = useSession();
  const now = today();
  const [year, setYear] = useState(Number(now.slice(0, 4)));
  const [kind, setKind] = useState<MeetingKind>();
  const [state, setState] = useState<MeetingState>();
  // A cell's year is one page; above a cell the month is chosen, or nobody would find anything.
  const [month, setMonth] = useState(now.slice(0, 7));
  const [adding, setAdding] = useState(false);
  const whole = !unit.below;
  const list = useListOf(listMeetings, {
    nodeId: unit.nodeId,
    below: String(unit.below),
    limit: 200,
    from: whole ? `${year}-01` : month,
    to: whole ? `${year}-12` : month,
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { state }),
  });
  const planning = may(session, 'meetings:plan', unit.nodeId);
  const filtered = kind !== undefined || state !== undefined;
  const lines = inOrder(list.rows);
  const figures = yearFigures(list.rows, now);
  const turn = (by: -1 | 1) => {
    setYear(year + by);
    setMonth(`${year + by}-${month.slice(5)}`);
  };
  return (
    <div className="stack loose">
      <div className="row apart">
        <div className="row">
          <IconButton icon="left" label={`Năm ${year - 1}`} onClick={() => turn(-1)} />
          <span className="strong plan-year">Năm {year}</span>
          <IconButton icon="right" label={`Năm ${year + 1}`} onClick={() => turn(1)} />
        </div>
        {planning && (
          <div className="row">
            {whole && (
              <Button icon="plus" onClick={() => setAdding(true)}>
                Thêm buổi sinh hoạt
              </Button>
            )}
            <GeneratePlan unit={unit} year={year} look={list.rows.length === 0 && !filtered && !list.loading ? 'primary' : 'plain'} />
          </div>
        )}
      </div>
      {!whole && (
        <Chips
          required
          label="Tháng"
          value={month}
          onChange={(next) => setMonth(next ?? month)}
          options={Array.from({ length: 12 }, (_, i) => {
            const value = `${year}-${String(i + 1).padStart(2, '0')}`;
            return { value, label: `T${i + 1}` };
          })}
        />
      )}
      <div className="plan-filters">
        <SelectField label="Loại sinh hoạt" hideLabel optional empty="Mọi loại sinh hoạt" options={kinds} value={kind} onChange={setKind} />
        <SelectField label="Trạng thái" hideLabel optional empty="Mọi trạng thái" options={states} value={state} onChange={setState} />
      </div>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading && <Skeleton lines={8} />}
      {!list.loading && !list.problem && list.rows.length === 0 && (
        <EmptyState
          icon="meeting"
          title={
            filtered
              ? 'Không có buổi nào theo bộ lọc này'
              : whole
                ? `Chưa có kế hoạch sinh hoạt năm ${year}`
                : `Chưa có buổi nào trong ${showMonth(month)}`
          }
        >
          {!filtered && planning && <p>Lập kế hoạch năm để có đủ 12 kỳ sinh hoạt thường kỳ và sinh hoạt chuyên đề từng quý.</p>}
        </EmptyState>
      )}
      {list.rows.length > 0 && whole && !filtered && (
        <Totals
          label={`Sinh hoạt năm ${year}`}
          items={[
            { label: 'Đã họp', value: figures.held, tone: 'blue' },
            { label: 'Quá ngày, chưa xong', value: figures.behind, tone: 'amber' },
            { label: 'Chưa sinh hoạt', value: figures.missed, tone: 'red' },
            { label: 'Sắp tới', value: figures.ahead },
          ]}
        />
      )}
      {lines.length > 0 && (
        <MeetingTable caption={whole ? `Sinh hoạt năm ${year}` : `Sinh hoạt ${showMonth(month)}`} lines={lines} withBody={!whole} withMonth={whole} />
      )}
      {list.hasMore && (
        <div>
          <Button busy={list.loadingMore} onClick={list.more}>
            Xem thêm
          </Button>
        </div>
      )}
      <AddMeeting nodeId={unit.nodeId} open={adding} onClose={() => setAdding(false)} />
    </div>
  );
}

/** Meetings of the organizations that one works for: a cell's whole year, or a month of everything below. */
export function PlanPage() {
  return (
    <Page title="Sinh hoạt chi bộ">
      <WorkUnit permission="meetings:read">{(unit) => <YearOfUnit key={unit.nodeId} unit={unit} />}</WorkUnit>
    </Page>
  );
}
