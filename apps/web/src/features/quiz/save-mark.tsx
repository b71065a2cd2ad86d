import { Badge } from '../../ui/badge.js';
import type { SaveState } from '../roll/use-roll-call.js';

/** Whether answers have reached the server; what has not is kept on the device and sent later. */
export function AnswersSaved({ state, waiting }: { state: SaveState; waiting: number }) {
  return (
    <span role="status">
      {state === 'saved' ? (
        <Badge tone="done">Đã lưu</Badge>
      ) : state === 'sending' ? (
        <Badge>Đang gửi…</Badge>
      ) : (
        <Badge tone="wait">Mất kết nối: đã giữ {waiting} câu trên máy</Badge>
      )}
    </span>
  );
}
