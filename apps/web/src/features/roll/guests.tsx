import { Guest, type RollGuest } from '@vungmanh/contracts/attendance';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { TextField } from '../../ui/text-field.js';

interface GuestsProps {
  readonly guests: readonly RollGuest[];
  readonly onAdd?: (name: string, office: string | undefined) => void;
  readonly onRemove?: (guest: RollGuest) => void;
}

/** Guests as the minutes name them: the superior who attends, the head of the village. They count in no figure of members. */
export function Guests({ guests, onAdd, onRemove }: GuestsProps) {
  const [name, setName] = useState('');
  const [office, setOffice] = useState('');
  const [asked, setAsked] = useState(false);
  const read = Guest.pick({ name: true }).safeParse({ name });
  const add = () => {
    setAsked(true);
    if (!read.success) return;
    onAdd?.(read.data.name, office.trim() === '' ? undefined : office.normalize('NFC').trim());
    setName('');
    setOffice('');
    setAsked(false);
  };
  if (guests.length === 0 && !onAdd) return null;
  return (
    <Card title={`Khách mời, cấp trên dự (${guests.length})`}>
      <div className="stack">
        {guests.length > 0 && (
          <ul className="stack tight">
            {guests.map((g) => (
              <li key={g.id} className="row apart">
                <span>
                  <span className="strong">{g.name}</span>
                  {g.office !== undefined && <span className="soft">, {g.office}</span>}
                </span>
                {onRemove && (
                  <Button size="small" look="quiet" onClick={() => onRemove(g)}>
                    Bỏ
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {onAdd && (
          <form
            className="columns no-print roll-guest-form"
            onSubmit={(e) => {
              e.preventDefault();
              add();
            }}
          >
            <TextField
              label="Họ và tên khách"
              value={name}
              onChange={setName}
              maxLength={120}
              error={asked && !read.success ? 'Chưa nhập họ và tên' : undefined}
            />
            <TextField label="Chức vụ" optional value={office} onChange={setOffice} maxLength={200} />
            <Button type="submit" icon="plus">
              Thêm khách
            </Button>
          </form>
        )}
      </div>
    </Card>
  );
}
