import { Button } from './button.js';
import { Note } from './notes.js';

/** Above a long form that goes on from what was typed on this device before. */
export function ResumedNote({ resumed, forget }: { resumed: boolean; forget: () => void }) {
  if (!resumed) return null;
  return (
    <Note title="Đang ghi tiếp bản ghi dở trên máy này">
      <Button type="button" size="small" look="quiet" onClick={forget}>
        Bỏ bản ghi dở
      </Button>
    </Note>
  );
}
