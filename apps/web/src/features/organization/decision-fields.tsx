import type { Decision } from '@vungmanh/contracts/organization/decision';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';

interface DecisionFieldsProps {
  readonly value: Decision | undefined;
  readonly onChange: (value: Decision | undefined) => void;
  readonly error?: string | undefined;
}

/** A day alone is not yet a decision: the number keeps its place empty until it is typed, and is then asked for. */
const decisionFrom = (number: string, date: string | undefined): Decision | undefined =>
  number === '' && date === undefined ? undefined : { number, ...(date === undefined ? {} : { date }) };

/** Number and day of the decision behind a change. */
export function DecisionFields({ value, onChange, error }: DecisionFieldsProps) {
  return (
    <div className="columns">
      <TextField
        label="Số quyết định"
        optional
        maxLength={60}
        placeholder="12-QĐ/ĐU"
        value={value?.number ?? ''}
        onChange={(number) => onChange(decisionFrom(number, value?.date))}
        error={error}
      />
      <DateField label="Ngày quyết định" optional value={value?.date} onChange={(date) => onChange(decisionFrom(value?.number ?? '', date))} />
    </div>
  );
}
