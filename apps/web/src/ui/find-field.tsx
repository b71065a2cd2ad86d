import { useId, useState } from 'react';
import type { ProblemError } from '../api/problem-error.js';
import { IconButton } from './button.js';
import { Field, type FieldLook } from './field.js';
import { Icon } from './icon.js';
import { ProblemNote } from './notes.js';
import './find-field.css';

/** Something that a search has found. */
export interface Found {
  readonly id: string;
  readonly name: string;
  /** Below the name, to tell things of one name apart. */
  readonly about?: string | undefined;
}

interface FindFieldProps<T extends Found> extends FieldLook {
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** What was found for `typed`; `undefined` while it is being looked for, or nothing is typed. */
  readonly found: readonly T[] | undefined;
  readonly problem?: ProblemError | undefined;
  readonly placeholder: string;
  /** Said when nothing answers to what was typed. */
  readonly none: string;
}

function Chosen({ value, label, onClear }: { value: Found; label: string; onClear: () => void }) {
  return (
    <div className="find-chosen">
      <span>
        {value.name}
        {value.about !== undefined && <span className="soft small"> · {value.about}</span>}
      </span>
      <IconButton icon="close" label={`${label}: chọn lại`} onClick={onClear} />
    </div>
  );
}

/** One of very many, found by typing a part of its name and chosen by keyboard or touch; the search itself is the parent's. */
export function FindField<T extends Found>({ value, onChange, typed, onTyped, found, problem, placeholder, none, ...look }: FindFieldProps<T>) {
  const list = useId();
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const rows = found ?? [];
  const at = Math.min(active, Math.max(0, rows.length - 1));
  const shown = open && rows.length > 0;
  const choose = (row: T | undefined) => {
    onChange(row);
    onTyped('');
    setActive(0);
    setOpen(false);
  };
  const onKey = (key: string): boolean => {
    if (key === 'ArrowDown') setActive(Math.min(at + 1, rows.length - 1));
    else if (key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (key === 'Enter' && typed !== '') choose(rows[at] ?? value);
    else if (key === 'Escape' && shown) setOpen(false);
    else return false;
    return true;
  };
  return (
    <Field {...look}>
      {(aria) => (
        <div className="find-field" onBlur={(e) => !e.currentTarget.contains(e.relatedTarget) && setOpen(false)}>
          {value && <Chosen value={value} label={look.label} onClear={() => onChange(undefined)} />}
          <span className="input-frame search" hidden={value !== undefined}>
            <Icon name="search" />
            <input
              {...aria}
              className="input"
              role="combobox"
              aria-expanded={shown}
              aria-controls={list}
              aria-autocomplete="list"
              aria-activedescendant={shown ? `${list}-${rows[at]?.id}` : undefined}
              value={typed}
              placeholder={placeholder}
              autoComplete="off"
              spellCheck={false}
              onFocus={() => setOpen(true)}
              onChange={(e) => {
                onTyped(e.target.value);
                setActive(0);
                setOpen(true);
              }}
              onKeyDown={(e) => {
                // While Telex is composing a letter, Enter and arrows belong to it.
                if (e.nativeEvent.isComposing || !onKey(e.key)) return;
                e.preventDefault();
                e.stopPropagation();
              }}
            />
          </span>
          <ul id={list} role="listbox" aria-label={look.label} className="find-list" hidden={!shown}>
            {rows.map((row, i) => (
              <li
                key={row.id}
                id={`${list}-${row.id}`}
                role="option"
                aria-selected={i === at}
                onPointerDown={(e) => e.preventDefault()}
                onClick={() => choose(row)}
              >
                <span>{row.name}</span>
                {row.about !== undefined && <span className="soft small">{row.about}</span>}
              </li>
            ))}
          </ul>
          {typed.trim() !== '' && found?.length === 0 && (
            <p className="soft small" role="status">
              {none}
            </p>
          )}
          <ProblemNote problem={problem} />
        </div>
      )}
    </Field>
  );
}
