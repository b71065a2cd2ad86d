import { listCourses } from '@vungmanh/contracts/training/course';
import { type CourseNeed, type StatedNeed, statedNeeds, stateNeed, trainingNeeds } from '@vungmanh/contracts/training/need';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showCount } from '../../text/numbers.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { CountField } from '../../ui/parsed-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import type { Unit } from '../plan/units.js';

const columns: readonly Column<CourseNeed>[] = [
  { key: 'course', header: 'Lớp học', phone: 'title', cell: (n) => n.courseLabel },
  { key: 'duties', header: 'Theo chức vụ, tư cách', align: 'end', cell: (n) => showCount(n.fromDuties) },
  { key: 'asked', header: 'Các tổ chức đề nghị thêm', align: 'end', cell: (n) => showCount(n.asked) },
];

/** Beside the plan of whoever draws one up: what it does not cover yet. */
const againstPlan: readonly Column<CourseNeed>[] = [
  { key: 'planned', header: 'Đã có trong kế hoạch', align: 'end', cell: (n) => showCount(n.planned) },
  {
    key: 'missing',
    header: 'Còn thiếu',
    align: 'end',
    cell: (n) => {
      const missing = n.fromDuties + n.asked - n.planned;
      return missing > 0 ? <span className="training-alarm">{showCount(missing)}</span> : '0';
    },
  },
];

interface StateNeedProps {
  readonly nodeId: string;
  readonly year: number;
  readonly start: Partial<StatedNeed>;
  readonly onClose: () => void;
}

function StateNeed({ nodeId, year, start, onClose }: StateNeedProps) {
  const toast = useToast();
  const courses = useQueryOf(listCourses, {});
  const command = useCommand(stateNeed, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi nhu cầu.' });
    },
  });
  const form = useForm(stateNeed.input, { nodeId, year, courseId: start.courseId, places: start.places }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Ghi nhu cầu" busy={command.isPending} onClose={onClose} />}
    >
      <p>Người phải học theo chức vụ hoặc đang dự bị đã được tính. Chỉ ghi thêm những người khác: quần chúng ưu tú, cán bộ trong quy hoạch…</p>
      <SelectField
        label="Lớp học"
        options={(courses.data?.items ?? []).filter((c) => !c.ended).map((c) => ({ value: c.id, label: c.label }))}
        {...form.field('courseId')}
      />
      <CountField label="Số người" hint="Ghi 0 để bỏ nhu cầu" {...form.field('places')} />
    </Form>
  );
}

/** What is needed in a year: known from duties, and asked for besides by organizations. */
export function Needs({ unit, year }: { unit: Unit; year: number }) {
  const session = useSession();
  const [stating, setStating] = useState<Partial<StatedNeed>>();
  const { nodeId } = unit;
  const needs = useQueryOf(trainingNeeds, { nodeId, year });
  const stated = useQueryOf(statedNeeds, { nodeId, year });
  const close = () => setStating(undefined);
  const mayState = may(session, 'training:nominate', nodeId);
  return (
    <Card
      title={`Nhu cầu năm ${year}`}
      flush={(needs.data?.items.length ?? 0) > 0}
      aside={
        mayState && (
          <Button size="small" icon="plus" onClick={() => setStating({})}>
            Nêu nhu cầu
          </Button>
        )
      }
    >
      <ProblemNote problem={needs.error ?? stated.error} onRetry={() => void needs.refetch()} />
      {!needs.data ? (
        !needs.error && <Skeleton lines={4} />
      ) : needs.data.items.length === 0 ? (
        <p className="soft">Chưa có nhu cầu nào.</p>
      ) : (
        <DataTable
          caption={`Nhu cầu bồi dưỡng năm ${year}`}
          columns={unit.below ? [...columns, ...againstPlan] : columns}
          rows={needs.data.items}
          rowKey={(n) => n.courseId}
        />
      )}
      {mayState && (stated.data?.items.length ?? 0) > 0 && (
        <ul className="stated-needs small">
          {stated.data?.items.map((need) => (
            <li key={need.courseId} className="row">
              <span>
                Tổ chức mình đã đề nghị thêm {showCount(need.places)} người: {need.courseLabel}
              </span>
              <Button size="small" look="quiet" onClick={() => setStating(need)}>
                Sửa
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Dialog open={stating !== undefined} title={`Nêu nhu cầu năm ${year}`} onClose={close}>
        <StateNeed nodeId={nodeId} year={year} start={stating ?? {}} onClose={close} />
      </Dialog>
    </Card>
  );
}
