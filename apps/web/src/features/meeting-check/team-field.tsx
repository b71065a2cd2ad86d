import { Button } from '../../ui/button.js';
import type { Found } from '../../ui/find-field.js';
import { MemberField } from '../member/member-field.js';

interface TeamFieldProps {
  readonly nodeId: string;
  readonly team: readonly Found[];
  readonly onChange: (team: readonly Found[]) => void;
}

/** The members of a team beside its leader: found one after the other, each with a way out. */
export function TeamField({ nodeId, team, onChange }: TeamFieldProps) {
  return (
    <>
      <MemberField
        label="Thêm thành viên đoàn"
        optional
        hint="Gõ tên, chọn từng đồng chí"
        nodeId={nodeId}
        value={undefined}
        onChange={(next) => next && !team.some((t) => t.id === next.id) && onChange([...team, next])}
      />
      {team.length > 0 && (
        <ul className="check-list">
          {team.map((t) => (
            <li key={t.id} className="row apart">
              {t.name}
              <Button size="small" look="quiet" aria-label={`Bỏ ${t.name}`} onClick={() => onChange(team.filter((other) => other.id !== t.id))}>
                Bỏ
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
