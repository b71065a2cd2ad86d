import { useEffect, useEffectEvent } from 'react';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';

interface SaveBarProps {
  readonly dirty: boolean;
  readonly busy: boolean;
  /** Not saved while another version waits to be looked at. */
  readonly blocked: boolean;
  readonly label: string;
  readonly onSave: () => void;
}

/** Always in sight: whether the text is with the server, and the button that brings it there. Ctrl+S does the same. */
export function SaveBar({ dirty, busy, blocked, label, onSave }: SaveBarProps) {
  const save = useEffectEvent(() => {
    if (dirty && !busy && !blocked) onSave();
  });
  useEffect(() => {
    const key = (e: KeyboardEvent) => {
      if (!(e.ctrlKey || e.metaKey) || e.key.toLowerCase() !== 's') return;
      e.preventDefault();
      save();
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, []);
  return (
    <div className="save-bar no-print">
      <span role="status">{dirty ? <Badge tone="wait">Chưa lưu, đang giữ trên máy này</Badge> : <Badge tone="done">Đã lưu</Badge>}</span>
      <Button look={dirty ? 'primary' : 'plain'} busy={busy} disabled={!dirty || blocked} onClick={onSave}>
        {label}
      </Button>
    </div>
  );
}
