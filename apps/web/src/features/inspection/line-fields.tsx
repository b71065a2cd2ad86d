import type { LineDetails } from '@vungmanh/contracts/inspection/plan-line';
import type { z } from 'zod';
import type { Found } from '../../ui/find-field.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import type { FormOf } from '../../ui/use-form.js';
import { TeamFields } from './team-fields.js';

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
  return (
    <>
      <TextArea label="Nội dung" rows={3} maxLength={1000} {...form.text('content')} />
      <TeamFields
        nodeId={nodeId}
        leader={known}
        team={begun}
        optional
        onChange={({ leader, team }) => form.set({ leaderId: leader?.id, teamIds: team.map((t) => t.id) })}
      />
      <div className="row">
        <DateField label="Từ ngày" optional {...form.field('fromOn')} />
        <DateField label="Đến ngày" optional {...form.field('toOn')} />
      </div>
    </>
  );
}
