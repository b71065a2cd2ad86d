import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import type { RollCall } from './use-roll-call.js';

/** Whether the taps have reached the server, in calm words. */
function SaveMark({ call }: { call: Pick<RollCall, 'state' | 'waiting'> }) {
  return (
    <span className="roll-save" role="status">
      {call.state === 'saved' ? (
        <Badge tone="done">Đã lưu</Badge>
      ) : call.state === 'sending' ? (
        <Badge>Đang gửi…</Badge>
      ) : (
        <Badge tone="wait">Chưa gửi được {call.waiting}</Badge>
      )}
    </span>
  );
}

interface BarProps {
  readonly call: Pick<RollCall, 'state' | 'waiting' | 'last' | 'undo'>;
  readonly unmarked: number;
  readonly onRest: () => void;
  /** The button that closes the roll, when the person may. */
  readonly children: ReactNode;
}

/** Next to the thumb: take back the last tap, mark the rest present, close. */
export function RollBar({ call, unmarked, onRest, children }: BarProps) {
  return (
    <div className="roll-bar no-print">
      <button type="button" className="roll-undo" disabled={call.last === undefined} onClick={call.undo}>
        <Icon name="undo" />
        <span>
          <span className="strong">Hoàn tác</span>
          {call.last && <span className="roll-undo-what">{call.last.label}</span>}
        </span>
      </button>
      <SaveMark call={call} />
      {unmarked > 0 ? <Button onClick={onRest}>Còn lại có mặt ({unmarked})</Button> : children}
    </div>
  );
}
