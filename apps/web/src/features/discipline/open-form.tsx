import { useNavigate } from '@tanstack/react-router';
import { disciplineOutlook, openDiscipline } from '@vungmanh/contracts/inspection/discipline';
import { DisciplineSource, disciplineSourceLabel, ViolationContent, violationContentLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { DisciplineForm, disciplineFormLabel, type Inspector, inspectorLabel } from '@vungmanh/contracts/inspection/kind';
import { programChoices } from '@vungmanh/contracts/inspection/program';
import { disciplineForms } from '@vungmanh/regulations/discipline-vote';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { CheckField, RadioField, SelectField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';
import { OrganizationField } from '../organization/organization-field.js';
import { Competence } from './competence.js';

type Whom = 'MEMBER' | 'ORGANIZATION';

const contents = ViolationContent.options.map((value) => ({ value, label: violationContentLabel[value] }));
const sources = DisciplineSource.options.map((value) => ({ value, label: disciplineSourceLabel[value] }));

interface OpenFormProps {
  readonly nodeId: string;
  /** The inspection that has led here, and whom it was about. */
  readonly from?: { readonly caseId: string; readonly whom: Whom; readonly subject: Found };
  readonly onClose: () => void;
}

/** Which bodies the organization has is asked of the service; the rest follows from the one that is chosen. */
export function OpenForm({ nodeId, from, onClose }: OpenFormProps) {
  const choices = useQueryOf(programChoices, { nodeId, year: Number(today().slice(0, 4)) });
  const actors = (choices.data?.items ?? []).map((choice) => choice.actor).filter((actor) => actor !== 'ADVISORY_ORGAN');
  if (!choices.data) return choices.error ? <ProblemNote problem={choices.error} onRetry={() => void choices.refetch()} /> : <Skeleton lines={8} />;
  const [first = 'CELL'] = actors;
  return <Fields nodeId={nodeId} actors={actors} first={first} onClose={onClose} {...(from && { from })} />;
}

function Fields({ nodeId, actors, first, from, onClose }: OpenFormProps & { actors: readonly Inspector[]; first: Inspector }) {
  const navigate = useNavigate();
  const [whom, setWhom] = useState<Whom>(from?.whom ?? 'MEMBER');
  const [subject, setSubject] = useState(from?.subject);
  const command = useCommand(openDiscipline, {
    onDone: ({ id }) => void navigate({ to: '/discipline/$disciplineId', params: { disciplineId: id } }),
  });
  const form = useForm(
    openDiscipline.input,
    {
      nodeId,
      actor: first,
      assignedBySuperior: false,
      ...(from && {
        source: { kind: 'INSPECTION_CASE' as const, caseId: from.caseId },
        ...(from.whom === 'MEMBER' ? { personId: from.subject.id } : { subjectNodeId: from.subject.id }),
      }),
    },
    command.error,
  );
  const { actor = first, gravity, committedOn, assignedBySuperior = false, contents: [content] = [] } = form.draft;
  const choose = (found: Found | undefined) => {
    setSubject(found);
    form.set(whom === 'MEMBER' ? { personId: found?.id } : { subjectNodeId: found?.id });
  };
  const forms = disciplineForms(whom === 'MEMBER' ? 'OFFICIAL_MEMBER' : 'ORGANIZATION', today());
  const whose = whom === 'MEMBER' ? { personId: subject?.id ?? '' } : { subjectNodeId: subject?.id ?? '' };
  const asked = subject !== undefined && gravity !== undefined && committedOn !== undefined;
  const outlook = useQueryOf(
    disciplineOutlook,
    {
      nodeId,
      actor,
      ...whose,
      gravity: gravity ?? 'REPRIMAND',
      committedOn: committedOn ?? today(),
      assignedBySuperior,
      ...(content && { contents: [content] }),
    },
    { when: asked },
  );
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => subject && command.mutate({ input })}
      actions={<FormButtons submit="Mở hồ sơ" busy={command.isPending} onClose={onClose} />}
    >
      {actors.length > 1 && (
        <SelectField label="Cơ quan xem xét" options={actors.map((value) => ({ value, label: inspectorLabel[value] }))} {...form.field('actor')} />
      )}
      {from && (
        <p>
          Theo hồ sơ kiểm tra. Đối tượng: <span className="strong">{from.subject.name}</span>
        </p>
      )}
      {actor !== 'CELL' && !from && (
        <RadioField
          label="Đối tượng"
          options={[
            { value: 'MEMBER', label: 'Đảng viên' },
            { value: 'ORGANIZATION', label: 'Tổ chức đảng' },
          ]}
          value={whom}
          onChange={(next = 'MEMBER') => {
            setWhom(next);
            setSubject(undefined);
            form.set({ personId: undefined, subjectNodeId: undefined, gravity: undefined });
          }}
        />
      )}
      {from ? null : whom === 'MEMBER' ? (
        <MemberField label="Đảng viên được xem xét" nodeId={nodeId} value={subject} onChange={choose} />
      ) : (
        <OrganizationField label="Tổ chức đảng được xem xét" value={subject} onChange={choose} />
      )}
      <TextArea
        label="Nội dung vi phạm"
        hint="Việc gì, khi nào, ở đâu. Nội dung được mã hóa khi lưu."
        rows={4}
        maxLength={4000}
        {...form.text('violation')}
      />
      <SelectField
        label="Nhóm nội dung vi phạm"
        hint="Dùng để thống kê trong báo cáo."
        options={contents}
        value={content}
        onChange={(next) => form.set({ contents: next === undefined ? [] : [next] })}
      />
      <div className="columns">
        <DateField label="Ngày vi phạm" {...form.field('committedOn')} />
        <DateField label="Ngày phát hiện" {...form.field('foundOn')} />
      </div>
      <SelectField
        label="Mức kỷ luật tương ứng với vi phạm"
        hint="Dùng để tính thời hiệu; hình thức do biểu quyết quyết định."
        options={DisciplineForm.options.filter((value) => forms.includes(value)).map((value) => ({ value, label: disciplineFormLabel[value] }))}
        {...form.field('gravity')}
      />
      {!from && (
        <SelectField
          label="Căn cứ"
          optional
          empty="Chi bộ, cấp ủy tự phát hiện"
          options={sources}
          value={form.draft.source?.kind}
          onChange={(kind) => form.set({ source: kind === undefined ? undefined : { kind } })}
        />
      )}
      {!from && form.draft.source !== undefined && form.draft.source.kind !== 'INSPECTION_CASE' && (
        <DateField
          label={form.draft.source.kind === 'COURT_SENTENCE' ? 'Ngày bản án có hiệu lực' : 'Ngày quyết định của cơ quan nhà nước'}
          value={form.draft.source.on}
          onChange={(on) => form.draft.source && form.set({ source: { ...form.draft.source, on } })}
        />
      )}
      {whom === 'MEMBER' && (
        <CheckField
          label="Vi phạm khi thực hiện nhiệm vụ do cấp trên giao"
          checked={assignedBySuperior === true}
          onChange={(checked) => form.set({ assignedBySuperior: checked })}
        />
      )}
      {asked && outlook.data && <Competence forms={outlook.data.forms} />}
      {asked && <ProblemNote problem={outlook.error} />}
    </Form>
  );
}
