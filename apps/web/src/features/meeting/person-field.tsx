import { useDeferredValue, useId, useState } from 'react';
import { matcher } from '../../text/search.js';
import { Field } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import './person-field.css';

/** Somebody who can be chosen: from the roll of the meeting. */
export interface Choosable {
  readonly id: string;
  readonly name: string;
  /** Beside the name, to tell people of one name apart: post or year of birth. */
  readonly about?: string;
}

interface PersonFieldProps {
  readonly label: string;
  readonly people: readonly Choosable[];
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** One person only: the next choice takes the place of the last. */
  readonly single?: boolean;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly optional?: boolean;
}

const SHOWN = 7;

/** People found by typing any part of their name, with or without marks; those chosen stand above as chips. */
export function PersonField({ label, people, value, onChange, single = false, error, hint, optional = false }: PersonFieldProps) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const list = useId();
  const wanted = useDeferredValue(typed);
  const matches = matcher(wanted);
  const found = people.filter((p) => !value.includes(p.id) && matches(p.name)).slice(0, SHOWN);
  const at = Math.min(active, Math.max(0, found.length - 1));
  const chosen = value.map((id) => people.find((p) => p.id === id) ?? { id, name: 'Đồng chí ngoài danh sách' });
  const choose = (id: string) => {
    onChange(single ? [id] : [...value, id]);
    setTyped('');
    setActive(0);
    setOpen(false);
  };
  return (
    <Field label={label} error={error} optional={optional} {...(hint === undefined ? {} : { hint })}>
      {(aria) => (
        <div className="person-field" onBlur={(e) => !e.currentTarget.contains(e.relatedTarget) && setOpen(false)}>
          {chosen.length > 0 && (
            <ul className="person-chosen">
              {chosen.map((p) => (
                <li key={p.id}>
                  <span>{p.name}</span>
                  <button type="button" aria-label={`Bỏ chọn ${p.name}`} onClick={() => onChange(value.filter((id) => id !== p.id))}>
                    <Icon name="close" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <input
            {...aria}
            className="input"
            role="combobox"
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={open && found[at] ? `${list}-${found[at].id}` : undefined}
            value={typed}
            placeholder={single && chosen.length > 0 ? 'Chọn đồng chí khác' : 'Gõ tên'}
            autoComplete="off"
            spellCheck={false}
            onFocus={() => setOpen(true)}
            onChange={(e) => {
              setTyped(e.target.value);
              setActive(0);
              setOpen(true);
            }}
            onKeyDown={(e) => {
              // While Telex is composing a letter, Enter and arrows belong to it.
              if (e.nativeEvent.isComposing) return;
              if (e.key === 'ArrowDown') setActive(Math.min(at + 1, found.length - 1));
              else if (e.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
              else if (e.key === 'Enter' && open && found[at]) choose(found[at].id);
              else if (e.key === 'Escape' && open) setOpen(false);
              else return;
              e.preventDefault();
              e.stopPropagation();
            }}
          />
          <div id={list} role="listbox" aria-label={`${label}: danh sách để chọn`} className="person-list" hidden={!open || found.length === 0}>
            {found.map((p, i) => (
              <div
                key={p.id}
                id={`${list}-${p.id}`}
                role="option"
                aria-selected={i === at}
                onPointerDown={(e) => e.preventDefault()}
                onClick={() => choose(p.id)}
              >
                <span>{p.name}</span>
                {p.about !== undefined && <span className="soft small">{p.about}</span>}
              </div>
            ))}
          </div>
          {open && typed !== '' && found.length === 0 && <p className="soft small">Không có tên này trong danh sách của buổi sinh hoạt.</p>}
        </div>
      )}
    </Field>
  );
}
