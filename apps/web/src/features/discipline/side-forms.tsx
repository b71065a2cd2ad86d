import { deferDiscipline, dismissDiscipline, endDiscipline, resumeDiscipline } from '@vungmanh/contracts/inspection/discipline-act';
import { DeferralReason, deferralReasonLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { today } from '../../text/dates.js';
import { SelectField } from '../../ui/choice-field.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { CaseForm } from './case-form.js';
import type { StepFormProps } from './step-forms.js';

const reasons = DeferralReason.options.map((value) => ({ value, label: deferralReasonLabel[value] }));

export function DeferForm({ found, onClose }: StepFormProps) {
  return (
    <CaseForm operation={deferDiscipline} found={found} submit="Tạm hoãn" done="Đã tạm hoãn xem xét." onClose={onClose}>
      {(form) => (
        <>
          <SelectField label="Lý do" options={reasons} {...form.field('reason')} />
          <DateField label="Hoãn đến ngày" {...form.field('until')} />
          <TextArea label="Giấy tờ, căn cứ" rows={3} maxLength={1000} {...form.text('note')} />
        </>
      )}
    </CaseForm>
  );
}

export function ResumeForm({ found, onClose }: StepFormProps) {
  return (
    <CaseForm operation={resumeDiscipline} found={found} submit="Tiếp tục" done="Tiếp tục xem xét." onClose={onClose}>
      {() => <p>Hồ sơ trở lại bước trước khi tạm hoãn.</p>}
    </CaseForm>
  );
}

export function DismissForm({ found, onClose }: StepFormProps) {
  return (
    <CaseForm
      operation={dismissDiscipline}
      found={found}
      submit="Kết thúc hồ sơ"
      look="danger"
      done="Đã kết thúc hồ sơ, không kỷ luật."
      onClose={onClose}
    >
      {(form) => (
        <TextArea label="Lý do không kỷ luật" hint="Ghi vào hồ sơ, người được xem xét đọc được." rows={4} maxLength={2000} {...form.text('reason')} />
      )}
    </CaseForm>
  );
}

export function EndForm({ found, onClose }: StepFormProps) {
  return (
    <CaseForm
      operation={endDiscipline}
      found={found}
      start={{ on: today() }}
      submit="Ghi hết hiệu lực"
      done="Đã ghi quyết định hết hiệu lực."
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField label="Hết hiệu lực từ ngày" {...form.field('on')} />
          <TextArea label="Căn cứ" rows={3} maxLength={2000} {...form.text('reason')} />
        </>
      )}
    </CaseForm>
  );
}
