import {
  AbsenceReason,
  absenceReasonLabels,
  attendanceStateLabels,
  rosterEnrollmentLabels,
  rosterStatusLabels,
  type RollPageLine,
} from '@vungmanh/contracts/attendance';
import { memo, useState } from 'react';
import { Icon } from '../../ui/icon.js';
import { dayAndTime } from '../meeting/agenda.js';
import { postText } from '../meeting/post.js';
import { type Choice, sameLine } from './local-roll.js';
import { RowTimes } from './row-times.js';

interface RowProps {
  readonly line: RollPageLine;
  /** The day of the meeting, for hours of arrival and leaving. */
  readonly day: string;
  /** Absent: the roll is only read. */
  readonly onMark?: (line: RollPageLine, choice: Choice) => void;
}

/** What stands beside a name: post, probationary, temporary. */
function aboutOf(line: RollPageLine): string {
  const parts = [
    postText(line.post),
    line.status === 'PROBATIONARY' && rosterStatusLabels.PROBATIONARY,
    line.enrollment !== 'OFFICIAL' && rosterEnrollmentLabels[line.enrollment],
    line.arrivedAt !== undefined && `đến lúc ${dayAndTime(line.arrivedAt).time}`,
    line.leftAt !== undefined && `về lúc ${dayAndTime(line.leftAt).time}`,
    line.note,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** How somebody absent is shown on their button. */
function absenceOf({ state, reason }: RollPageLine): string {
  if (state === 'ABSENT_EXCUSED') return absenceReasonLabels[reason ?? 'OTHER'];
  if (state === 'ABSENT_UNEXCUSED') return 'Không lý do';
  return 'Vắng';
}

function Reasons({ line, choose }: { line: RollPageLine; choose: (choice: Choice) => void }) {
  return (
    <div className="roll-reasons" role="group" aria-label={`Lý do vắng của đồng chí ${line.name}`}>
      {AbsenceReason.options.map((reason) => (
        <button
          key={reason}
          type="button"
          className="chip"
          data-tone="amber"
          aria-pressed={line.state === 'ABSENT_EXCUSED' && line.reason === reason}
          onClick={() => choose({ state: 'ABSENT_EXCUSED', reason })}
        >
          {absenceReasonLabels[reason]}
        </button>
      ))}
      <button
        type="button"
        className="chip"
        data-tone="red"
        aria-pressed={line.state === 'ABSENT_UNEXCUSED'}
        onClick={() => choose({ state: 'ABSENT_UNEXCUSED' })}
      >
        Không lý do
      </button>
    </div>
  );
}

function Row({ line, day, onMark }: RowProps) {
  const [open, setOpen] = useState<'reasons' | 'times'>();
  const absent = line.state === 'ABSENT_EXCUSED' || line.state === 'ABSENT_UNEXCUSED';
  const excusedByRegister = line.state === 'EXEMPT' || line.state === 'AWAY';
  const elsewhere = line.enrollment === 'TEMPORARILY_ELSEWHERE';
  const about = aboutOf(line);
  const choose = (choice: Choice) => {
    setOpen(undefined);
    onMark?.(line, choice);
  };
  return (
    <li className="roll-row" data-state={line.state}>
      <div className="roll-line">
        <span className="roll-name">
          <span className="roll-who">{line.name}</span>
          {about !== '' && <span className="roll-about">{about}</span>}
          {excusedByRegister && line.state && <span className="roll-about">{attendanceStateLabels[line.state]}</span>}
        </span>
        {onMark && !elsewhere ? (
          <span className="roll-buttons">
            {line.state === 'PRESENT' && (
              <button
                type="button"
                className="icon-button"
                aria-expanded={open === 'times'}
                aria-label={`Đến muộn, về sớm: ${line.name}`}
                title="Đến muộn, về sớm"
                onClick={() => setOpen(open === 'times' ? undefined : 'times')}
              >
                <Icon name="clock" />
              </button>
            )}
            <button
              type="button"
              className="roll-mark present"
              aria-pressed={line.state === 'PRESENT'}
              aria-label={`${excusedByRegister ? 'Có dự' : 'Có mặt'}: ${line.name}`}
              onClick={() => (line.state === 'PRESENT' ? setOpen(undefined) : choose({ state: 'PRESENT' }))}
            >
              {excusedByRegister ? 'Có dự' : 'Có mặt'}
            </button>
            {!line.exempt && (
              <button
                type="button"
                className="roll-mark absent"
                data-tone={line.state === 'ABSENT_UNEXCUSED' ? 'red' : 'amber'}
                aria-pressed={absent}
                aria-expanded={open === 'reasons'}
                aria-label={`${absenceOf(line)}: ${line.name}`}
                onClick={() => setOpen(open === 'reasons' ? undefined : 'reasons')}
              >
                {absenceOf(line)}
              </button>
            )}
            {line.exempt && line.state === 'PRESENT' && (
              <button type="button" className="roll-mark" aria-label={`Không dự: ${line.name}`} onClick={() => choose({ state: 'EXEMPT' })}>
                Không dự
              </button>
            )}
          </span>
        ) : (
          <span className="roll-said">
            {absent ? absenceOf(line) : line.state ? attendanceStateLabels[line.state] : elsewhere ? '' : 'Chưa điểm'}
          </span>
        )}
      </div>
      {open === 'reasons' && <Reasons line={line} choose={choose} />}
      {open === 'times' && line.state === 'PRESENT' && <RowTimes line={line} day={day} onDone={choose} />}
    </li>
  );
}

/** One person: one tap for present, two for absent with why; a row is drawn again only when its own state changes. */
export const RollRow = memo(Row, (a, b) => sameLine(a.line, b.line) && a.onMark === b.onMark && a.day === b.day);
