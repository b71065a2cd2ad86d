import { type InputHTMLAttributes, useState } from 'react';
import { Field, type FieldLook } from './field.js';
import { Icon } from './icon.js';

/** What every typed field takes; the value is always the text as typed, so that Telex and VNI are never disturbed. */
export interface TypedField extends FieldLook {
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly name?: string;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
}

type Native = Pick<InputHTMLAttributes<HTMLInputElement>, 'autoComplete' | 'inputMode' | 'maxLength' | 'placeholder' | 'autoFocus' | 'spellCheck'>;

export function TextField({ value, onChange, name, disabled, readOnly, short = false, ...rest }: TypedField & Native & { short?: boolean }) {
  const { autoComplete = 'off', inputMode, maxLength, placeholder, autoFocus, spellCheck = false, ...look } = rest;
  return (
    <Field {...look}>
      {(aria) => (
        <input
          {...aria}
          {...{ name, disabled, readOnly, value, autoComplete, inputMode, maxLength, placeholder, autoFocus, spellCheck }}
          // React gives the focus and leaves no trace of it; a dialog that opens around the field looks for the attribute.
          ref={(input) => void input?.toggleAttribute('autofocus', autoFocus === true)}
          className={short ? 'input short' : 'input'}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </Field>
  );
}

export function TextArea({
  value,
  onChange,
  name,
  disabled,
  readOnly,
  rows = 4,
  maxLength,
  placeholder,
  ...look
}: TypedField & Native & { rows?: number }) {
  return (
    <Field {...look}>
      {(aria) => (
        <textarea
          {...aria}
          {...{ name, disabled, readOnly, rows, maxLength, placeholder, value }}
          className="input"
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </Field>
  );
}

/** A search box that filters what is shown; `placeholder` stays short, it is cut off on a phone. */
export function SearchField({
  value,
  onChange,
  label,
  placeholder = 'Tìm',
}: Pick<TypedField, 'value' | 'onChange' | 'label'> & { placeholder?: string }) {
  return (
    <Field label={label} hideLabel optional>
      {({ id }) => (
        <span className="input-frame search">
          <Icon name="search" />
          <input
            id={id}
            type="search"
            className="input"
            value={value}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            onChange={(e) => onChange(e.target.value)}
          />
        </span>
      )}
    </Field>
  );
}

export function PasswordField({
  value,
  onChange,
  name,
  autoComplete = 'current-password',
  ...look
}: TypedField & { autoComplete?: 'current-password' | 'new-password' }) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  return (
    <Field {...look} hint={capsLock ? 'Phím Caps Lock đang bật: chữ gõ ra là chữ in hoa.' : look.hint}>
      {(aria) => (
        <span className="input-frame has-inside">
          <input
            {...aria}
            {...{ name, value, autoComplete }}
            type={shown ? 'text' : 'password'}
            className="input"
            spellCheck={false}
            autoCapitalize="none"
            onChange={(e) => onChange(e.target.value)}
            onKeyUp={(e) => setCapsLock(e.getModifierState('CapsLock'))}
            onBlur={() => setCapsLock(false)}
          />
          <button type="button" className="input-inside" aria-pressed={shown} aria-label="Hiện mật khẩu" onClick={() => setShown(!shown)}>
            {shown ? 'Ẩn' : 'Hiện'}
          </button>
        </span>
      )}
    </Field>
  );
}
