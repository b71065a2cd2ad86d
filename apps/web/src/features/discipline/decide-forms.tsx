import { decideDiscipline, decideProposal, proposeDiscipline } from '@vungmanh/contracts/inspection/discipline-act';
import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { today } from '../../text/dates.js';
import { SelectField } from '../../ui/choice-field.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { CaseForm } from './case-form.js';
import { SeatsField } from './seats-field.js';
import { bodyText, formWord } from './discipline-text.js';
import type { StepFormProps } from './step-forms.js';

export function DecideForm({ found, onClose }: StepFormProps) {
  const cell = found.actor === 'CELL';
  const form = found.vote?.adopted;
  return (
    <CaseForm
      operation={decideDiscipline}
      found={found}
      start={{ on: found.vote?.on }}
      submit={cell ? 'Công bố' : 'Quyết định'}
      done={cell ? 'Quyết định kỷ luật đã có hiệu lực.' : 'Đã ghi quyết định, chờ ký văn bản.'}
      onClose={onClose}
    >
      {(fields) => (
        <>
          {form !== undefined && <Note title={`Hình thức: ${formWord(form)}`} />}
          <p>
            {cell
              ? 'Quyết định của chi bộ có hiệu lực ngay khi công bố kết quả bỏ phiếu; sau đó ra quyết định bằng văn bản.'
              : 'Quyết định có hiệu lực từ ngày ký văn bản.'}
          </p>
          {form === 'DISMISSAL' && <SeatsField found={found} {...fields.field('dismissedFrom')} />}
          <DateField label={cell ? 'Ngày công bố kết quả' : 'Ngày quyết định'} {...fields.field('on')} />
        </>
      )}
    </CaseForm>
  );
}

/** Which body above it goes to; the nearest ones first. */
export function ProposeForm({ found, onClose }: StepFormProps) {
  const keyOf = (body: { nodeId: string; actor: string }): string => `${body.nodeId} ${body.actor}`;
  const options = found.above.map((body) => ({ value: keyOf(body), label: bodyText(body.actor, body.nodeName) }));
  return (
    <CaseForm
      operation={proposeDiscipline}
      found={found}
      start={{ on: today() }}
      submit="Gửi đề nghị"
      done="Đã gửi đề nghị lên cấp có thẩm quyền."
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            label="Cơ quan có thẩm quyền"
            options={options}
            value={form.draft.toNodeId === undefined ? undefined : keyOf({ nodeId: form.draft.toNodeId, actor: form.draft.toActor ?? '' })}
            onChange={(key) => {
              const body = found.above.find((one) => keyOf(one) === key);
              form.set({ toNodeId: body?.nodeId, toActor: body?.actor });
            }}
            error={form.errors['toNodeId']}
          />
          <DateField label="Ngày đề nghị" {...form.field('on')} />
          <p className="soft small">Nơi nhận chỉ thấy đơn vị và hình thức đề nghị; tên đảng viên hiện ra khi có người nhận hồ sơ.</p>
        </>
      )}
    </CaseForm>
  );
}

export function DecideProposalForm({ found, onClose }: StepFormProps) {
  const options = found.forms.map(({ form, barred }) => ({
    value: form,
    label: barred ? `${disciplineFormLabel[form]} (hết thời hiệu)` : disciplineFormLabel[form],
    disabled: barred,
  }));
  return (
    <CaseForm
      operation={decideProposal}
      found={found}
      start={{ on: today(), form: found.proposal?.form }}
      submit="Quyết định"
      done="Đã ghi quyết định, chờ ký văn bản."
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField label="Hình thức kỷ luật" options={options} {...form.field('form')} />
          {form.draft.form === 'DISMISSAL' && <SeatsField found={found} {...form.field('dismissedFrom')} />}
          <DateField label="Ngày quyết định" {...form.field('on')} />
        </>
      )}
    </CaseForm>
  );
}
