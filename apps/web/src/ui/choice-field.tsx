import { type ReactNode, useId, useState } from 'react';
import { buttonClass } from './button.js';
import { Field, type FieldLook } from './field.js';
import { Icon } from './icon.js';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

interface Choosing<V extends string> extends FieldLook {
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V | undefined) => void;
  readonly name?: string;
  readonly disabled?: boolean;
}

/** One of a list. `empty` is the first line, shown while nothing is chosen. */
export function SelectField<V extends string>({
  options,
  value,
  onChange,
  name,
  disabled,
  empty = 'Chọn…',
  ...look
}: Choosing<V> & { empty?: string }) {
  return (
    <Field {...look}>
      {(aria) => (
        <span className="input-frame select">
          <select
            {...aria}
            {...{ name, disabled }}
            className="input"
            value={value ?? ''}
            onChange={(e) => onChange(options.find((o) => o.value === e.target.value)?.value)}
          >
            {(look.optional || value === undefined) && <option value="">{empty}</option>}
            {options.map((o) => (
              <option key={o.value} value={o.value} disabled={o.disabled}>
                {o.label}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      )}
    </Field>
  );
}

/** One of two to five, all in sight. */
export function RadioField<V extends string>({ label, hint, error, options, value, onChange, name, disabled }: Choosing<V>) {
  const id = useId();
  return (
    <fieldset className="field-set" role="radiogroup" aria-describedby={error ? `${id}-error` : undefined} aria-invalid={error ? true : undefined}>
      <legend>{label}</legend>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      {options.map((o) => (
        <label key={o.value} className="choice">
          <input
            type="radio"
            name={name ?? id}
            value={o.value}
            checked={o.value === value}
            disabled={disabled ?? o.disabled}
            onChange={() => onChange(o.value)}
          />
          <span>
            {o.label}
            {o.hint !== undefined && <span className="choice-hint">{o.hint}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

export function CheckField({
  label,
  hint,
  checked,
  onChange,
  disabled,
  name,
}: {
  label: ReactNode;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  name?: string;
}) {
  return (
    <label className="choice">
      <input type="checkbox" {...{ name, checked, disabled }} onChange={(e) => onChange(e.target.checked)} />
      <span>
        {label}
        {hint !== undefined && <span className="choice-hint">{hint}</span>}
      </span>
    </label>
  );
}

/** A file chosen or dropped. `accept` as in HTML; what may be sent is checked by the server. */
export function FileField({
  accept,
  onChange,
  name,
  disabled,
  ...look
}: FieldLook & { accept: string; onChange: (file: File | undefined) => void; name?: string; disabled?: boolean }) {
  const [over, setOver] = useState(false);
  const [file, setFile] = useState<File>();
  const choose = (next: File | undefined) => {
    setFile(next);
    onChange(next);
  };
  return (
    <Field {...look}>
      {(aria) => (
        <div
          className="file-drop"
          data-over={over ? '' : undefined}
          onDragOver={(e) => {
            e.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(e) => {
            e.preventDefault();
            setOver(false);
            choose(e.dataTransfer.files[0]);
          }}
        >
          <span className="file-pick">
            <input {...aria} {...{ name, disabled, accept }} type="file" onChange={(e) => choose(e.target.files?.[0])} />
            <span className={buttonClass()} aria-hidden="true">
              <Icon name="upload" />
              {file ? 'Chọn tệp khác' : 'Chọn tệp'}
            </span>
          </span>
          <span className={file ? 'strong' : 'soft small'}>{file ? file.name : 'hoặc kéo tệp vào ô này'}</span>
        </div>
      )}
    </Field>
  );
}
