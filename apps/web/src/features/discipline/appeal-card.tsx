import { acceptAppeal, deliverAnswer, refuseAppeal, settleAppeal, submitAppeal } from '@vungmanh/contracts/inspection/appeal';
import {
  type Appeal,
  AppealOutcome,
  appealOutcomeLabel,
  AppealRefusal,
  appealRefusalLabel,
  type AppealState,
  appealStateLabel,
} from '@vungmanh/contracts/inspection/appeal-state';
import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { DisciplineDelivery, disciplineDeliveryLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { useState } from 'react';
import { showDate, showDue, today } from '../../text/dates.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { RadioField, SelectField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { CaseForm } from './case-form.js';
import { formWord, isMine } from './discipline-text.js';
import { SeatsField } from './seats-field.js';
import type { StepFormProps } from './step-forms.js';

const tone: Record<AppealState, Tone> = { SUBMITTED: 'wait', ACCEPTED: 'active', REFUSED: 'muted', SETTLED: 'done' };

function SubmitForm({ found, onClose }: StepFormProps) {
  return (
    <CaseForm
      operation={submitAppeal}
      found={found}
      start={{ on: today() }}
      submit="Gửi khiếu nại"
      done="Đã gửi khiếu nại lên cấp trên."
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>
            Gửi đến: <span className="strong">{found.appeal?.to}</span>. Trong khi chờ giải quyết vẫn phải chấp hành quyết định.
          </p>
          {!isMine(found) && <DateField label="Ngày đảng viên gửi đơn" {...form.field('on')} />}
          <TextArea
            label="Nội dung khiếu nại"
            hint="Vì sao không đồng ý, đề nghị thay đổi thế nào."
            rows={8}
            maxLength={8000}
            {...form.text('text')}
          />
        </>
      )}
    </CaseForm>
  );
}

function AcceptForm({ found, onClose }: StepFormProps) {
  return (
    <CaseForm operation={acceptAppeal} found={found} start={{ on: today() }} submit="Thụ lý" done="Đã thụ lý khiếu nại." onClose={onClose}>
      {(form) => (
        <>
          <DateField label="Ngày thụ lý" {...form.field('on')} />
          <p className="soft">Số thông báo được lấy từ sổ văn bản của ủy ban kiểm tra.</p>
        </>
      )}
    </CaseForm>
  );
}

const grounds = AppealRefusal.options.map((value) => ({ value, label: appealRefusalLabel[value] }));

function RefuseForm({ found, onClose }: StepFormProps) {
  return (
    <CaseForm
      operation={refuseAppeal}
      found={found}
      start={{ on: today() }}
      submit="Không giải quyết"
      look="danger"
      done="Đã ghi không giải quyết khiếu nại."
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField label="Trường hợp không giải quyết" options={grounds} {...form.field('ground')} />
          <DateField label="Ngày" {...form.field('on')} />
          <TextArea label="Trả lời người khiếu nại" rows={4} maxLength={4000} {...form.text('reason')} />
        </>
      )}
    </CaseForm>
  );
}

const outcomes = AppealOutcome.options.map((value) => ({ value, label: appealOutcomeLabel[value] }));

function SettleForm({ found, onClose }: StepFormProps) {
  const others = found.forms.filter(({ form }) => form !== found.form).map(({ form }) => ({ value: form, label: disciplineFormLabel[form] }));
  return (
    <CaseForm
      operation={settleAppeal}
      found={found}
      start={{ on: today() }}
      submit="Ghi kết quả"
      done="Đã ghi kết quả giải quyết khiếu nại."
      onClose={onClose}
    >
      {(form) => (
        <>
          <RadioField
            label="Kết quả"
            options={outcomes}
            {...form.field('outcome')}
            onChange={(outcome) => form.set({ outcome, ...(outcome === 'CHANGED' ? {} : { form: undefined, dismissedFrom: undefined }) })}
          />
          {form.draft.outcome === 'CHANGED' && <SelectField label="Hình thức thay thế" options={others} {...form.field('form')} />}
          {form.draft.form === 'DISMISSAL' && <SeatsField found={found} {...form.field('dismissedFrom')} />}
          {found.form === 'DISMISSAL' && (form.draft.outcome === 'CHANGED' || form.draft.outcome === 'ANNULLED') && (
            <Note tone="warning" title="Chức vụ đã bị cách không tự trở lại">
              Cấp có thẩm quyền xem xét bầu hoặc chỉ định lại; sau đó cập nhật cấp ủy ở trang của tổ chức.
            </Note>
          )}
          <DateField label="Ngày quyết định" {...form.field('on')} />
          <TextArea label="Lý do, căn cứ" hint="Người khiếu nại đọc được." rows={5} maxLength={4000} {...form.text('reason')} />
        </>
      )}
    </CaseForm>
  );
}

const deliveries = DisciplineDelivery.options.map((value) => ({ value, label: disciplineDeliveryLabel[value] }));

function DeliverForm({ found, onClose }: StepFormProps) {
  return (
    <CaseForm
      operation={deliverAnswer}
      found={found}
      start={{ on: today(), how: 'RECEIVED' }}
      submit="Ghi việc trao"
      done="Đã ghi việc trao quyết định giải quyết khiếu nại."
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField label="Ngày trao" hint="Thời hạn khiếu nại tiếp tính từ ngày này." {...form.field('on')} />
          <RadioField label="Người khiếu nại" options={deliveries} {...form.field('how')} />
        </>
      )}
    </CaseForm>
  );
}

const acts = {
  appeal: { label: 'Khiếu nại quyết định', paper: 'Ghi đơn khiếu nại nhận được', title: 'Khiếu nại kỷ luật', form: SubmitForm },
  'accept-appeal': { label: 'Thụ lý', title: 'Thụ lý khiếu nại', form: AcceptForm },
  'settle-appeal': { label: 'Ghi kết quả giải quyết', title: 'Kết quả giải quyết khiếu nại', form: SettleForm },
  'refuse-appeal': { label: 'Không giải quyết', title: 'Không giải quyết khiếu nại', form: RefuseForm },
  'deliver-answer': { label: 'Ghi trao quyết định giải quyết', title: 'Trao quyết định giải quyết khiếu nại', form: DeliverForm },
} as const;
type AppealAct = keyof typeof acts;

function One({ appeal }: { appeal: Appeal }) {
  return (
    <li className="stack tight">
      <span className="row apart">
        <span className="strong">{appeal.to}</span>
        <span className="row">
          {appeal.late && <Badge tone="late">Quá hạn giải quyết</Badge>}
          <Badge tone={tone[appeal.state]}>{appealStateLabel[appeal.state]}</Badge>
        </span>
      </span>
      <Facts
        items={[
          ['Ngày gửi', showDate(appeal.on)],
          ['Ngày thụ lý', appeal.acceptedOn && showDate(appeal.acceptedOn)],
          ['Số thông báo', appeal.number],
          ['Hạn giải quyết', appeal.closedOn === undefined && appeal.due ? `${showDate(appeal.due)} · ${showDue(appeal.due)}` : undefined],
          ['Ngày trả lời', appeal.closedOn && showDate(appeal.closedOn)],
          ['Lý do không giải quyết', appeal.ground && appealRefusalLabel[appeal.ground]],
          ['Kết quả', appeal.outcome && `${appealOutcomeLabel[appeal.outcome]}${appeal.form ? `: ${formWord(appeal.form)}` : ''}`],
          ['Trao quyết định', appeal.delivered && `${disciplineDeliveryLabel[appeal.delivered.how]}, ngày ${showDate(appeal.delivered.on)}`],
        ]}
      />
      {appeal.closedOn === undefined && appeal.rule !== undefined && <p className="soft small">{appeal.rule}</p>}
    </li>
  );
}

/** Appeals at each level with their clocks, and what one may do about them. */
export function AppealCard({ found }: { found: Discipline }) {
  const [doing, setDoing] = useState<AppealAct>();
  const close = () => setDoing(undefined);
  const offered = (Object.keys(acts) as AppealAct[]).filter((act) => found.may.includes(act));
  if (found.appeals.length === 0 && offered.length === 0) return null;
  return (
    <Card title="Khiếu nại">
      <div className="stack">
        {found.appeals.length === 0 && <p className="soft">Chưa có khiếu nại.</p>}
        <ul className="discipline-list">
          {found.appeals.map((appeal) => (
            <One key={`${appeal.on}${appeal.to}${appeal.state}`} appeal={appeal} />
          ))}
        </ul>
        <div className="row no-print">
          {offered.map((act) => (
            <Button
              key={act}
              look={act === 'refuse-appeal' || (act === 'appeal' && !isMine(found)) ? 'plain' : 'primary'}
              onClick={() => setDoing(act)}
            >
              {act === 'appeal' && !isMine(found) ? acts.appeal.paper : acts[act].label}
            </Button>
          ))}
        </div>
      </div>
      {offered.map((act) => {
        const { title, form: DialogForm } = acts[act];
        return (
          <Dialog key={act} open={doing === act} title={title} onClose={close}>
            {doing === act && <DialogForm found={found} onClose={close} />}
          </Dialog>
        );
      })}
    </Card>
  );
}
