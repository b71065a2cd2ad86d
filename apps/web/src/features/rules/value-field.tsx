import type { RuleValue } from '@vungmanh/contracts/organization/rule-override';
import { codeName, type ListedRule } from '@vungmanh/regulations/rule-list';
import { CountField } from '../../ui/parsed-field.js';
import { shapes, unitNames } from './rule-draft.js';

interface ValueFieldProps {
  readonly rule: ListedRule;
  readonly value: RuleValue | undefined;
  readonly onChange: (value: RuleValue | undefined) => void;
  readonly error: string | undefined;
}

/** A value of whatever unit the rule has. */
export function ValueField(props: ValueFieldProps) {
  switch (shapes[props.rule.unit]) {
    case 'WHOLE':
      return <Whole {...props} />;
    case 'SHARE':
      return <Share {...props} />;
    case 'RANGE':
      return <Range {...props} />;
    case 'LIST':
      return <List {...props} />;
    case undefined:
      return null;
  }
}

function Whole({ rule, value, onChange, error }: ValueFieldProps) {
  const unit = unitNames[rule.unit];
  return (
    <CountField
      label={unit === undefined ? 'Giá trị của tỉnh' : `Giá trị của tỉnh (${unit})`}
      value={typeof value === 'number' ? value : undefined}
      onChange={onChange}
      error={error}
    />
  );
}

function Share({ rule, value, onChange, error }: ValueFieldProps) {
  const share = typeof value === 'object' && 'num' in value ? value : undefined;
  const how = share !== undefined && 'how' in share && share.how === 'more-than' ? 'more-than' : 'at-least';
  const change = (num: number | undefined, den: number | undefined) => {
    if (num === undefined && den === undefined) return onChange(undefined);
    const part = { num: num ?? 0, den: den ?? 0 };
    return onChange(rule.unit === 'threshold' ? { ...part, how } : part);
  };
  return (
    <div className="columns">
      <CountField
        label="Tử số"
        hint="1/3 ghi 1 và 3; 90% ghi 90 và 100."
        value={share?.num}
        onChange={(num) => change(num, share?.den)}
        error={error}
      />
      <CountField label="Mẫu số" value={share?.den} onChange={(den) => change(share?.num, den)} />
    </div>
  );
}

function Range({ value, onChange, error }: ValueFieldProps) {
  const range = typeof value === 'object' && 'to' in value ? value : undefined;
  return (
    <div className="columns">
      <CountField label="Từ" value={range?.from} onChange={(from) => onChange({ from: from ?? 0, to: range?.to ?? 0 })} error={error} />
      <CountField label="Đến" value={range?.to} onChange={(to) => onChange({ from: range?.from ?? 0, to: to ?? 0 })} />
    </div>
  );
}

/** Bands with the score from which each begins, or weights with their points: the codes stay, their numbers change. */
function List({ value, onChange, error }: ValueFieldProps) {
  if (!Array.isArray(value)) return null;
  const parts = value.map((part) => ({ code: part.code, n: 'from' in part ? part.from : part.points }));
  const bands = value.every((part) => 'from' in part);
  const change = (code: string, n: number) => {
    const next = parts.map((part) => (part.code === code ? { ...part, n } : part));
    onChange(bands ? next.map((part) => ({ code: part.code, from: part.n })) : next.map((part) => ({ code: part.code, points: part.n })));
  };
  return (
    <>
      {parts.map(({ code, n }, i) => (
        <CountField
          key={code}
          label={bands ? `${codeName(code)}: từ điểm` : `${codeName(code)}: điểm`}
          value={n}
          onChange={(next) => change(code, next ?? 0)}
          error={i === 0 ? error : undefined}
        />
      ))}
    </>
  );
}
