import type { ReactNode } from 'react';
import './badge.css';
import { Icon, type IconName } from './icon.js';

/** `done` and `good` are blue, `late` and `bad` red: no red against green, and never color alone. */
export type Tone = 'plain' | 'active' | 'done' | 'wait' | 'late' | 'muted';

const marks: Record<Tone, IconName | undefined> = {
  plain: undefined,
  active: 'right',
  done: 'check',
  wait: 'clock',
  late: 'warning',
  muted: undefined,
};

/** The state of a thing in one or two words. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  const mark = marks[tone];
  return (
    <span className={`badge ${tone}`}>
      {mark && <Icon name={mark} />}
      {children}
    </span>
  );
}
