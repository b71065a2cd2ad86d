import { amendProgram } from '@vungmanh/contracts/inspection/amendment';
import { InspectionKind, type SubjectKind } from '@vungmanh/contracts/inspection/kind';
import { addLines, NewLines, type Subjects } from '@vungmanh/contracts/inspection/plan-line';
import type { Program } from '@vungmanh/contracts/inspection/program';
import { line } from '@vungmanh/contracts/types';
import { competenceAt } from '@vungmanh/regulations/competence';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { RadioField, SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { CellShapeFields } from './cell-shape-fields.js';
import { Candidates } from './candidates.js';
import { kindsFor, quarterChips } from './inspection-text.js';
import { ThemeField } from './theme-field.js';
import { DetailFields } from './line-fields.js';

type Whom = 'MEMBER' | 'ORGANIZATION' | 'CELLS' | 'MEMBERS';
const subjectOf: Record<Whom, SubjectKind> = { MEMBER: 'MEMBER', MEMBERS: 'MEMBER', ORGANIZATION: 'ORGANIZATION', CELLS: 'ORGANIZATION' };

const whomOptions = (ofCell: boolean) => [
  { value: 'MEMBER' as const, label: 'Chọn từng đảng viên' },
  { value: 'MEMBERS' as const, label: ofCell ? 'Tất cả đảng viên của chi bộ' : 'Tất cả đảng viên trong phạm vi' },
  ...(ofCell
    ? []
    : [
        { value: 'ORGANIZATION' as const, label: 'Chọn từng tổ chức đảng' },
        { value: 'CELLS' as const, label: 'Tất cả chi bộ trực thuộc' },
      ]),
];

/** The same form drafts and amends: an approved program wants a reason besides. */
const Draft = NewLines.omit({ subjects: true });
const Amended = Draft.extend({ reason: line(500) });

/** What has been done, as one sentence. */
const doneText = ({ added, already, leftOut }: { added: number; already: number; leftOut: number }): string =>
  [
    `Đã thêm ${added} cuộc.`,
    already > 0 ? `${already} đối tượng đã có trong quý.` : '',
    leftOut > 0 ? `${leftOut} đảng viên do cấp ủy cấp trên quản lý: hãy báo cáo bằng văn bản với cấp ủy có thẩm quyền.` : '',
  ]
    .filter(Boolean)
    .join(' ');

/** Adds lines for subjects chosen one by one or for all; only what the body is competent for is offered. */
export function AddLines({ program, onClose }: { program: Program; onClose: () => void }) {
  const toast = useToast();
  const drafting = program.state === 'DRAFT';
  const [whom, setWhom] = useState<Whom>('MEMBER');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const done = (said: { added: number; already: number; leftOut: number }) => {
    onClose();
    toast({ text: doneText(said) });
  };
  const add = useCommand(addLines, { onDone: done });
  const amend = useCommand(amendProgram, { onDone: ({ lines, leftOut }) => done({ added: lines, already: 0, leftOut }) });
  const problem = add.error ?? amend.error;
  const form = useForm(drafting ? Draft : Amended, { quarter: 1, teamIds: [] }, problem);
  const { kind, leaderId } = form.draft;
  const subject = subjectOf[whom];
  const kinds = kindsFor(program.actor, subject, today());
  const fits = InspectionKind.safeParse(kind);
  const told = fits.success ? competenceAt(program.actor, fits.data, { subject, managedByHigherLevel: false }, today()) : undefined;
  const all = whom === 'CELLS' || whom === 'MEMBERS';
  const subjects: Subjects = all ? { of: whom } : { of: 'CHOSEN', subject, subjectIds: [...chosen] };
  const submit = (input: z.input<typeof Draft> & { reason?: unknown }) => {
    const { reason, ...lines } = input;
    const programId = program.id;
    if (drafting) add.mutate({ input: { programId, ...lines, subjects } });
    else amend.mutate({ input: { programId, reason: String(reason), change: { type: 'ADD', ...lines, subjects } } });
  };
  return (
    <Form
      form={form}
      problem={problem}
      onSubmit={submit}
      actions={
        <>
          <Button type="submit" look="primary" busy={add.isPending || amend.isPending} disabled={!all && chosen.size === 0}>
            {all ? 'Thêm cho tất cả' : `Thêm ${chosen.size} đối tượng`}
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <SelectField
        label="Quý"
        options={quarterChips}
        value={String(form.draft.quarter)}
        onChange={(next) => form.set({ quarter: Number(next ?? 1) })}
      />
      <RadioField
        label="Đối tượng"
        options={whomOptions(program.actor === 'CELL')}
        value={whom}
        onChange={(next) => {
          setWhom(next ?? 'MEMBER');
          setChosen(new Set());
          form.set({ kind: undefined });
        }}
      />
      <SelectField label="Hình thức" options={kinds} {...form.field('kind')} />
      <CellShapeFields actor={program.actor} kind={kind} value={form.draft} onChange={(next) => form.set(next)} />
      <ThemeField
        kind={fits.data}
        label="Chuyên đề thường dùng"
        isOf={({ content }) => form.draft.content === content}
        onChoose={({ content }) => form.set({ content })}
      />
      {told && (
        <Note title={told.says}>
          {told.covers !== undefined && <p>Phạm vi: {told.covers}.</p>}
          <p className="small">Căn cứ: {told.source}</p>
        </Note>
      )}
      {!all && (
        <Candidates
          key={subject}
          program={program}
          subject={subject}
          quarter={Number(form.draft.quarter)}
          leaderId={leaderId}
          chosen={chosen}
          onChange={setChosen}
        />
      )}
      <DetailFields form={form} nodeId={program.nodeId} />
      {!drafting && <TextField label="Lý do điều chỉnh" maxLength={500} {...form.text('reason' as 'content')} />}
    </Form>
  );
}
