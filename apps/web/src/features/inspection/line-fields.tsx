import type { LineDetails } from '@vungmanh/contracts/inspection/plan-line';
import { useState } from 'react';
import type { z } from 'zod';
import { Button } from '../../ui/button.js';
import type { Found } from '../../ui/find-field.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import type { FormOf } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';

interface DetailFieldsProps {
  /** A form whose fields hold those of a line. */
  readonly form: Pick<FormOf<z.ZodObject<(typeof LineDetails)['shape']>>, 'field' | 'text' | 'set'>;
  /** Leader and team are members at or below it. */
  readonly nodeId: string;
  readonly leader?: Found | undefined;
  readonly team?: readonly Found[];
}

/** What, by whom and when: the same for a new line, a change and an amendment. */
export function DetailFields({ form, nodeId, leader: known, team: begun = [] }: DetailFieldsProps) {
  const [leader, setLeader] = useState<Found | undefined>(known);
  const [team, setTeam] = useState<readonly Found[]>(begun);
  const name = (next: readonly Found[]) => {
    setTeam(next);
    form.set({ teamIds: next.map((t) => t.id) });
  };
  return (
    <>
      <TextArea label="Nội dung" rows={3} maxLength={1000} {...form.text('content')} />
      <MemberField
        label="Trưởng đoàn, tổ trưởng"
        optional
        nodeId={nodeId}
        value={leader}
        onChange={(next) => {
          setLeader(next);
          form.set({ leaderId: next?.id });
        }}
      />
      <MemberField
        label="Thêm thành viên"
        optional
        nodeId={nodeId}
        value={undefined}
        onChange={(next) => next && !team.some((t) => t.id === next.id) && name([...team, next])}
      />
      {team.length > 0 && (
        <ul className="inspection-list">
          {team.map((t) => (
            <li key={t.id} className="row apart">
              {t.name}
              <Button size="small" look="quiet" onClick={() => name(team.filter((x) => x.id !== t.id))}>
                Bỏ
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <DateField label="Từ ngày" optional {...form.field('fromOn')} />
        <DateField label="Đến ngày" optional {...form.field('toOn')} />
      </div>
    </>
  );
}
