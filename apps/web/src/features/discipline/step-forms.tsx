import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { deliverDiscipline, hearSubject, signDiscipline } from '@vungmanh/contracts/inspection/discipline-act';
import { disciplineDeliveryLabel, hearingLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { useState } from 'react';
import { today } from '../../text/dates.js';
import { RadioField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { MemberField } from '../member/member-field.js';
import { CaseForm } from './case-form.js';

export interface StepFormProps {
  readonly found: Discipline;
  readonly onClose: () => void;
}

const hearings = (['MET', 'DID_NOT_COME', 'NOT_HELD'] as const).map((value) => ({ value, label: hearingLabel[value] }));

/** The right to be heard comes before any vote; not having been heard takes a reason that stays in sight. */
export function HearForm({ found, onClose }: StepFormProps) {
  const [by, setBy] = useState<Found>();
  return (
    <CaseForm
      operation={hearSubject}
      found={found}
      start={{ how: 'MET', on: today() }}
      submit="Ghi vào hồ sơ"
      done="Đã ghi việc gặp, nghe trình bày."
      onClose={onClose}
    >
      {(form) => (
        <>
          <RadioField label="Kết quả" options={hearings} {...form.field('how')} />
          <DateField label="Ngày" {...form.field('on')} />
          <MemberField
            label="Đại diện tổ chức đảng đã gặp"
            nodeId={found.nodeId}
            value={by}
            onChange={(next) => {
              setBy(next);
              form.set({ byPersonId: next?.id });
            }}
            error={form.errors['byPersonId']}
          />
          <TextArea
            label={form.draft.how === 'MET' ? 'Nội dung trình bày' : 'Lý do'}
            hint="Người được xem xét và người có tên trong hồ sơ đọc được."
            rows={5}
            maxLength={4000}
            {...form.text('text')}
          />
        </>
      )}
    </CaseForm>
  );
}

const bookOf: Partial<Record<Discipline['actor'], string>> = { CELL: 'chi bộ', INSPECTION_COMMISSION: 'ủy ban kiểm tra' };

/** The paper is signed by hand; its number comes from the register. */
export function SignForm({ found, onClose }: StepFormProps) {
  const [signer, setSigner] = useState<Found>();
  const body = found.proposal ?? found;
  return (
    <CaseForm operation={signDiscipline} found={found} start={{ on: today() }} submit="Ghi đã ký" done="Đã ghi văn bản đã ký." onClose={onClose}>
      {(form) => (
        <>
          <DateField label="Ngày ký" {...form.field('on')} />
          <MemberField
            label="Người ký"
            nodeId={body.nodeId}
            value={signer}
            onChange={(next) => {
              setSigner(next);
              form.set({ signerId: next?.id });
            }}
            error={form.errors['signerId']}
          />
          <p className="soft">Số văn bản được lấy từ sổ văn bản của {bookOf[body.actor] ?? 'cấp ủy'}.</p>
        </>
      )}
    </CaseForm>
  );
}

const deliveries = (['RECEIVED', 'REFUSED'] as const).map((value) => ({ value, label: disciplineDeliveryLabel[value] }));

/** From this day the time for an appeal runs. */
export function DeliverForm({ found, onClose }: StepFormProps) {
  return (
    <CaseForm
      operation={deliverDiscipline}
      found={found}
      start={{ how: 'RECEIVED', on: today() }}
      submit="Ghi vào hồ sơ"
      done="Đã ghi việc trao quyết định."
      onClose={onClose}
    >
      {(form) => (
        <>
          <RadioField label="Kết quả" hint="Thời hạn khiếu nại tính từ ngày đảng viên nhận quyết định." options={deliveries} {...form.field('how')} />
          <DateField label="Ngày" {...form.field('on')} />
        </>
      )}
    </CaseForm>
  );
}
