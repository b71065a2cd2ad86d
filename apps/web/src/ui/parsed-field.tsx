import type { CalendarDate } from '@vungmanh/contracts/types';
import { useState } from 'react';
import { parseDate, showDate, showWeekday } from '../text/dates.js';
import { parseMinutes, parseTime, showMinutes } from '../text/numbers.js';
import { Field, type FieldLook } from './field.js';

interface Parsed<T> extends FieldLook {
  readonly value: T | undefined;
  /** `undefined` for an empty field; a text that cannot be read is kept on screen, explained, and given as undefined too. */
  readonly onChange: (value: T | undefined) => void;
  readonly name?: string;
  readonly disabled?: boolean;
}

interface Reading<T> {
  readonly parse: (typed: string) => T | undefined;
  readonly show: (value: T) => string;
  /** What was understood, said back below the field. */
  readonly echo?: (value: T) => string;
  readonly unreadable: string;
  readonly placeholder: string;
  readonly inputMode: 'numeric' | 'decimal' | 'text';
}

function ParsedField<T>({ value, onChange, name, disabled, reading, ...look }: Parsed<T> & { reading: Reading<T> }) {
  const [typed, setTyped] = useState<string>();
  const [left, setLeft] = useState(false);
  const text = typed ?? (value === undefined ? '' : reading.show(value));
  const understood = reading.parse(text);
  const wrong = left && text.trim() !== '' && understood === undefined ? reading.unreadable : undefined;
  const echo = understood !== undefined && typed !== undefined ? reading.echo?.(understood) : undefined;
  return (
    <Field {...look} hint={echo ?? look.hint} error={wrong ?? look.error}>
      {(aria) => (
        <input
          {...aria}
          {...{ name, disabled }}
          className="input short"
          value={text}
          placeholder={reading.placeholder}
          inputMode={reading.inputMode}
          autoComplete="off"
          onChange={(e) => {
            setTyped(e.target.value);
            onChange(reading.parse(e.target.value));
          }}
          onFocus={() => setLeft(false)}
          onBlur={() => {
            setLeft(true);
            if (understood !== undefined || text.trim() === '') setTyped(undefined);
          }}
        />
      )}
    </Field>
  );
}

const date: Reading<CalendarDate> = {
  parse: (typed) => parseDate(typed),
  show: showDate,
  echo: showWeekday,
  unreadable: 'Ngày chưa đúng. Gõ ngày/tháng/năm, ví dụ 3/2/26 hoặc 030226.',
  placeholder: 'ngày/tháng/năm',
  inputMode: 'text',
};
const time: Reading<string> = {
  parse: parseTime,
  show: (value) => value,
  unreadable: 'Giờ chưa đúng. Gõ giờ:phút, ví dụ 19:30 hoặc 19h30.',
  placeholder: 'giờ:phút',
  inputMode: 'text',
};
const minutes: Reading<number> = {
  parse: parseMinutes,
  show: showMinutes,
  echo: showMinutes,
  unreadable: 'Thời lượng chưa đúng. Gõ số phút hoặc 1h30.',
  placeholder: 'phút',
  inputMode: 'text',
};

/** A day, typed as 030226, 3/2/26 or 03/02/2026; the weekday is said back. */
export function DateField(props: Parsed<CalendarDate>) {
  return <ParsedField {...props} reading={date} />;
}

/** A time of day 'HH:MM', typed as 1930, 19h30 or 19:30. */
export function TimeField(props: Parsed<string>) {
  return <ParsedField {...props} reading={time} />;
}

/** A length of time in minutes, typed as 90, 1h30 or 1:30. */
export function MinutesField(props: Parsed<number>) {
  return <ParsedField {...props} reading={minutes} />;
}

/** A whole number, such as a count of votes. */
export function CountField(props: Parsed<number>) {
  return (
    <ParsedField
      {...props}
      reading={{
        parse: (typed) => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : undefined),
        show: String,
        unreadable: 'Chỉ gõ số, ví dụ 12.',
        placeholder: '',
        inputMode: 'numeric',
      }}
    />
  );
}
