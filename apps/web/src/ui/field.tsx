import { type ReactNode, useId } from 'react';
import './field.css';

/** What a control inside a field must carry so that label, hint and error are read with it. */
export interface FieldAria {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

export interface FieldLook {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Most fields are required: it is the others that say so. */
  readonly optional?: boolean;
  /** The label is read aloud but not shown; only where the place makes it plain. */
  readonly hideLabel?: boolean;
}

/** Label, hint and error around one control. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  hideLabel = false,
  children,
}: FieldLook & { children: (aria: FieldAria) => ReactNode }) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field" data-wrong={error ? '' : undefined}>
      <label htmlFor={id} className={hideLabel ? 'only-read-aloud' : 'field-label'}>
        {label}
        {optional && <span className="field-optional"> (không bắt buộc)</span>}
      </label>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': optional ? undefined : true,
      })}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
