import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { shareDiscipline } from '@vungmanh/contracts/inspection/discipline-act';
import { disciplinePartLabel } from '@vungmanh/contracts/inspection/discipline-state';
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
import { CaseForm } from './case-form.js';

const parts = (['HANDLER', 'VOTER_RECORDER', 'READER'] as const).map((value) => ({ value, label: disciplinePartLabel[value] }));

function AddForm({ found, onClose }: { found: Discipline; onClose: () => void }) {
  const [person, setPerson] = useState<Found>();
  return (
    <CaseForm
      operation={shareDiscipline}
      found={found}
      start={{ part: 'READER', on: true }}
      submit="Cho xem"
      done="Đã thêm người được xem hồ sơ."
      onClose={onClose}
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
    </CaseForm>
  );
}

/** Who may open the case, and since when; nobody else can, those above neither. */
export function PeopleCard({ found }: { found: Discipline }) {
  const [adding, setAdding] = useState(false);
  const remove = useCommand(shareDiscipline);
  if (found.people.length === 0) return null;
  const may = found.may.includes('share');
  return (
    <Card title="Ai được xem hồ sơ này">
      <div className="stack">
        <ul className="discipline-list">
          {found.people.map(({ personId, name, part, since }) => (
            <li key={`${personId}${part}`} className="row apart">
              <span className="stack tight">
                <span>{name}</span>
                <span className="soft small">
                  {disciplinePartLabel[part]}, từ {showDate(since)}
                </span>
              </span>
              {may && part !== 'SUBJECT' && part !== 'DECIDER' && part !== 'APPEAL_JUDGE' && (
                <Button
                  size="small"
                  look="quiet"
                  busy={remove.isPending && remove.variables?.input.personId === personId}
                  onClick={() => remove.mutate({ input: { disciplineId: found.id, personId, part, on: false }, version: found.version })}
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
      <Dialog open={adding} title="Thêm người được xem hồ sơ" onClose={() => setAdding(false)}>
        <AddForm found={found} onClose={() => setAdding(false)} />
      </Dialog>
    </Card>
  );
}
