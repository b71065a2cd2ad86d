import { SeatOrigin, seatOriginLabel } from '@vungmanh/contracts/organization/committee';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { MemberField } from '../member/member-field.js';
import { postOptions } from './posts.js';
import type { SeatDraft } from './seat-inputs.js';
import type { StaffedBody } from './seat-form.js';

interface SeatDraftsProps {
  readonly body: StaffedBody;
  readonly value: readonly SeatDraft[];
  readonly onChange: (value: readonly SeatDraft[]) => void;
  readonly error: string | undefined;
}

const origins = SeatOrigin.options.map((value) => ({ value, label: seatOriginLabel[value] }));

/** Those who sit in the body when its term opens. */
export function SeatDrafts({ body, value, onChange, error }: SeatDraftsProps) {
  const change = (key: number, part: Partial<SeatDraft>) => onChange(value.map((d) => (d.key === key ? { ...d, ...part } : d)));
  return (
    <fieldset className="field-set">
      <legend>Người giữ chức vụ</legend>
      <ol className="stack seat-drafts">
        {value.map((d, i) => (
          <li key={d.key}>
            <MemberField label={`Đồng chí thứ ${i + 1}`} nodeId={body.nodeId} value={d.person} onChange={(person) => change(d.key, { person })} />
            <div className="columns">
              <SelectField
                label="Chức vụ"
                options={postOptions(body.kind)}
                value={d.post}
                onChange={(post) => change(d.key, { post })}
                error={d.person && !d.post ? error : undefined}
              />
              <SelectField label="Hình thức" options={origins} value={d.origin} onChange={(origin) => origin && change(d.key, { origin })} />
            </div>
            <div>
              <Button size="small" look="quiet" icon="close" onClick={() => onChange(value.filter((one) => one.key !== d.key))}>
                Bỏ đồng chí thứ {i + 1}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        icon="plus"
        onClick={() => onChange([...value, { key: (value.at(-1)?.key ?? 0) + 1, person: undefined, post: undefined, origin: 'ELECTED' }])}
      >
        Thêm đồng chí
      </Button>
    </fieldset>
  );
}
