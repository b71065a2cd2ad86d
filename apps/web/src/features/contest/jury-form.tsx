import { type ContestRound, JurorRole, jurorRoleLabel, setJury } from '@vungmanh/contracts/training/contest-round';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button, IconButton } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { ProblemNote } from '../../ui/notes.js';
import { MemberField } from '../member/member-field.js';

const roles = JurorRole.options.map((value) => ({ value, label: jurorRoleLabel[value] }));

/** The jury, said anew as a whole. */
export function JuryForm({ round, onClose }: { round: ContestRound; onClose: () => void }) {
  const [jury, setTyped] = useState(round.jury);
  const command = useCommand(setJury, { onDone: onClose });
  const send = () =>
    command.mutate({ input: { roundId: round.id, jurors: jury.map(({ personId, role }) => ({ personId, role })) }, version: round.version });
  return (
    <div className="stack">
      <ul className="round-list">
        {jury.map((juror, i) => (
          <li key={juror.personId} className="juror">
            <SelectField
              label={juror.name}
              options={roles}
              value={juror.role}
              onChange={(role = 'MEMBER') => setTyped(jury.map((one, at) => (at === i ? { ...one, role } : one)))}
            />
            <IconButton icon="close" label={`Bỏ ${juror.name}`} onClick={() => setTyped(jury.filter((_, at) => at !== i))} />
          </li>
        ))}
      </ul>
      <MemberField
        label="Thêm giám khảo"
        nodeId={round.nodeId}
        value={undefined}
        error={undefined}
        onChange={(found) =>
          found &&
          !jury.some((one) => one.personId === found.id) &&
          setTyped([...jury, { personId: found.id, name: found.name, role: jury.some((one) => one.role === 'CHAIR') ? 'MEMBER' : 'CHAIR' }])
        }
      />
      <p className="small soft">Giám khảo không chấm người cùng chi bộ. Mỗi giám khảo chấm trên trang của mình.</p>
      <ProblemNote problem={command.error} />
      <div className="form-actions">
        <Button look="primary" disabled={jury.length === 0} busy={command.isPending} onClick={send}>
          Lưu ban giám khảo
        </Button>
        <Button onClick={onClose}>Thôi</Button>
      </div>
    </div>
  );
}
