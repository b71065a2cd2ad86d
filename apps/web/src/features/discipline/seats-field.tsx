import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { CheckField } from '../../ui/choice-field.js';
import { postName } from '../organization/posts.js';

interface SeatsFieldProps {
  readonly found: Pick<Discipline, 'seats'>;
  readonly value: string[] | undefined;
  readonly onChange: (value: string[]) => void;
  readonly error: string | undefined;
}

/** From which of the posts that the member holds a decision dismisses; nothing where they hold none. */
export function SeatsField({ found, value = [], onChange, error }: SeatsFieldProps) {
  if (found.seats.length === 0) return <p className="soft">Đồng chí này không giữ chức vụ nào trong cấp ủy.</p>;
  return (
    <fieldset className="field-set">
      <legend>Cách chức vụ</legend>
      {found.seats.map(({ bodyId, bodyName, kind, post }) => (
        <CheckField
          key={bodyId}
          label={`${postName(kind, post)}, ${bodyName}`}
          checked={value.includes(bodyId)}
          onChange={(on) => onChange(on ? [...value, bodyId] : value.filter((id) => id !== bodyId))}
        />
      ))}
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  );
}
