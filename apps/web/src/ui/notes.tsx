import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProblemError } from '../api/problem-error.js';
import { Button } from './button.js';
import { Icon, type IconName } from './icon.js';
import './notes.css';

/** A box that says one thing. `alert` is read aloud at once. */
export function Note({
  tone = 'info',
  title,
  children,
  actions,
}: {
  tone?: 'info' | 'done' | 'warning' | 'error';
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const icon: Record<typeof tone, IconName> = { info: 'info', done: 'check', warning: 'warning', error: 'warning' };
  return (
    <div className={`note ${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon name={icon[tone]} />
      <div className="note-text">
        {title !== undefined && <p className="strong">{title}</p>}
        {children}
        {actions !== undefined && <div className="row note-actions">{actions}</div>}
      </div>
    </div>
  );
}

/**
 * What went wrong and what to do. A stale write offers the newest state; a passing failure offers to try again, which sends
 * the same idempotency key. Fields that the form marks itself are counted, not listed.
 */
export function ProblemNote({ problem, onRetry }: { problem: ProblemError | null | undefined; onRetry?: () => void }) {
  const client = useQueryClient();
  if (!problem) return null;
  const trace = problem.kind === 'internal' ? problem.more.trace : undefined;
  // The first sentence says what happened, the rest what to do.
  const end = problem.title.indexOf('. ') + 1 || problem.title.length;
  const todo = problem.title.slice(end).trim();
  const retry = problem.kind === 'stale' ? () => void client.invalidateQueries() : onRetry;
  return (
    <Note
      tone={problem.kind === 'offline' ? 'warning' : 'error'}
      title={problem.title.slice(0, end)}
      actions={
        retry && (
          <Button size="small" icon="reload" onClick={retry}>
            {problem.kind === 'stale' ? 'Xem bản mới nhất' : 'Thử lại'}
          </Button>
        )
      }
    >
      {todo !== '' && <p>{todo}</p>}
      {problem.more.detail !== undefined && <p>{problem.more.detail}</p>}
      {trace !== undefined && (
        <p className="small">
          Mã lỗi: <code>{trace}</code>
        </p>
      )}
    </Note>
  );
}

/** Where nothing is yet: says why, and what to do next. */
export function EmptyState({ icon = 'file', title, children, action }: { icon?: IconName; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="empty-title">{title}</p>
      {children !== undefined && <div className="soft prose">{children}</div>}
      {action}
    </div>
  );
}

/** Gray lines where text will stand; said once to those who listen. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="only-read-aloud">Đang tải</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="skeleton-line" />
      ))}
    </div>
  );
}

/** How far long work is; `value` from 0 to 1, or nothing while its length is unknown. */
export function Progress({ label, value, detail }: { label: string; value?: number; detail?: string }) {
  return (
    <div className="progress">
      <span className="row apart small">
        <span>{label}</span>
        <span className="soft">{detail ?? (value === undefined ? '' : `${Math.round(value * 100)}%`)}</span>
      </span>
      <progress aria-label={label} max={1} value={value} />
    </div>
  );
}
