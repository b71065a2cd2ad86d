import { useState } from 'react';
import { Button } from '../../ui/button.js';
import type { Found } from '../../ui/find-field.js';
import { MemberField } from '../member/member-field.js';

interface Team {
  readonly leader: Found | undefined;
  readonly team: readonly Found[];
}

interface TeamFieldsProps extends Team {
  /** Leader and team are members at or below it. */
  readonly nodeId: string;
  readonly optional?: boolean;
  readonly onChange: (next: Team) => void;
}

/** Who leads a visit and who goes along; `leader` and `team` are those to begin with. */
export function TeamFields({ nodeId, optional = false, leader: known, team: begun, onChange }: TeamFieldsProps) {
  const [now, setNow] = useState<Team>({ leader: known, team: begun });
  const change = (next: Partial<Team>) => {
    const whole = { ...now, ...next };
    setNow(whole);
    onChange(whole);
  };
  return (
    <>
      <MemberField label="Trưởng đoàn, tổ trưởng" optional={optional} nodeId={nodeId} value={now.leader} onChange={(leader) => change({ leader })} />
      <MemberField
        label="Thêm thành viên"
        optional
        nodeId={nodeId}
        value={undefined}
        onChange={(next) => next && !now.team.some((t) => t.id === next.id) && change({ team: [...now.team, next] })}
      />
      {now.team.length > 0 && (
        <ul className="inspection-list">
          {now.team.map((t) => (
            <li key={t.id} className="row apart">
              {t.name}
              <Button size="small" look="quiet" onClick={() => change({ team: now.team.filter((x) => x.id !== t.id) })}>
                Bỏ
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
