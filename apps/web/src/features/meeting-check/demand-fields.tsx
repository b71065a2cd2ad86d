import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';

export interface DemandDraft {
  readonly content: string;
  readonly due: string | undefined;
}

interface DemandFieldsProps {
  readonly demands: readonly DemandDraft[];
  readonly onChange: (demands: readonly DemandDraft[]) => void;
}

/** What is asked of all cells, each with its day. */
export function DemandFields({ demands, onChange }: DemandFieldsProps) {
  const change = (at: number, more: Partial<DemandDraft>) => onChange(demands.map((d, i) => (i === at ? { ...d, ...more } : d)));
  return (
    <fieldset className="field-set">
      <legend>Yêu cầu đối với các chi bộ</legend>
      <ul className="check-list ruled">
        {demands.map((d, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- a demand has no other key than its place
          <li key={i} className="stack tight">
            <TextField label={`Yêu cầu ${i + 1}`} value={d.content} maxLength={500} onChange={(content) => change(i, { content })} />
            <div className="row apart">
              <DateField label="Thời hạn" value={d.due} onChange={(due) => change(i, { due })} />
              <Button size="small" look="quiet" onClick={() => onChange(demands.filter((_, n) => n !== i))}>
                Bỏ yêu cầu {i + 1}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button look="quiet" icon="plus" onClick={() => onChange([...demands, { content: '', due: undefined }])}>
          Thêm yêu cầu
        </Button>
      </div>
    </fieldset>
  );
}
