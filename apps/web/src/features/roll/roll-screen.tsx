import { absenceReasonLabels, type RollPageLine } from '@vungmanh/contracts/attendance';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { showInstant } from '../../text/dates.js';
import { matcher } from '../../text/search.js';
import { Card } from '../../ui/card.js';
import { EmptyState, Note, ProblemNote } from '../../ui/notes.js';
import { SearchField } from '../../ui/text-field.js';
import { Totals } from '../../ui/totals.js';
import { Guests } from './guests.js';
import { type Choice, guestOf, isUnmarked, markOf, undoOf } from './local-roll.js';
import { RollBar } from './roll-bar.js';
import { RollPrint } from './roll-print.js';
import { RollRow } from './roll-row.js';
import type { RollCall } from './use-roll-call.js';

const saidOf = (choice: Choice): string => {
  switch (choice.state) {
    case 'PRESENT':
      return choice.arrivedAt !== undefined || choice.leftAt !== undefined ? 'giờ đến, giờ về' : 'có mặt';
    case 'ABSENT_EXCUSED':
      return `vắng: ${absenceReasonLabels[choice.reason].toLowerCase()}`;
    case 'ABSENT_UNEXCUSED':
      return 'vắng không lý do';
    case 'EXEMPT':
    case 'AWAY':
      return 'không dự';
  }
};

/** What a roll is called at. */
export interface Occasion {
  readonly day: string;
  readonly mayMark: boolean;
  /** Said while nothing can be marked, or not everything yet. */
  readonly waits?: ReactNode;
  /** The figures of the closed roll. */
  readonly figures: ReactNode;
  /** The button that closes it, when the person may. */
  readonly close: ReactNode;
  /** The lines above the printed roll. */
  readonly printHead: readonly [body: string, title: string];
  readonly counted: string;
}

export function RollScreen({ occasion, call }: { occasion: Occasion; call: Omit<RollCall, 'setBase'> }) {
  const [search, setSearch] = useState('');
  const [onlyUnmarked, setOnlyUnmarked] = useState(false);
  const wanted = useDeferredValue(search);
  const { shown, act } = call;
  const { counts, lines } = shown;
  const closed = call.base.closedAt !== undefined;
  const open = !closed && occasion.mayMark;
  const { day } = occasion;

  const onMark = useCallback(
    (line: RollPageLine, choice: Choice) => act(`${line.name}: ${saidOf(choice)}`, [markOf(line.personId, choice, new Date())]),
    [act],
  );
  const rest = useMemo(() => lines.filter(isUnmarked), [lines]);
  const markRest = () => {
    const now = new Date();
    act(
      `${rest.length} đồng chí: có mặt`,
      rest.map((line) => markOf(line.personId, { state: 'PRESENT' }, now)),
    );
    setOnlyUnmarked(false);
  };
  const found = useMemo(() => {
    const matches = matcher(wanted);
    return lines.filter((line) => matches(line.name) && (!onlyUnmarked || isUnmarked(line)));
  }, [lines, wanted, onlyUnmarked]);

  return (
    <>
      <div className="roll-top no-print">
        <Totals
          label="Số liệu điểm danh"
          items={[
            { label: 'Có mặt', value: counts.present.total, of: counts.expected, tone: 'blue' },
            { label: 'Có lý do', value: counts.absentExcused, tone: 'amber' },
            { label: 'Không lý do', value: counts.absentUnexcused, tone: 'red' },
            { label: 'Chưa điểm', value: counts.unmarked },
          ]}
        />
        <div className="roll-tools">
          <SearchField label="Tìm theo tên" placeholder="Tìm tên" value={search} onChange={setSearch} />
          {(counts.unmarked > 0 || onlyUnmarked) && (
            <button type="button" className="chip" aria-pressed={onlyUnmarked} onClick={() => setOnlyUnmarked(!onlyUnmarked)}>
              Chưa điểm
            </button>
          )}
        </div>
      </div>

      {closed && (
        <Card title="Đã chốt điểm danh" aside={<span className="soft">{showInstant(call.base.closedAt ?? '')}</span>}>
          {occasion.figures}
        </Card>
      )}
      {!closed && occasion.waits}
      {call.base.notices.map((n) => (
        <Note key={n} tone="warning" title="Danh sách đảng viên có thay đổi sau khi chốt">
          <p>{n}</p>
        </Note>
      ))}
      {call.problem && !call.problem.passing && <ProblemNote problem={call.problem} onRetry={() => void call.send()} />}
      {call.refused.map(({ event, why }) => (
        <Note
          key={event.id}
          tone="warning"
          title={event.type === 'mark' ? `Chưa ghi được: ${lines.find((l) => l.personId === event.personId)?.name ?? ''}` : 'Chưa ghi được một lượt'}
        >
          <p>{why}</p>
        </Note>
      ))}

      {found.length === 0 ? (
        <EmptyState icon="search" title={onlyUnmarked && search === '' ? 'Đã điểm danh đủ' : 'Không có tên này trong danh sách'} />
      ) : (
        <ul className="roll no-print" aria-label="Danh sách điểm danh">
          {found.map((line) => (
            <RollRow key={line.personId} line={line} day={day} {...(open ? { onMark } : {})} />
          ))}
        </ul>
      )}
      <Guests
        guests={shown.guests}
        {...(open
          ? {
              onAdd: (name, office) => act(`Khách: ${name}`, [guestOf(name, office, new Date())]),
              onRemove: (guest) => act(`Bỏ khách: ${guest.name}`, [undoOf(guest.id, new Date())]),
            }
          : {})}
      />
      {open && (
        <RollBar call={call} unmarked={rest.length} onRest={markRest}>
          {occasion.close}
        </RollBar>
      )}
      <RollPrint head={occasion.printHead} counted={occasion.counted} shown={shown} />
    </>
  );
}
