import { needsBelow, type NodeNeed } from '@vungmanh/contracts/training/need';
import { type PlannedCourse, setQuotas, type TrainingPlan } from '@vungmanh/contracts/training/plan';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { showCount } from '../../text/numbers.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { CountField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';

interface QuotaFormProps {
  readonly plan: TrainingPlan;
  readonly line: PlannedCourse;
  readonly onClose: () => void;
}

function Shares({ plan, line, onClose, below }: QuotaFormProps & { below: readonly NodeNeed[] }) {
  const toast = useToast();
  const [given, setGiven] = useState<Readonly<Record<string, number>>>(Object.fromEntries(line.quotas.map((q) => [q.nodeId, q.places])));
  const command = useCommand(setQuotas, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã phân bổ chỉ tiêu.' });
    },
  });
  const quotas = Object.entries(given).flatMap(([nodeId, places]) => (places > 0 ? [{ nodeId, places }] : []));
  const form = useForm(setQuotas.input, { planId: plan.id, plannedId: line.id, quotas }, command.error);
  const sum = quotas.reduce((all, q) => all + q.places, 0);
  const columns: readonly Column<NodeNeed>[] = [
    { key: 'name', header: 'Tổ chức đảng', phone: 'title', cell: (n) => n.name },
    { key: 'need', header: 'Nhu cầu', align: 'end', cell: (n) => showCount(n.fromDuties + n.asked) },
    {
      key: 'places',
      header: 'Chỉ tiêu',
      cell: (n) => (
        <CountField
          label={`Chỉ tiêu của ${n.name}`}
          hideLabel
          optional
          value={given[n.nodeId]}
          onChange={(places) => {
            const next = { ...given, [n.nodeId]: places ?? 0 };
            setGiven(next);
            form.set({ quotas: Object.entries(next).flatMap(([nodeId, p]) => (p > 0 ? [{ nodeId, places: p }] : [])) });
          }}
        />
      ),
    },
  ];
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: plan.version })}
      actions={<FormButtons submit="Ghi phân bổ" busy={command.isPending} onClose={onClose} />}
    >
      <p role="status">
        Đã phân bổ <span className={sum > line.places ? 'training-alarm' : 'strong'}>{showCount(sum)}</span>/{showCount(line.places)} chỗ.
      </p>
      <DataTable caption="Chỉ tiêu của từng tổ chức" columns={columns} rows={below} rowKey={(n) => n.nodeId} />
      {plan.state !== 'DRAFT' && <TextField label="Lý do điều chỉnh" maxLength={300} {...form.text('reason')} />}
    </Form>
  );
}

/** Shares the places of a line out among the organizations right below, beside what each of them needs. */
export function QuotaForm(props: QuotaFormProps) {
  const { plan, line } = props;
  const below = useQueryOf(needsBelow, { nodeId: plan.nodeId, year: plan.year, courseId: line.courseId });
  if (below.error) return <ProblemNote problem={below.error} onRetry={() => void below.refetch()} />;
  if (!below.data) return <Skeleton lines={6} />;
  if (below.data.items.length === 0) return <p className="soft">Không có tổ chức trực thuộc để phân bổ.</p>;
  return <Shares {...props} below={below.data.items} />;
}
