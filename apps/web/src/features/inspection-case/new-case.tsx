import { useNavigate } from '@tanstack/react-router';
import { openCase } from '@vungmanh/contracts/inspection/case';
import { InspectionKind, inspectorLabel, SubjectKind, subjectKindLabel } from '@vungmanh/contracts/inspection/kind';
import { programChoices, type ProgramActor } from '@vungmanh/contracts/inspection/program';
import { competenceAt } from '@vungmanh/regulations/competence';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { RadioField, SelectField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { CellShapeFields } from '../inspection/cell-shape-fields.js';
import { kindsFor } from '../inspection/inspection-text.js';
import { ThemeField } from '../inspection/theme-field.js';
import { MemberField } from '../member/member-field.js';
import { OrganizationField } from '../organization/organization-field.js';
import { WrittenReportForm } from './written-report-form.js';

/** What a line of a plan says of the case that carries it out. */
export interface Planned {
  readonly planLineId: string;
  readonly actor: ProgramActor;
  readonly kind: InspectionKind;
  readonly subject: SubjectKind;
  readonly subjectId: string;
  readonly subjectName: string;
  readonly content: string;
  readonly leaderId?: string | undefined;
  readonly teamIds: readonly string[];
}

const subjects = SubjectKind.options.map((value) => ({ value, label: subjectKindLabel[value] }));

/** What came in from another body, from which the case is opened. */
interface Reported {
  readonly fromReportId: string;
  readonly subject: SubjectKind;
  readonly subjectId: string;
  readonly subjectName: string;
}

interface NewCaseProps {
  readonly nodeId: string;
  readonly planned?: Planned;
  readonly report?: Reported;
  readonly onClose: () => void;
}

/** Only what the body may do is offered. */
function CaseForm({ nodeId, planned, report, bodies, onClose }: NewCaseProps & { bodies: readonly ProgramActor[] }) {
  const navigate = useNavigate();
  const year = Number(today().slice(0, 4));
  const [only] = bodies.length === 1 ? bodies : [];
  const known = planned ?? report;
  const [found, setFound] = useState<Found | undefined>(known && { id: known.subjectId, name: known.subjectName });
  const command = useCommand(openCase, { onDone: ({ id }) => void navigate({ to: '/inspection/cases/$caseId', params: { caseId: id } }) });
  const { subjectName: _, ...line } = known ?? { subjectName: '' };
  const start = {
    nodeId,
    actor: only,
    subject: only === 'CELL' ? ('MEMBER' as const) : undefined,
    periodFrom: `${year - 1}-01-01`,
    periodTo: today(),
  };
  const form = useForm(openCase.input, { ...start, ...line, teamIds: [...(planned?.teamIds ?? [])] }, command.error);
  const actors = bodies.map((value) => ({ value, label: inspectorLabel[value] }));
  const { actor, subject, kind } = form.draft;
  if (command.error?.code === 'inspection/report-in-writing' && actor && kind && found) {
    return (
      <WrittenReportForm
        about={{ nodeId, actor, kind, subjectId: found.id, subjectName: found.name }}
        why={command.error.more.detail}
        onClose={onClose}
      />
    );
  }
  const told = actor && subject && kind ? competenceAt(actor, kind, { subject, managedByHigherLevel: false }, today()) : undefined;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Lập hồ sơ" busy={command.isPending} onClose={onClose} />}
    >
      {planned ? (
        <p>
          Theo kế hoạch đã thông báo. Đối tượng: <span className="strong">{planned.subjectName}</span>
        </p>
      ) : (
        <>
          {only === undefined && <SelectField label="Cơ quan tiến hành" options={actors} {...form.field('actor')} />}
          {report && (
            <p>
              Từ báo cáo, hồ sơ chuyển đến. Đối tượng: <span className="strong">{report.subjectName}</span>
            </p>
          )}
          {only !== 'CELL' && !report && (
            <RadioField
              label="Đối tượng"
              options={subjects}
              value={subject}
              onChange={(next) => {
                setFound(undefined);
                form.set({ subject: next, subjectId: undefined, kind: undefined });
              }}
              error={form.errors['subject']}
            />
          )}
          {subject === 'MEMBER' && !report && (
            <MemberField
              label="Đảng viên"
              nodeId={nodeId}
              value={found}
              error={form.errors['subjectId']}
              onChange={(next) => {
                setFound(next);
                form.set({ subjectId: next?.id });
              }}
            />
          )}
          {subject === 'ORGANIZATION' && !report && (
            <OrganizationField
              label="Tổ chức đảng"
              value={found}
              error={form.errors['subjectId']}
              onChange={(next) => {
                setFound(next);
                form.set({ subjectId: next?.id });
              }}
            />
          )}
          <SelectField label="Hình thức" options={actor && subject ? kindsFor(actor, subject, today()) : []} {...form.field('kind')} />
          <CellShapeFields actor={actor} kind={kind} value={form.draft} onChange={(next) => form.set(next)} />
          {told && (
            <Note title={told.says}>
              <p className="small">Căn cứ: {told.source}</p>
            </Note>
          )}
        </>
      )}
      <ThemeField
        kind={kind}
        label="Chuyên đề thường dùng"
        isOf={({ content }) => form.draft.content === content}
        onChoose={({ content }) => form.set({ content })}
      />
      <TextArea
        label="Nội dung"
        hint='Viết tiếp sau chữ "kiểm tra", "giám sát". Ví dụ: Việc thực hiện nhiệm vụ được phân công.'
        rows={3}
        maxLength={2000}
        {...form.text('content')}
      />
      <div className="columns">
        <DateField label="Mốc thời gian từ" {...form.field('periodFrom')} />
        <DateField label="Đến" {...form.field('periodTo')} />
      </div>
      {!planned && <p className="soft">Đối tượng chưa biết gì cho đến khi triển khai quyết định.</p>}
    </Form>
  );
}

/** Opens a case for a body of an organization: of a line of its plan, or of what the form says. */
export function NewCase(props: NewCaseProps) {
  const { nodeId, planned } = props;
  const choices = useQueryOf(programChoices, { nodeId, year: Number(today().slice(0, 4)) }, { when: planned === undefined });
  if (planned) return <CaseForm {...props} bodies={[planned.actor]} />;
  if (choices.data) return <CaseForm {...props} bodies={choices.data.items.map(({ actor }) => actor)} />;
  return choices.error ? <ProblemNote problem={choices.error} onRetry={() => void choices.refetch()} /> : <Skeleton lines={6} />;
}
