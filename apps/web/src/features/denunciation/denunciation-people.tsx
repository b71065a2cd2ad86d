import type { Denunciation } from '@vungmanh/contracts/inspection/denunciation';
import { shareDenunciation } from '@vungmanh/contracts/inspection/denunciation-act';
import { denunciationPartLabel } from '@vungmanh/contracts/inspection/denunciation-state';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { RadioField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import type { Found } from '../../ui/find-field.js';
import { ProblemNote } from '../../ui/notes.js';
import { MemberField } from '../member/member-field.js';
import { DenunciationForm } from './denunciation-form.js';

const parts = (['VAULT_KEEPER', 'HANDLER', 'READER'] as const).map((value) => ({ value, label: denunciationPartLabel[value] }));

/** Who may open it, and since when; nobody else can, those above neither. */
export function DenunciationPeople({ found }: { found: Denunciation }) {
  const [adding, setAdding] = useState(false);
  const [person, setPerson] = useState<Found>();
  const remove = useCommand(shareDenunciation);
  if (found.people.length === 0) return null;
  const may = found.may.includes('share');
  const close = () => setAdding(false);
  return (
    <Card title="Ai được xem hồ sơ này">
      <div className="stack">
        <ul className="discipline-list">
          {found.people.map(({ personId, name, part, since }) => (
            <li key={`${personId}${part}`} className="row apart">
              <span className="stack tight">
                <span>{name}</span>
                <span className="soft small">
                  {denunciationPartLabel[part]}, từ {showDate(since)}
                </span>
              </span>
              {may && part !== 'SUBJECT' && (
                <Button
                  size="small"
                  look="quiet"
                  onClick={() => remove.mutate({ input: { denunciationId: found.id, personId, part, on: false }, version: found.version })}
                >
                  Thôi cho xem
                </Button>
              )}
            </li>
          ))}
        </ul>
        <ProblemNote problem={remove.error} />
        {may && (
          <div>
            <Button size="small" icon="plus" onClick={() => setAdding(true)}>
              Thêm người
            </Button>
          </div>
        )}
      </div>
      <Dialog open={adding} title="Thêm người được xem hồ sơ" onClose={close}>
        <DenunciationForm
          operation={shareDenunciation}
          found={found}
          start={{ part: 'VAULT_KEEPER', on: true }}
          submit="Thêm"
          done="Đã thêm người được xem hồ sơ."
          onClose={close}
        >
          {(form) => (
            <>
              <MemberField
                label="Đồng chí"
                nodeId={found.nodeId}
                value={person}
                onChange={(next) => {
                  setPerson(next);
                  form.set({ personId: next?.id });
                }}
                error={form.errors['personId']}
              />
              <RadioField label="Phần việc" options={parts} {...form.field('part')} />
            </>
          )}
        </DenunciationForm>
      </Dialog>
    </Card>
  );
}
